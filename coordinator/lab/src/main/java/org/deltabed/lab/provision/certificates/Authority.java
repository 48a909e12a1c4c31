package org.deltabed.lab.provision.certificates;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The certificate authority of one testbed, which nobody else believes. Keys are of the curve
 * P-256, which Mosquitto's OpenSSL and Java's TLS both take without being asked to.
 */
public final class Authority {

  /** How long the authority itself is good for. */
  public static final int YEARS = 10;

  /**
   * From when on certificates are good: a node's clock stands there until the network has set it,
   * and it must be able to reach the broker before (F27). Their end is what limits them.
   */
  private static final Instant BEGINNING = Instant.EPOCH;

  private static final int SERIAL_BITS = 127;
  private static final int DAYS_IN_YEAR = 365;
  private static final Provider PROVIDER = new BouncyCastleProvider(); // passed, never registered

  private final Identity self;
  private final String testbed;

  private Authority(Identity self, String testbed) {
    this.self = self;
    this.testbed = testbed;
  }

  /** Makes one. */
  public static Authority create(String testbed, Instant now) {
    KeyPair keys = newKeys();
    X500Name name = name("deltabed CA of " + testbed, testbed);
    Instant end = now.plus(Duration.ofDays((long) DAYS_IN_YEAR * YEARS));
    var builder = builder(name, name, end, keys.getPublic());
    try {
      JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
      builder.addExtension(
          Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
      builder.addExtension(
          Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(keys.getPublic()));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    return new Authority(
        new Identity(signed(builder, keys.getPrivate()), keys.getPrivate()), testbed);
  }

  /** One that was made before. */
  public static Authority of(Identity self, String testbed) {
    return new Authority(self, testbed);
  }

  /** Its own certificate and key. */
  public Identity self() {
    return self;
  }

  /**
   * Makes a key and signs a certificate for it.
   *
   * @param user common name: the broker's name for its user
   * @param end when it expires
   * @throws IllegalArgumentException if the authority itself expires before
   */
  public Identity issue(String user, Purpose purpose, Instant end) {
    if (end.isAfter(self.certificate().getNotAfter().toInstant())) {
      throw new IllegalArgumentException(
          "the CA expires on " + self.named().lastDay() + ", before the certificate of " + user);
    }
    KeyPair keys = newKeys();
    X500Name issuer =
        X500Name.getInstance(self.certificate().getSubjectX500Principal().getEncoded());
    var builder = builder(issuer, name(user, testbed), end, keys.getPublic());
    try {
      JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
      builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose.use()));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          ids.createAuthorityKeyIdentifier(self.certificate().getPublicKey()));
      if (purpose.server()) {
        builder.addExtension(Extension.subjectAlternativeName, false, purpose.alternativeNames());
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    return new Identity(signed(builder, self.key()), keys.getPrivate());
  }

  private static X500Name name(String commonName, String testbed) {
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.O, "deltabed")
        .addRDN(BCStyle.OU, testbed)
        .addRDN(BCStyle.CN, commonName)
        .build();
  }

  private static X509v3CertificateBuilder builder(
      X500Name issuer, X500Name subject, Instant end, PublicKey key) {
    BigInteger serial = new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS - 1);
    return new JcaX509v3CertificateBuilder(
        issuer, serial, Date.from(BEGINNING), Date.from(end), subject, key);
  }

  private static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
      generator.initialize(new ECGenParameterSpec("P-256"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // the provider has this curve
    }
  }

  private static X509Certificate signed(X509v3CertificateBuilder builder, PrivateKey key) {
    try {
      var signer = new JcaContentSignerBuilder("SHA256withECDSA").setProvider(PROVIDER).build(key);
      return new JcaX509CertificateConverter()
          .setProvider(PROVIDER)
          .getCertificate(builder.build(signer));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }
}
