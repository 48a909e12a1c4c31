package org.deltabed.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import org.deltabed.protocol.Cryptography;
import org.deltabed.protocol.Nil;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Signed;
import org.deltabed.protocol.Text;
import org.deltabed.protocol.Value;
import org.junit.jupiter.api.Test;

/** F46: codes and signatures that are forged, altered, of others, or of another session. */
class F46_ForgedCodesTest {
  private static final int N = 3;
  private static final Value M = new Num(7);
  private static final Value OTHER = new Num(8);

  private final RunSecret secret = RunSecret.fresh();
  private final Cryptography p1 = new KeyedCryptography(secret.keysOf(1, N));
  private final Cryptography p2 = new KeyedCryptography(secret.keysOf(2, N));
  private final Cryptography p3 = new KeyedCryptography(secret.keysOf(3, N));

  @Test
  void aCodeIsForItsReceiverAndItsMessage() {
    Value code = p1.authenticate(2, M);
    assertTrue(p2.verifyCode(1, M, code));
    assertFalse(p2.verifyCode(1, OTHER, code));
    assertFalse(p2.verifyCode(3, M, code));
    assertFalse(p3.verifyCode(1, M, code));
    assertFalse(p2.verifyCode(1, M, new Nil()));
    assertFalse(p2.verifyCode(9, M, code), "of nobody");
    assertTrue(p1.verifyCode(1, M, p1.authenticate(1, M)), "one's own");
  }

  @Test
  void aSignatureIsForAllAndOfItsMessage() {
    Value signature = p1.sign(M);
    for (Cryptography each : List.of(p1, p2, p3)) {
      assertTrue(each.verifySignature(1, M, signature));
      assertFalse(each.verifySignature(1, OTHER, signature));
      assertFalse(each.verifySignature(2, M, signature));
      assertFalse(each.verifySignature(0, M, signature));
      assertFalse(each.verifySignature(1, M, new Text("no signature")));
      assertFalse(each.verifySignature(1, M, new Text("")));
      assertFalse(each.verifySignature(1, M, new Nil()));
    }
    assertEquals(signature, p1.sign(M), "always the same, so that a step can be replayed");
  }

  @Test
  void aSignatureHasOneForm() {
    String text = ((Text) p1.sign(M)).text();
    assertFalse(p2.verifySignature(1, M, new Text(text + "==")));
    char last = text.charAt(text.length() - 1); // its low four bits are no part of it
    String same = text.substring(0, text.length() - 1) + (char) (last == 'A' ? 'B' : last + 1);
    assertFalse(p2.verifySignature(1, M, new Text(same)));
  }

  @Test
  void whatWasMadeInAnotherSessionMeansNothing() {
    Cryptography former = new KeyedCryptography(RunSecret.fresh().keysOf(1, N));
    assertFalse(p2.verifyCode(1, M, former.authenticate(2, M)));
    assertFalse(p2.verifySignature(1, M, former.sign(M)));
  }

  /** What travels may be nested as deep as can be, and is checked within something deeper. */
  @Test
  void whatCannotBeWrittenIsRefusedAndNoError() {
    Value deep = M;
    for (int i = 1; i < MessageCodec.DEPTH_MAX + 1; i++) {
      deep = new Signed(deep, new Nil());
    }
    assertFalse(p2.verifyCode(1, deep, p1.authenticate(2, M)));
    assertFalse(p2.verifySignature(1, deep, p1.sign(M)));
  }

  /** RFC 6234's SHA-256 of what the codec writes: instance 0, type 1, 7 as a zigzag varint. */
  @Test
  void theHashIsThatOfTheBytesOnTheBus() throws Exception {
    byte[] bytes = HexFormat.of().parseHex("00010e");
    byte[] hash = java.security.MessageDigest.getInstance("SHA-256").digest(bytes);
    String text = java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    assertEquals(new Text(text), p1.hash(M));
    assertNotEquals(p1.hash(M), p1.hash(OTHER));
  }

  /** HMAC-SHA-256 and Ed25519 as the Java library has them. */
  @Test
  void codesAndSignaturesAreTheStandards() throws Exception {
    byte[] bytes = HexFormat.of().parseHex("00010e");
    var mac = javax.crypto.Mac.getInstance("HmacSHA256");
    byte[] shared = HexFormat.of().parseHex(secret.keysOf(1, N).sharedHex().get(1));
    mac.init(new javax.crypto.spec.SecretKeySpec(shared, "HmacSHA256"));
    long first = java.nio.ByteBuffer.wrap(mac.doFinal(bytes)).getLong();
    assertEquals(new Num(first), p1.authenticate(2, M));

    byte[] point = HexFormat.of().parseHex(secret.keysOf(1, N).verifyingHex().getFirst());
    byte[] prefix = HexFormat.of().parseHex("302a300506032b6570032100");
    byte[] encoded = java.util.Arrays.copyOf(prefix, prefix.length + point.length);
    System.arraycopy(point, 0, encoded, prefix.length, point.length);
    var key =
        java.security.KeyFactory.getInstance("Ed25519")
            .generatePublic(new java.security.spec.X509EncodedKeySpec(encoded));
    var verifier = java.security.Signature.getInstance("Ed25519");
    verifier.initVerify(key);
    verifier.update(bytes);
    String signature = ((Text) p1.sign(M)).text();
    assertTrue(verifier.verify(java.util.Base64.getUrlDecoder().decode(signature)));
  }

  @Test
  void keysGoToTheirNodesAsText() {
    ProcessKeys keys = secret.keysOf(2, N);
    ProcessKeys read = ProcessKeys.of(keys.signingHex(), keys.verifyingHex(), keys.sharedHex());
    assertEquals(p2.sign(M), new KeyedCryptography(read).sign(M));
    assertEquals(secret.hex(), RunSecret.of(secret.hex()).hex());
    assertThrows(IllegalArgumentException.class, () -> RunSecret.of("00"));
    assertThrows(IllegalArgumentException.class, () -> ProcessKeys.of("00", List.of(), List.of()));
    String shown = secret + " " + keys;
    assertFalse(shown.contains(secret.hex()) || shown.contains(keys.signingHex()), shown);
  }
}
