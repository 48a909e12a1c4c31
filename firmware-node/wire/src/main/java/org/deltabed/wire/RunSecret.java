package org.deltabed.wire;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * What all keys of one run are made of: 32 bytes that the coordinator draws anew for every attempt,
 * so that no code or signature means anything in another. No node gets it; each gets its {@link
 * ProcessKeys}. When the run is over it keeps nothing secret any more and is part of the evidence:
 * with it a replay makes the codes that were made.
 */
public final class RunSecret {
  private static final int BYTES = 32;

  private final byte[] bytes;

  private RunSecret(byte[] bytes) {
    this.bytes = bytes;
  }

  public static RunSecret fresh() {
    byte[] fresh = new byte[BYTES];
    new SecureRandom().nextBytes(fresh);
    return new RunSecret(fresh);
  }

  /**
   * One that {@link #hex} wrote.
   *
   * @throws IllegalArgumentException if it is not 32 bytes as hex digits
   */
  public static RunSecret of(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a run's secret has " + BYTES + " bytes");
    }
    return new RunSecret(bytes);
  }

  /** For the evidence of a run that is over. */
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  /** What process {@code self} of n may know. */
  public ProcessKeys keysOf(int self, int n) {
    List<byte[]> verifying = new ArrayList<>();
    List<byte[]> shared = new ArrayList<>();
    for (int p = 1; p <= n; p++) {
      verifying.add(new Ed25519PrivateKeyParameters(signing(p)).generatePublicKey().getEncoded());
      shared.add(derived("shared " + Math.min(self, p) + " " + Math.max(self, p)));
    }
    return new ProcessKeys(signing(self), verifying, shared);
  }

  private byte[] signing(int process) {
    return derived("signing " + process);
  }

  private byte[] derived(String purpose) {
    HMac mac = new HMac(new SHA256Digest());
    mac.init(new KeyParameter(bytes));
    byte[] label = purpose.getBytes(StandardCharsets.US_ASCII);
    mac.update(label, 0, label.length);
    byte[] key = new byte[mac.getMacSize()];
    mac.doFinal(key, 0);
    return key;
  }

  /** Does not show it. */
  @Override
  public String toString() {
    return "RunSecret[secret]";
  }
}
