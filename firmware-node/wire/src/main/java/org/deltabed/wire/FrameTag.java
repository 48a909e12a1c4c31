package org.deltabed.wire;

import java.security.MessageDigest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** HMAC-SHA-256 over header and payload, cut to its first 8 bytes (RFC 2104, section 5). */
final class FrameTag {
  private final HMac mac = new HMac(new SHA256Digest());
  private final byte[] whole = new byte[mac.getMacSize()];
  private final byte[] computed = new byte[FrameLayout.TAG_BYTES];
  private final byte[] received = new byte[FrameLayout.TAG_BYTES];

  FrameTag(BusKey key) {
    mac.init(new KeyParameter(key.bytes()));
  }

  /** Writes the tag of the first {@code length} bytes right behind them. */
  void append(byte[] body, int length) {
    compute(body, length);
    System.arraycopy(whole, 0, body, length, FrameLayout.TAG_BYTES);
  }

  /** Whether the tag behind the first {@code length} bytes is theirs; in constant time. */
  boolean matches(byte[] body, int length) {
    compute(body, length);
    System.arraycopy(whole, 0, computed, 0, FrameLayout.TAG_BYTES);
    System.arraycopy(body, length, received, 0, FrameLayout.TAG_BYTES);
    return MessageDigest.isEqual(computed, received);
  }

  private void compute(byte[] body, int length) {
    mac.update(body, 0, length);
    mac.doFinal(whole, 0);
  }
}
