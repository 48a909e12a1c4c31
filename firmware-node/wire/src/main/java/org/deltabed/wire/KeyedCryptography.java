package org.deltabed.wire;

import java.util.Base64;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.deltabed.protocol.Cryptography;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Text;
import org.deltabed.protocol.Value;

/**
 * SHA-256, HMAC-SHA-256 cut to its first 8 bytes (RFC 2104, section 5) and Ed25519 (RFC 8032) over
 * the one form that a value has on the bus. A code of 8 bytes is as long as a frame's tag: whoever
 * guesses has one try in a slot. Not for several threads.
 */
public final class KeyedCryptography implements Cryptography {
  /** No value that is longer can travel. */
  private static final int VALUE_BYTES_MAX = 4096;

  private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder FROM_TEXT = Base64.getUrlDecoder();

  private final ProcessKeys keys;
  private final byte[] encoded = new byte[VALUE_BYTES_MAX];

  public KeyedCryptography(ProcessKeys keys) {
    this.keys = keys;
  }

  @Override
  public Value hash(Value message) {
    int length = encode(message);
    SHA256Digest digest = new SHA256Digest();
    digest.update(encoded, 0, length);
    byte[] hash = new byte[digest.getDigestSize()];
    digest.doFinal(hash, 0);
    return new Text(TO_TEXT.encodeToString(hash));
  }

  @Override
  public Value authenticate(int forProcess, Value message) {
    return new Num(code(forProcess, message));
  }

  @Override
  public boolean verifyCode(int by, Value message, Value code) {
    return isProcess(by)
        && code instanceof Num(long given)
        && isEncodable(message)
        && given == code(by, message);
  }

  /**
   * What others have made may be nested as deep as can travel, and what it is checked in deeper.
   */
  private boolean isEncodable(Value message) {
    try {
      return MessageCodec.encode(0, 0, message, encoded) != MessageCodec.TOO_LONG;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private long code(int sharedWith, Value message) {
    HMac mac = new HMac(new SHA256Digest());
    mac.init(new KeyParameter(keys.shared(sharedWith)));
    mac.update(encoded, 0, encode(message));
    byte[] whole = new byte[mac.getMacSize()];
    mac.doFinal(whole, 0);
    long code = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      code = (code << Byte.SIZE) | (whole[i] & 0xff);
    }
    return code;
  }

  @Override
  public Value sign(Value message) {
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, new Ed25519PrivateKeyParameters(keys.signing()));
    signer.update(encoded, 0, encode(message));
    return new Text(TO_TEXT.encodeToString(signer.generateSignature()));
  }

  /** Each signature has one text, so that nobody makes a second one of it. */
  @Override
  public boolean verifySignature(int by, Value message, Value signature) {
    if (!isProcess(by) || !(signature instanceof Text(String text))) {
      return false;
    }
    byte[] bytes = decoded(text);
    if (bytes.length != Ed25519PrivateKeyParameters.SIGNATURE_SIZE
        || !isEncodable(message)
        || !TO_TEXT.encodeToString(bytes).equals(text)) {
      return false;
    }
    Ed25519Signer verifier = new Ed25519Signer();
    verifier.init(false, new Ed25519PublicKeyParameters(keys.verifying(by)));
    verifier.update(encoded, 0, encode(message));
    return verifier.verifySignature(bytes);
  }

  private static byte[] decoded(String text) {
    try {
      return FROM_TEXT.decode(text);
    } catch (IllegalArgumentException e) {
      return new byte[0]; // no signature, whoever wrote it
    }
  }

  private boolean isProcess(int process) {
    return process >= 1 && process <= keys.n();
  }

  private int encode(Value message) {
    int length = MessageCodec.encode(0, 0, message, encoded);
    if (length == MessageCodec.TOO_LONG) {
      throw new IllegalArgumentException("a value of more than " + VALUE_BYTES_MAX + " bytes");
    }
    return length;
  }
}
