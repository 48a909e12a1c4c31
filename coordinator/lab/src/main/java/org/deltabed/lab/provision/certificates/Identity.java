package org.deltabed.lab.provision.certificates;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import org.deltabed.agent.tls.CertificateRefused;
import org.deltabed.agent.tls.NamedCertificate;
import org.deltabed.agent.tls.Pem;
import org.deltabed.lab.provision.SafeFile;

/**
 * A certificate and its key.
 *
 * @param certificate what is shown to others
 * @param key what is shown to nobody
 */
public record Identity(X509Certificate certificate, PrivateKey key) {

  /**
   * Reads both.
   *
   * @throws org.deltabed.wire.KeyRefused if others can read the key (F43)
   * @throws CertificateRefused if a file does not hold what it should
   */
  public static Identity load(Path certificate, Path key) throws IOException, CertificateRefused {
    return new Identity(Pem.certificate(certificate), Pem.key(key));
  }

  /** Writes both in place of what is there: the key for its owner alone. */
  public void save(Path certificateFile, Path keyFile) throws IOException {
    PemFile.write(keyFile, "PRIVATE KEY", key.getEncoded(), SafeFile.PRIVATE);
    PemFile.write(certificateFile, "CERTIFICATE", encoded(), SafeFile.PUBLIC);
  }

  /**
   * Whether it is this certificate's key.
   *
   * @throws CertificateRefused if the certificate is not for a key as ours are
   */
  public boolean fits() throws CertificateRefused {
    return named().fits(key);
  }

  private byte[] encoded() {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e); // it came from an encoding
    }
  }

  /** The certificate with its words. */
  public NamedCertificate named() {
    return new NamedCertificate(certificate);
  }
}
