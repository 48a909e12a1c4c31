package org.deltabed.agent.tls;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A certificate with the words for it. */
public record NamedCertificate(X509Certificate certificate) {

  /** The common name, which is the broker's name for its user; the whole subject if it has none. */
  public String name() {
    String subject = certificate.getSubjectX500Principal().getName();
    for (String part : subject.split(",", -1)) {
      if (part.startsWith("CN=")) {
        return part.substring("CN=".length());
      }
    }
    return subject;
  }

  /** The last day on which it is good, in UTC. */
  public LocalDate lastDay() {
    return certificate.getNotAfter().toInstant().atZone(ZoneOffset.UTC).toLocalDate();
  }

  /**
   * Compares its time with the present.
   *
   * @throws CertificateRefused if it has expired, or begins later
   */
  public void requireValid(Instant now) throws CertificateRefused {
    if (now.isAfter(certificate.getNotAfter().toInstant())) {
      throw new CertificateRefused(
          "certificate of "
              + name()
              + " expired on "
              + lastDay()
              + "; renew it on the lab machine");
    }
    if (now.isBefore(certificate.getNotBefore().toInstant())) {
      throw new CertificateRefused(
          "certificate of " + name() + " is not valid before " + certificate.getNotBefore());
    }
  }

  /**
   * Verifies the signature.
   *
   * @throws CertificateRefused if another authority signed it, or none
   */
  public void requireSignedBy(X509Certificate ca) throws CertificateRefused {
    try {
      certificate.verify(ca.getPublicKey());
    } catch (GeneralSecurityException e) {
      throw new CertificateRefused(
          "certificate of "
              + name()
              + " is not signed by this testbed's CA, "
              + new NamedCertificate(ca).name(),
          e);
    }
  }

  /**
   * Whether it is the certificate of this key: what is signed with the key, it must verify.
   *
   * @throws CertificateRefused if it is not for a key as ours are
   */
  public boolean fits(PrivateKey key) throws CertificateRefused {
    byte[] anything = {1, 2, 3};
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(key);
      signature.update(anything);
      byte[] signed = signature.sign();
      signature.initVerify(certificate.getPublicKey()); // whatever else it may be used for
      signature.update(anything);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      throw new CertificateRefused("certificate of " + name() + " has no key as ours have", e);
    }
  }
}
