/** Campaigns, from plan to report. */
module org.deltabed.lab {
  requires org.deltabed.checker;
  requires org.deltabed.agent;
  requires org.eclipse.paho.mqttv5.client;
  requires info.picocli;
  requires progressbar;
  requires moquette.broker;
  requires tools.jackson.databind;
  requires tools.jackson.dataformat.yaml;
}
