package org.deltabed.agent.tls;

import java.security.cert.CertificateException;

/** A certificate that is not believed; the message says whose it is and why. */
public final class CertificateRefused extends CertificateException {
  private static final long serialVersionUID = 1L;

  CertificateRefused(String message) {
    super(message);
  }

  CertificateRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
