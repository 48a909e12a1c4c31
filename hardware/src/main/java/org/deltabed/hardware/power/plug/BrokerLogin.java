package org.deltabed.hardware.power.plug;

import javax.net.ssl.SSLSocketFactory;

/**
 * Where the broker is, and who asks.
 *
 * @param url {@code tcp://host:port} or {@code ssl://host:port}
 * @param user empty where the certificate says who it is
 * @param tls what to trust and to show on {@code ssl}; null for the machine's own
 */
public record BrokerLogin(String url, String user, String password, SSLSocketFactory tls) {

  /** Without the password. */
  @Override
  public String toString() {
    return user + "@" + url;
  }
}
