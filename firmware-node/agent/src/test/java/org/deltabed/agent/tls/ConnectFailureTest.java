package org.deltabed.agent.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Test;

/** The MQTT client says of each of these "Untranslated MqttException - RC: 0". */
class ConnectFailureTest {

  @Test
  void whatIsAtTheBottomIsSaid() {
    assertEquals(
        "no host is known by the name coordinator.local",
        words(new UnknownHostException("coordinator.local")));
    assertEquals(
        "nobody answers there: Connection refused",
        words(new ConnectException("Connection refused")));
    assertEquals("no answer in time", words(new SocketTimeoutException("connect timed out")));
  }

  @Test
  void whatHasNoCauseSpeaksForItself() {
    assertEquals("Broken pipe", ConnectFailure.words(new IOException("Broken pipe")));
    assertEquals("java.io.IOException", ConnectFailure.words(new IOException()));
  }

  private static String words(IOException cause) {
    return ConnectFailure.words(new IOException(new MqttException(cause)));
  }
}
