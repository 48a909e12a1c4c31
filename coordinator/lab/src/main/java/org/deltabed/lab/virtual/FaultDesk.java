package org.deltabed.lab.virtual;

import java.util.List;
import java.util.Random;
import org.deltabed.checker.Fault;
import org.deltabed.hardware.virtual.Fate;
import org.deltabed.hardware.virtual.LineObserver;
import org.deltabed.lab.witness.FrameGlance;
import org.deltabed.lab.witness.LineSchedule;
import org.deltabed.lab.witness.WitnessLog;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import org.deltabed.wire.BusKey;
import org.deltabed.wire.FrameLayout;
import org.deltabed.wiring.Miswiring;
import org.deltabed.wiring.Testbed;

/**
 * Sits at the line: tells the witness of every frame, keeps the schedule, and does to frames what
 * was armed. Ports are slots. Called on the bus thread, but for {@link #arm} and {@link #disarm}.
 */
final class FaultDesk implements LineObserver {

  /** Cuts the power of the node at a port, of which so many bytes of a frame have passed. */
  interface MidFrameCut {
    void cut(int port, long lineNs, int bytes);
  }

  /** Babbles at a port. */
  interface Babble {
    void babble(int port, long durationNs);
  }

  private final Testbed testbed;
  private final WitnessLog witness;
  private final LineSchedule schedule;
  private final MidFrameCut midFrameCut;
  private final Babble babble;
  private final FrameGlance glance;
  private final long[] lastRound;
  private final boolean[] lastWasFrame;
  private final Reflections reflections;
  private volatile List<Fault> armed = List.of();

  FaultDesk(
      Testbed testbed,
      BusKey key,
      WitnessLog witness,
      LineSchedule schedule,
      MidFrameCut midFrameCut,
      Babble babble) {
    this.testbed = testbed;
    this.witness = witness;
    this.schedule = schedule;
    this.midFrameCut = midFrameCut;
    this.babble = babble;
    this.glance = new FrameGlance(new FrameLayout(testbed.n(), testbed.bus().frameBytesMax()), key);
    this.lastRound = new long[testbed.n()];
    this.lastWasFrame = new boolean[testbed.n()];
    boolean open =
        testbed.virtual().miswired().stream().anyMatch(Miswiring.NoTerminator.class::isInstance);
    this.reflections = open ? new Reflections() : null;
  }

  /** Those of these faults that happen on the line. */
  void arm(List<Fault> faults) {
    armed =
        faults.stream()
            .filter(
                fault -> fault.kind().equals("bus") || fault.parameters().containsKey("afterBytes"))
            .toList();
  }

  void disarm() {
    armed = List.of();
  }

  @Override
  public Fate frame(int port, byte[] bytes, int offset, int length, long startNs, long endNs) {
    Fate fate = ordered(port, bytes, offset, length, startNs);
    return reflections == null ? fate : fate.and(reflections.on(bytes, offset, length));
  }

  /** What the plan wants to become of it. */
  private Fate ordered(int port, byte[] bytes, int offset, int length, long startNs) {
    lastWasFrame[port] = glance.at(bytes, offset, length, startNs);
    if (!lastWasFrame[port]) {
      return Fate.pass();
    }
    lastRound[port] = glance.round();
    schedule.seen(glance.round(), glance.slot(), startNs);
    List<Fault> now = armed;
    if (now.isEmpty()) {
      return Fate.pass(); // the usual case, without garbage
    }
    Fate fate = Fate.pass();
    for (Fault fault : now) {
      if (fault.round() == glance.round()
          && testbed.nodeById(fault.node()).process() == glance.sender()) {
        fate = fate.and(fateOf(fault, port, length, startNs));
      }
    }
    return fate;
  }

  private Fate fateOf(Fault fault, int port, int length, long startNs) {
    Fate fate = Fate.pass();
    for (var parameter : fault.parameters().entrySet()) {
      Object value = parameter.getValue();
      fate =
          fate.and(
              switch (parameter.getKey()) {
                case "afterBytes" -> Fate.cutAfter(Math.min(number(value), length - 1));
                case "delayUs" -> Fate.delay(number(value) * 1_000L);
                case "drop" -> Fate.drop();
                case "repeat" -> Fate.repeat(testbed.timing().frameNs());
                case "flipBits" -> flip(number(value), length, fault);
                case "deaf" -> Fate.deaf(ports((List<?>) value));
                case "babbleMs" -> {
                  babble.babble(port, number(value) * 1_000_000L);
                  yield Fate.pass();
                }
                default -> Fate.pass();
              });
    }
    witness.record(
        Kind.LINE_FAULT,
        startNs,
        fault.round(),
        port,
        port + 1,
        0,
        0,
        FaultText.of(fault.parameters()));
    return fate;
  }

  private static int number(Object value) {
    return ((Number) value).intValue();
  }

  /**
   * Bits of the frame's body, the same for the same fault, away from the delimiters at both ends.
   */
  private static Fate flip(int bits, int length, Fault fault) {
    Random random = new Random(fault.round() * 31L + fault.node());
    int[] positions = random.ints(8, (length - 1) * 8).distinct().limit(bits).toArray();
    return Fate.flip(positions);
  }

  private int[] ports(List<?> nodes) {
    return nodes.stream().mapToInt(node -> testbed.nodeById(number(node)).slot()).toArray();
  }

  @Override
  public void onLine(int port, long startNs, long endNs, int bytes) {
    if (witness.inRun() && port < testbed.n()) {
      int round = lastWasFrame[port] ? (int) lastRound[port] : TraceRecord.NONE;
      int slot = lastWasFrame[port] ? port : TraceRecord.NONE;
      witness.record(Kind.LINE, endNs, round, slot, port + 1, startNs, endNs, "");
    }
  }

  @Override
  public void powerCut(int port, long lineNs, int bytes) {
    midFrameCut.cut(port, lineNs, bytes);
  }

  @Override
  public void hiccup(long dueNs, long lateNs) {
    if (lateNs > testbed.bus().receiveJitterNs() / 4) {
      witness.record(Kind.HICCUP, dueNs + lateNs, 0, lateNs, 0, "{\"of\":\"bus\"}");
    }
  }
}
