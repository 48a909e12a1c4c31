package org.deltabed.lab.bench;

import java.io.IOException;
import java.util.Map;
import org.deltabed.lab.witness.LineSchedule;
import org.deltabed.lab.witness.WitnessLog;
import org.deltabed.trace.Kind;
import org.deltabed.wiring.Testbed;

/** What passes the tap becomes records, signs of life, and the schedule of the bus. */
final class TapInstrument implements TapEar.Listener {

  private final Testbed testbed;
  private final WitnessLog witness;
  private final LineSchedule schedule;
  private final BenchTally tally;
  private final Map<Integer, NodeWatch> watches;
  private volatile boolean ending;

  TapInstrument(
      Testbed testbed,
      WitnessLog witness,
      LineSchedule schedule,
      BenchTally tally,
      Map<Integer, NodeWatch> watches) {
    this.testbed = testbed;
    this.witness = witness;
    this.schedule = schedule;
    this.tally = tally;
    this.watches = watches;
  }

  @Override
  public void frame(
      int sender, int boot, int round, int slot, int bytes, long notBeforeNs, long notAfterNs) {
    tally.frame(sender);
    schedule.seen(round, slot, notAfterNs - bytes * testbed.timing().byteNs());
    if (sender >= 1 && sender <= testbed.n()) {
      watches.get(testbed.node(sender).id()).sign(notBeforeNs, "frame on the bus");
    }
    if (witness.inRun()) {
      witness.record(
          Kind.LINE,
          notAfterNs,
          round,
          slot,
          sender,
          notBeforeNs,
          notAfterNs,
          "{\"by\":\"tap\",\"boot\":" + boot + "}");
    }
  }

  @Override
  public void idle(int delimiters) {
    tally.breaks(delimiters);
  }

  @Override
  public void noise(int bytes, long notBeforeNs, long notAfterNs) {
    tally.noise(schedule.slotAt(notAfterNs - bytes * testbed.timing().byteNs()));
    if (witness.inRun()) {
      witness.record(Kind.LINE, notAfterNs, 0, notBeforeNs, notAfterNs, "{\"by\":\"tap\"}");
    }
  }

  /** What is lost at the end is no loss. */
  void end() {
    ending = true;
  }

  @Override
  public void lost(IOException cause) {
    if (ending) {
      return; // so is whatever was on the line
    }
    throw new IllegalStateException("the tap on the bus is lost: " + cause.getMessage());
  }
}
