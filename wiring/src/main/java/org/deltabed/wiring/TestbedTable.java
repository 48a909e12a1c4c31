package org.deltabed.wiring;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A testbed's bounds and slots as text, for people. */
public final class TestbedTable {
  private static final double NS_PER_US = 1_000;

  private final StringBuilder out = new StringBuilder();
  private final Testbed testbed;
  private final Timing timing;

  private TestbedTable(Testbed testbed) {
    this.testbed = testbed;
    this.timing = testbed.timing();
  }

  /** Title, bounds, offsets within a slot, and the slots of a cycle; lines end with a newline. */
  public static String render(Testbed testbed) {
    TestbedTable table = new TestbedTable(testbed);
    table.title();
    table.bounds();
    table.slot();
    table.cycle();
    return table.out.toString();
  }

  private void title() {
    BusSpec bus = testbed.bus();
    int overheadBytes = FrameOverhead.bytes(testbed.n());
    line(String.format(Locale.ROOT, "Testbed %s, wiring %s", testbed.name(), testbed.hash()));
    line(
        String.format(
            Locale.ROOT,
            "%d nodes, %d baud 8N1, %d frame(s) of up to %d bytes (overhead %d) in a slot",
            testbed.n(),
            bus.baudRate(),
            bus.subFrames(),
            bus.frameBytesMax(),
            overheadBytes));
    JitterRange range = testbed.receiveJitterRange();
    if (range.measured()) {
      line(
          String.format(
              Locale.ROOT,
              "A run measures the receive jitter, from %.0f to %.0f us; bounds below are for %.0f"
                  + " us.",
              range.minNs() / NS_PER_US,
              range.maxNs() / NS_PER_US,
              bus.receiveJitterNs() / NS_PER_US));
    }
  }

  private void bounds() {
    line("");
    heading("Bounds");
    row("byte (10 bit times)", timing.byteNs());
    row("frame", timing.frameNs());
    row("burst", timing.burstNs());
    row("slot", timing.slotNs());
    row("cycle", timing.cycleNs());
    row("delta: handed over to delivered", timing.deltaNs());
    row("detection: crash to its step", timing.detectionBoundNs());
  }

  private void slot() {
    long turnaroundNs = testbed.bus().turnaroundNs();
    line("");
    heading("In a slot, from its start");
    List<Step> steps =
        List.of(
            new Step(turnaroundNs, "first bit, at the earliest"),
            new Step(timing.sendSlackNs(), "later, the sender missed its slot"),
            new Step(turnaroundNs + timing.burstNs(), "last bit, nominally"),
            new Step(timing.arrivalDeadlineNs(), "arrival deadline, step is due"),
            new Step(timing.stepDeadlineNs(), "step must have begun"));
    row("compose and send", 0);
    steps.stream()
        .sorted(Comparator.comparingLong(Step::atNs))
        .forEach(step -> row(step.what(), step.atNs()));
    row("end", timing.slotNs());
  }

  private void cycle() {
    line("");
    line(
        "%4s  %7s  %4s  %-14s %12s  %-16s  %s"
            .formatted("slot", "process", "node", "name", "starts us", "serial", "power"));
    for (NodeSpec node : testbed.nodes()) {
      line(
          String.format(
              Locale.ROOT,
              "%4d  %7d  %4d  %-14s %12.3f  %-16s  %s",
              node.slot(),
              node.process(),
              node.id(),
              node.name(),
              node.slot() * timing.slotNs() / NS_PER_US,
              node.serial(),
              node.power()));
    }
  }

  private void heading(String what) {
    line("%-36s%12s".formatted(what, "us"));
  }

  private void row(String what, long ns) {
    line(String.format(Locale.ROOT, "  %-33s %12.3f", what, ns / NS_PER_US));
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }

  private record Step(long atNs, String what) {}
}
