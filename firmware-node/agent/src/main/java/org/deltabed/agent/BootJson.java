package org.deltabed.agent;

import org.deltabed.agent.core.NodeSettings;
import org.deltabed.trace.JsonText;

/** The data of a BOOT record. */
final class BootJson {
  /** The agent's version, as in the project's build. */
  static final String VERSION = "0.1.0";

  private BootJson() {}

  static String of(NodeSettings settings, int frameSession) {
    JsonText text = new JsonText(256);
    text.ascii("{\"agent\":").string(VERSION);
    text.ascii(",\"java\":").string(System.getProperty("java.runtime.version"));
    text.ascii(",\"pid\":").number(ProcessHandle.current().pid());
    text.ascii(",\"process\":").number(settings.self());
    text.ascii(",\"frameSession\":").number(frameSession);
    text.ascii(",\"wiringHash\":").string(settings.wiringHash());
    return text.ascii("}").toString();
  }
}
