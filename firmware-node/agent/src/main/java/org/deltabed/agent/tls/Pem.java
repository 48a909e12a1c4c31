package org.deltabed.agent.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.deltabed.wire.PrivateFile;

/** Reads PEM files with one thing in each. */
public final class Pem {

  private static final int BYTES_MAX = 16 * 1024;
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  private Pem() {}

  /**
   * Reads a certificate.
   *
   * @throws CertificateRefused if there is none in the file
   */
  public static X509Certificate certificate(Path file) throws IOException, CertificateRefused {
    try (InputStream in = Files.newInputStream(file)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    } catch (CertificateException e) {
      throw new CertificateRefused(file + " holds no certificate", e);
    }
  }

  /**
   * Reads a private key of an elliptic curve.
   *
   * @throws org.deltabed.wire.KeyRefused if others can read it (F43)
   * @throws CertificateRefused if it is no such key
   */
  public static PrivateKey key(Path file) throws IOException, CertificateRefused {
    PrivateFile.require(file);
    try (InputStream in = Files.newInputStream(file)) {
      String text = new String(in.readNBytes(BYTES_MAX), StandardCharsets.US_ASCII);
      int begin = text.indexOf(BEGIN);
      int end = text.indexOf(END);
      if (begin < 0 || end < begin) {
        throw new CertificateRefused(file + " holds no private key (PKCS #8, PEM)");
      }
      byte[] der = Base64.getMimeDecoder().decode(text.substring(begin + BEGIN.length(), end));
      return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new CertificateRefused(file + " holds no private key of an elliptic curve", e);
    }
  }
}
