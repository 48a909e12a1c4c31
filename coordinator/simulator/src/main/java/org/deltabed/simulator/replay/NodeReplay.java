package org.deltabed.simulator.replay;

import org.deltabed.trace.Kind;

/** One node's records and its twin, side by side. */
final class NodeReplay {
  /** The content of messages, which the trace does not hold. */
  interface Messages {
    /** The message with that number of that sender, or null if it was not handed to the bus. */
    Twin.Handed handed(int sender, long number);
  }

  /** Ends the replay of the run. */
  static final class Differs extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final transient Difference difference;

    Differs(Difference difference) {
      super(difference.toString());
      this.difference = difference;
    }
  }

  /** Ends the replay of the run: a node's records end before what others had from it. */
  static final class Unknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unknown(String text) {
      super(text);
    }
  }

  private final int id;
  private final int process;
  private final int n;
  private final NodeRecord record;
  private final Messages messages;
  private final Twin twin;
  private long steps;
  private long agreed;

  NodeReplay(int id, int process, int n, Twin twin, NodeRecord record, Messages messages) {
    this.id = id;
    this.process = process;
    this.record = record;
    this.messages = messages;
    this.n = n;
    this.twin = twin;
  }

  long steps() {
    return steps;
  }

  long agreed() {
    return agreed;
  }

  /** What it handed to the bus; a node whose records are lost handed what nobody knows. */
  Twin.Handed handed(long number) {
    Twin.Handed handed = twin.handed(number);
    if (handed == null && record.isOver()) {
      throw new Unknown("node " + id + " (p" + process + "): the record of message " + number);
    }
    return handed;
  }

  /** A slot begins: the protocol is initialised in the first, and asked in the first of a cycle. */
  void begin(long slot) {
    if (record.isOver() || slot % n != 0) {
      return;
    }
    if (slot == 0) {
      twin.init();
      step(slot);
    }
    if (!record.isOver() && twin.isAskedIn(slot / n)) {
      twin.ask(slot / n);
      step(slot);
    }
  }

  /** A slot's delivery step, and after the last of a cycle its end. */
  void end(long slot) {
    Recorded next = record.next();
    while (next != null && next.isInput() && next.slot() == slot) {
      take(next);
      step(slot);
      next = record.next();
    }
    if (!record.isOver() && slot % n == n - 1) {
      twin.cycleEnd();
      step(slot);
    }
    next = record.next();
    if (next != null && next.slot() <= slot && next.kind() != Kind.RUN_END) {
      throw differs(next, slot, "does nothing more in that slot");
    }
  }

  /** The run has ended. */
  void over(long slots) {
    Recorded next = record.next();
    if (next != null && next.kind() != Kind.RUN_END) {
      throw differs(next, slots - 1, "has come to the run's end");
    }
  }

  private void take(Recorded input) {
    if (input.kind() == Kind.SILENCE) {
      record.take();
      twin.silence(input.peer());
      return;
    }
    Twin.Handed message = messages.handed(input.peer(), input.number());
    if (message == null) {
      String text = "has no message " + input.number() + " of p" + input.peer() + " by then";
      throw differs(input, input.slot(), text);
    }
    record.take();
    twin.deliver(input.peer(), message);
  }

  /** Compares what the step did; a node that crashed may have recorded the first part of it. */
  private void step(long slot) {
    steps++;
    while (!twin.outputs().isEmpty()) {
      Recorded recorded = record.next();
      if (recorded == null) {
        twin.outputs().clear();
        return;
      }
      Twin.Output done = twin.outputs().remove();
      if (recorded.slot() != slot || !done.isRecordedAs(recorded)) {
        throw differs(recorded, slot, "does " + done.text());
      }
      agreed++;
      record.take();
    }
  }

  private Differs differs(Recorded recorded, long slot, String simulated) {
    String what = recorded.text();
    if (recorded.slot() != slot && recorded.kind() != Kind.RUN_END) {
      what += " in round " + (recorded.slot() / n + 1) + ", slot " + recorded.slot() % n;
    }
    return new Differs(
        new Difference(id, process, slot / n + 1, slot % n, recorded.ref(), what, simulated));
  }
}
