package org.deltabed.agent.uplink;

import java.util.Arrays;
import java.util.Map;
import org.deltabed.agent.core.NodeSettings;
import org.deltabed.agent.shell.CommandDesk;
import org.deltabed.agent.shell.StatusBoard;
import org.deltabed.trace.JsonText;
import org.deltabed.trace.Spool;

/** The messages on a node's status topic. */
final class StatusJson {
  private final NodeSettings settings;
  private final JsonText text = new JsonText(512);

  StatusJson(NodeSettings settings) {
    this.settings = settings;
  }

  byte[] hello(Spool spool) {
    begin("hello");
    text.ascii(",\"pid\":").number(ProcessHandle.current().pid());
    text.ascii(",\"wiringHash\":").string(settings.wiringHash());
    text.ascii(",\"previousBoot\":").number(spool.previousBoot());
    text.ascii(",\"previousLastSeq\":").number(spool.previousLastSeq());
    return end();
  }

  /**
   * @param spools the last record of each boot that has a spool here
   */
  byte[] status(StatusBoard board, long lastSeq, Map<Integer, Long> spools) {
    begin("status");
    text.ascii(",\"state\":").string(board.state().text);
    text.ascii(",\"round\":").number(board.round());
    text.ascii(",\"lastSeq\":").number(lastSeq);
    text.ascii(",\"spools\":[");
    String comma = "";
    for (Map.Entry<Integer, Long> spool : spools.entrySet()) {
      text.ascii(comma).ascii("{\"boot\":").number(spool.getKey());
      text.ascii(",\"lastSeq\":").number(spool.getValue()).ascii("}");
      comma = ",";
    }
    text.ascii("],\"heard\":[");
    processes(board.heard());
    text.ascii("],\"runState\":").string(board.runState().text);
    text.ascii(",\"run\":").string(board.run());
    return end();
  }

  byte[] ack(CommandDesk.Answered answered) {
    begin("ack");
    text.ascii(",\"cmd\":").string(answered.command().name());
    text.ascii(",\"nonce\":").string(answered.command().nonce());
    text.ascii(",\"ok\":").ascii(answered.answer().ok() ? "true" : "false");
    text.ascii(",\"reason\":").string(answered.answer().reason());
    text.ascii(",\"round\":").number(answered.answer().round());
    return end();
  }

  private void begin(String type) {
    text.clear().ascii("{\"type\":").string(type);
    text.ascii(",\"node\":").number(settings.node());
    text.ascii(",\"boot\":").number(settings.boot());
  }

  private void processes(long bits) {
    String comma = "";
    for (long rest = bits; rest != 0; rest &= rest - 1) {
      text.ascii(comma).number(Long.numberOfTrailingZeros(rest) + 1);
      comma = ",";
    }
  }

  private byte[] end() {
    text.ascii("}");
    return Arrays.copyOf(text.bytes(), text.length());
  }
}
