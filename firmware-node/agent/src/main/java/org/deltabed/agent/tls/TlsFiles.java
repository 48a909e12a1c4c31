package org.deltabed.agent.tls;

import java.nio.file.Path;

/**
 * Who a party is to the broker, and whom it believes: PEM files.
 *
 * @param ca certificate of the testbed's authority, which signed all others
 * @param certificate the party's own
 * @param key its private key, PKCS #8, readable by its owner alone
 */
public record TlsFiles(Path ca, Path certificate, Path key) {}
