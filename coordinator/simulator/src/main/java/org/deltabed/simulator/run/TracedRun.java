package org.deltabed.simulator.run;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.simulator.schedule.Setting;
import org.deltabed.trace.EventJson;
import org.deltabed.trace.JsonText;
import org.deltabed.trace.Kind;
import org.deltabed.wiring.Testbed;

/** Turns the happenings of a run in slots into what nodes and witness would have recorded. */
final class TracedRun {
  static final String ID = "r01";
  static final int START_ROUND = 40;
  static final String NONCE = "0000000000000001";

  /** The agent's exit code at a crash point, and that of SIGKILL. */
  private static final int AT_CRASH_POINT = 71;

  private static final int SIGKILL = 137;
  private static final String JOINED = "{\"state\":\"joined\"}";

  private final Execution execution;
  private final Setting setting;
  private final Protocol protocol;
  private final Testbed testbed;
  private final SlotTimes time;
  private final int n;

  /** By rank-1. */
  private final List<Scribe> nodes = new ArrayList<>();

  private final List<Scribe> later = new ArrayList<>();
  private final Scribe witness = new Scribe(Scribe.WITNESS, 1);
  private ProcessSet alive;
  private ProcessSet crashing = ProcessSet.EMPTY;
  private int slot;

  /** Whether the frame of the slot has passed, so that what happens is its delivery step. */
  private boolean stepping;

  TracedRun(Execution execution, Testbed testbed) {
    this.execution = execution;
    this.testbed = testbed;
    setting = execution.schedule().setting();
    protocol = setting.protocol();
    time = SlotTimes.of(testbed);
    n = setting.n();
    alive = ProcessSet.all(n);
  }

  /** All boots of all nodes, and the witness. */
  List<Scribe> scribes() {
    start();
    for (Happening happening : execution.happenings()) {
      for (; slot < happening.time(); slot++) {
        endSlot();
      }
      happen(happening);
    }
    for (; slot < execution.slots(); slot++) {
      endSlot();
    }
    end();
    List<Scribe> all = new ArrayList<>(nodes);
    all.addAll(later);
    all.add(witness);
    return all;
  }

  private void start() {
    witness.during(ID);
    for (int p = 1; p <= n; p++) {
      Scribe node = new Scribe(testbed.node(p).id(), 1);
      node.at(SlotTimes.BOOT_NS).add(Kind.BOOT, 0, 0, -1, "").add(Kind.STATE, 0, 0, 0, JOINED);
      line(p, p - 1 - n, 1);
      node.during(ID).at(time.askNs(0), START_ROUND, 0);
      node.add(Kind.RUN_START, 0, time.startNs(), 0, startData(p));
      nodes.add(node);
    }
  }

  private String startData(int process) {
    JsonText text = new JsonText(256);
    text.ascii("{\"run\":").string(ID);
    text.ascii(",\"protocol\":").string(setting.protocolId());
    text.ascii(",\"variant\":").string(setting.variant());
    text.ascii(",\"nonce\":").string(NONCE);
    text.ascii(",\"boots\":[").ascii("1" + ",1".repeat(n - 1));
    text.ascii("],\"crashesMax\":").number(setting.f());
    text.ascii(",\"proposal\":").number(proposal(process));
    text.ascii(",\"requestsEach\":").number(setting.requestsEach());
    return text.ascii("}").toString();
  }

  /** What a plan gives the process. */
  long proposal(int process) {
    Value value = setting.values().get(process - 1);
    if (value instanceof Num(long number)) {
      return number;
    }
    throw new IllegalArgumentException("a plan gives whole numbers, not " + value);
  }

  private void happen(Happening happening) {
    stepping |= !(happening instanceof Happening.Did || happening instanceof Happening.Sent);
    switch (happening) {
      case Happening.Crashed(_, int p) -> crashed(p);
      case Happening.Framed framed -> framed(framed);
      case Happening.Did did -> did(did);
      case Happening.Sent sent ->
          node(sent.process()).add(Kind.HAND, 0, sent.number(), 1, instance(sent.instance()));
      case Happening.Arrived arrived ->
          node(arrived.process()).add(Kind.ARRIVE, arrived.sender(), arrived.number(), 0, "");
      case Happening.Restored restored ->
          throw new IllegalStateException("no run in slots restores a process: " + restored);
      case Happening.Silent silent ->
          node(silent.process()).add(Kind.SILENCE, silent.owner(), 0, 0, "");
    }
  }

  private static String instance(String path) {
    return new JsonText(64).ascii("{\"instance\":").string(path).ascii("}").toString();
  }

  private void did(Happening.Did did) {
    boolean isTop = did.instance().equals(protocol.top());
    boolean durable =
        isTop && did.direction() == Direction.INDICATION && protocol.isDurable(did.event());
    JsonText data = new JsonText(128);
    EventJson.write(data, did.instance(), did.direction(), did.event());
    node(did.process()).add(Kind.EVENT, 0, 0, durable ? 1 : 0, data.toString());
  }

  /** In its own slot a process dies at a crash point, in another's by its power. */
  private void crashed(int p) {
    alive = alive.without(p);
    if (slot % n == p - 1) {
      crashing = crashing.with(p);
      return;
    }
    long cutNs = time.cutNs(slot);
    long seenNs = cutNs + time.timing().arrivalDeadlineNs() / 8;
    witness.at(seenNs).add(Kind.POWER_CUT, p, cutNs, seenNs, "");
    witness.add(Kind.EXIT, p, SIGKILL, seenNs, "");
  }

  /** A whole frame goes to all at once; one that breaks off, to one after the other. */
  private void framed(Happening.Framed framed) {
    int owner = framed.process();
    ProcessSet others = framed.reached().without(owner);
    Scribe sender = at(nodes.get(owner - 1), time.composeNs(slot));
    int bytes = testbed.bus().frameBytesMax();
    int frames = 1;
    if (crashing.contains(owner)) {
      ProcessSet order = SubFrames.reached(execution.schedule(), owner);
      frames = order.size();
      order.forEach(to -> sender.add(Kind.SEND, to, time.composeNs(slot), bytes, ""));
      sender.add(Kind.CRASH_POINT, 0, 0, 0, SubFrames.crashPoint(order, owner, n));
    } else {
      sender.add(Kind.SEND, 0, time.composeNs(slot), bytes, "");
    }
    if (frames > 0) {
      line(owner, slot, frames);
    }
    if (crashing.contains(owner)) {
      long exitNs = time.lineEndNs(slot, frames) + 1_000;
      witness.at(exitNs).add(Kind.EXIT, owner, AT_CRASH_POINT, exitNs, "");
    }
    long arrivalNs = time.lineEndNs(slot, frames);
    others.forEach(p -> node(p).add(Kind.FRAME, owner, arrivalNs, bytes, ""));
  }

  private void line(int process, int inSlot, int frames) {
    long endNs = time.lineEndNs(inSlot, frames);
    int position = START_ROUND * n + inSlot;
    witness
        .at(endNs, position / n, position % n)
        .add(Kind.LINE, process, time.lineStartNs(inSlot), endNs, "");
  }

  /** The slot's step is over at all that live. */
  private void endSlot() {
    alive.forEach(
        p ->
            witness
                .at(time.stepNs(slot) + 1_000)
                .add(Kind.PIN, p, slot % 2, 0, "{\"pin\":\"alive\"}"));
    stepping = false;
  }

  /** Who lives ends the run; who died is switched on again, and tells what its spool holds. */
  private void end() {
    long endNs = time.beginNs(execution.slots());
    int last = Math.toIntExact(execution.slots() - 1);
    for (int p = 1; p <= n; p++) {
      Scribe node = nodes.get(p - 1);
      if (alive.contains(p)) {
        node.at(endNs, START_ROUND + last / n, last % n);
        node.add(Kind.RUN_END, 0, node.records(ID) + 1, 0, "");
        node.during("").at(endNs + 3_000).add(Kind.STATE, 0, 0, 0, JOINED);
      } else {
        witness.at(endNs + 1_000).add(Kind.POWER_ON, p, endNs + 1_000, 0, "");
        Scribe again = new Scribe(testbed.node(p).id(), 2).at(endNs + 2_000);
        again.add(Kind.BOOT, 0, 1, node.lastSeq(), "").add(Kind.STATE, 0, 0, 0, JOINED);
        later.add(again);
      }
    }
    witness.at(endNs + 4_000).add(Kind.RUN_END, 0, witness.records(ID), 0, "");
  }

  private Scribe node(int process) {
    return at(nodes.get(process - 1), stepping ? time.stepNs(slot) : time.askNs(slot));
  }

  private Scribe at(Scribe scribe, long timeNs) {
    return scribe.at(timeNs, START_ROUND + slot / n, slot % n);
  }
}
