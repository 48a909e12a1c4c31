package org.deltabed.agent.tls;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

/** Why a connection could not be made, in words for whoever has to mend it. */
public final class ConnectFailure {
  private ConnectFailure() {}

  /** What was at the bottom of it: the MQTT client wraps it and does not say. */
  public static String words(Throwable failure) {
    Throwable bottom = failure;
    while (bottom.getCause() != null && !bottom.getCause().equals(bottom)) {
      bottom = bottom.getCause();
    }
    return switch (bottom) {
      case UnknownHostException unknown -> "no host is known by the name " + unknown.getMessage();
      case ConnectException refused -> "nobody answers there: " + refused.getMessage();
      case SocketTimeoutException _ -> "no answer in time";
      default -> bottom.getMessage() == null ? bottom.toString() : bottom.getMessage();
    };
  }
}
