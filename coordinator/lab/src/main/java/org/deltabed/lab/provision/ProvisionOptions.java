package org.deltabed.lab.provision;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a bundle is made.
 *
 * @param home the checkout, whose agent goes into the packages
 * @param wiring path of the testbed description, as it is to be typed again
 * @param out the bundle's folder
 * @param days how long certificates are good for
 * @param renew whether it is a bundle that is there already
 * @param all with {@code renew}: all certificates, also those that have time left
 * @param newSession with {@code renew}: a new session number
 * @param newBusKey with {@code renew}: a new bus key
 * @param jmods folder of a JDK's modules for the nodes; empty where they install their own Java
 */
public record ProvisionOptions(
    Path home,
    Path wiring,
    Path out,
    int days,
    boolean renew,
    boolean all,
    boolean newSession,
    boolean newBusKey,
    Optional<Path> jmods) {

  /** Days that a certificate is good for if nothing else is said. */
  public static final int DAYS = 365;

  /** A new bundle as most want it. */
  public static ProvisionOptions fresh(Path home, Path wiring, Path out) {
    return new ProvisionOptions(
        home, wiring, out, DAYS, false, false, false, false, Optional.empty());
  }

  /** Renewal of what expires. */
  public ProvisionOptions renewing() {
    return new ProvisionOptions(home, wiring, out, days, true, all, newSession, newBusKey, jmods);
  }

  /** With other certificates' lives. */
  public ProvisionOptions withDays(int other) {
    return new ProvisionOptions(home, wiring, out, other, renew, all, newSession, newBusKey, jmods);
  }

  /** With a Java of the packages' own. */
  public ProvisionOptions withJmods(Path folder) {
    return new ProvisionOptions(
        home, wiring, out, days, renew, all, newSession, newBusKey, Optional.of(folder));
  }
}
