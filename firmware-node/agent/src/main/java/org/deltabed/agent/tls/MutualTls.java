package org.deltabed.agent.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/**
 * A party's own certificate and the authority that it believes, ready for connections. All but the
 * dates is checked when it is loaded; the dates at each connection, since a node's clock may stand
 * at 1970 until the network sets it (F27). The testbed's certificates are therefore valid from the
 * beginning of 1970, and the broker, whose clock is right, is the one that minds their end.
 */
public final class MutualTls {

  private static final String PROTOCOL = "TLSv1.3";

  private final X509Certificate ca;
  private final NamedCertificate own;
  private final PrivateKey key;
  private SSLSocketFactory factory;

  private MutualTls(X509Certificate ca, X509Certificate own, PrivateKey key) {
    this.ca = ca;
    this.own = new NamedCertificate(own);
    this.key = key;
  }

  /**
   * Reads the files.
   *
   * @throws org.deltabed.wire.KeyRefused if others can read the key (F43)
   * @throws CertificateRefused if the certificate is not signed by the authority, or the key is
   *     another one's
   */
  public static MutualTls load(TlsFiles files) throws IOException, CertificateRefused {
    X509Certificate ca = Pem.certificate(files.ca());
    MutualTls tls = new MutualTls(ca, Pem.certificate(files.certificate()), Pem.key(files.key()));
    tls.own.requireSignedBy(ca);
    tls.requireOwnKey(files);
    return tls;
  }

  /** The name that the broker knows this party by. */
  public String name() {
    return own.name();
  }

  /**
   * To be called before each connection.
   *
   * @throws CertificateRefused if this party's own certificate has expired
   */
  public void requireOwnValid() throws CertificateRefused {
    own.requireValid(Instant.now());
  }

  /**
   * Makes sockets that present the own certificate and believe the testbed's authority alone.
   * Always the same: one that is made anew leaves some megabytes in a node's small heap.
   */
  public synchronized SSLSocketFactory socketFactory() throws IOException {
    if (factory == null) {
      factory = newFactory();
    }
    return factory;
  }

  private SSLSocketFactory newFactory() throws IOException {
    try {
      SSLContext context = SSLContext.getInstance(PROTOCOL);
      KeyManager[] keys = {new OwnKey(own.certificate(), key)};
      TrustManager[] trust = {TestbedTrust.in(ca)};
      context.init(keys, trust, null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IOException("this Java cannot do " + PROTOCOL, e);
    }
  }

  /**
   * What a failed connection failed of, in words that name the certificate where one is the reason.
   */
  public String explain(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateRefused refused) {
        return refused.getMessage();
      }
      String text = String.valueOf(cause.getMessage());
      if (cause instanceof SSLException && text.contains("fatal alert: ")) {
        String alert = text.substring(text.indexOf("fatal alert: ") + "fatal alert: ".length());
        return "the broker refuses the certificate of " + name() + ": " + alert;
      }
    }
    return ConnectFailure.words(failure);
  }

  private void requireOwnKey(TlsFiles files) throws CertificateRefused {
    if (!own.fits(key)) {
      throw new CertificateRefused(files.key() + " is not the key of the certificate of " + name());
    }
  }
}
