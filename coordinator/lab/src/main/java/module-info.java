/** Campaigns, from plan to report. */
module org.deltabed.lab {
  requires org.deltabed.checker;
  requires org.deltabed.agent;
  requires org.deltabed.simulator;
  requires java.logging;
  requires java.management;
  requires org.eclipse.paho.mqttv5.client;
  requires info.picocli;
  requires me.tongfei.progressbar;
  requires moquette.broker;
  requires org.apache.commons.compress;
  requires org.bouncycastle.pkix;
  requires org.bouncycastle.provider;
  requires org.bouncycastle.util;
  requires tools.jackson.core;
  requires tools.jackson.databind;

  exports org.deltabed.lab;

  opens org.deltabed.lab to
      info.picocli;
  opens org.deltabed.lab.cli to
      info.picocli;
}
