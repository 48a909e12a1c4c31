package org.deltabed.agent.tls;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Believes certificates that the testbed's authority signed, and no public one. Java's own check
 * decides, host name included; what goes before it and after it only finds the words.
 */
final class TestbedTrust extends X509ExtendedTrustManager {

  private final X509Certificate ca;
  private final X509ExtendedTrustManager java;

  private TestbedTrust(X509Certificate ca, X509ExtendedTrustManager java) {
    this.ca = ca;
    this.java = java;
  }

  static TestbedTrust in(X509Certificate ca) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("ca", ca);
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(store);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509ExtendedTrustManager java) {
        return new TestbedTrust(ca, java);
      }
    }
    throw new GeneralSecurityException("no trust manager");
  }

  private interface Check {
    void run() throws CertificateException;
  }

  private void byName(X509Certificate[] chain, Check check) throws CertificateException {
    NamedCertificate peer = new NamedCertificate(chain[0]);
    peer.requireSignedBy(ca);
    peer.requireValid(Instant.now());
    try {
      check.run();
    } catch (CertificateException e) {
      throw new CertificateRefused(
          "certificate of " + peer.name() + " is refused: " + e.getMessage(), e);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    byName(chain, () -> java.checkServerTrusted(chain, type, socket));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    byName(chain, () -> java.checkServerTrusted(chain, type, engine));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("no connection to compare the name with");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("this is no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    checkClientTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    checkClientTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[] {ca};
  }
}
