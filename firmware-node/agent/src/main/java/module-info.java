/** The program on a node. */
module org.deltabed.agent {
  requires transitive org.deltabed.wiring;
  requires transitive org.deltabed.hardware;
  requires transitive org.deltabed.protocol;
  requires transitive org.deltabed.wire;
  requires transitive org.deltabed.trace;
  requires org.eclipse.paho.mqttv5.client;
  requires tools.jackson.core;
  requires java.logging;

  exports org.deltabed.agent;
  exports org.deltabed.agent.core;
  exports org.deltabed.agent.tls;
}
