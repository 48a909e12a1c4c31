package org.deltabed.lab.explore;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deltabed.lab.explore.Found.Asked;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.simulator.timed.Extreme;
import org.deltabed.simulator.timed.TimedReport;

/** What an exploration found, for people. */
public final class FoundText {
  private static final double NS_PER_MS = 1e6;
  private static final double MEGA = 1e6;

  private final Found found;
  private final List<String> lines = new ArrayList<>();

  private FoundText(Found found) {
    this.found = found;
  }

  /** Lines, each with a line feed. */
  public static String of(Found found) {
    FoundText text = new FoundText(found);
    text.head();
    text.figures();
    found.counterexample().ifPresent(text::counterexample);
    text.verdict();
    return String.join("\n", text.lines) + "\n";
  }

  private void head() {
    Asked asked = found.asked();
    line("%s %s, %s", asked.protocol().id(), asked.protocol().name(), asked.protocol().title());
    if (!asked.variant().isEmpty()) {
      line("with mistake %s: %s", asked.variant(), Catalogue.variant(asked.variant()).mistake());
    }
    line("n=%d, f=%d, %s", asked.n(), asked.f(), asked.adversary());
    line("");
    for (Judged each : found.judged()) {
      line("  %-6s  %s", each.result().word(), each.property().id());
      if (each.isBroken()) {
        line("          %s%s", each.explanation(), in(each.brokenIn()));
      }
    }
    line("");
  }

  private static String in(BigInteger schedules) {
    return schedules.signum() == 0 ? "" : number("; in %,d schedules", schedules);
  }

  private void figures() {
    Figures figures = found.figures();
    figures
        .exhaustive()
        .ifPresentOrElse(
            all ->
                line(
                    "%,d states, %,d transitions, %,d schedules, %,d different histories judged",
                    all.states(), all.transitions(), all.schedules(), all.histories()),
            () -> line("%,d schedules, one by one", figures.runs()));
    if (!figures.worstDecisionSlots().isEmpty() && figures.worstDecision() > 0) {
      int n = found.asked().n();
      int slots = figures.worstDecision();
      int cycles = (slots + n - 1) / n;
      line("last decision after at most %d slots (%d %s)", slots, cycles, cycles == 1 ? "cycle" : "cycles");
      row("crashes", IntStream.range(0, figures.worstDecisionSlots().size()).boxed().toList());
      row("slots", figures.worstDecisionSlots());
      row("messages", figures.worstMessages());
    }
    figures.timed().ifPresent(this::timed);
    line(
        "%.1f s, %.1f s of processor time, at most %,.0f MB of heap",
        found.cost().wallSeconds(), found.cost().cpuSeconds(), found.cost().peakHeapBytes() / MEGA);
  }

  private void row(String name, List<Integer> numbers) {
    line(
        "  %-8s  %s",
        name,
        numbers.stream()
            .map("%5d"::formatted)
            .collect(Collectors.joining(" ")));
  }

  private void timed(TimedReport report) {
    line(
        "verdicts: %s",
        report.verdicts().entrySet().stream()
            .map(each -> number("%,d ", each.getValue()) + each.getKey())
            .collect(Collectors.joining(", ")));
    extreme("longest delay", "δ", report.delay());
    extreme("greatest clock difference", "Π", report.precision());
    extreme("longest detection", "its bound", report.detection());
  }

  private void extreme(String what, String bound, Extreme extreme) {
    if (extreme.worstNs() >= 0) {
      line(
          "%s %.3f ms, %s %.3f ms",
          what, extreme.worstNs() / NS_PER_MS, bound, extreme.boundNs() / NS_PER_MS);
    }
  }

  private void counterexample(Found.Counterexample example) {
    line("");
    if (!example.story().isEmpty()) {
      example.story().stripTrailing().lines().forEach(lines::add);
    } else {
      line("%s: %s", example.property(), example.explanation());
      if (!example.replay().isEmpty()) {
        line("Replay: %s", example.replay());
      }
    }
    if (!example.schedule().isEmpty()) {
      String folder = example.schedule().substring(0, example.schedule().lastIndexOf('/') + 1);
      line("Written: %s", folder);
    }
  }

  private void verdict() {
    line("");
    String many = number("%,d", found.figures().schedules());
    boolean all = found.figures().exhaustive().isPresent();
    line(
        "%s: %s",
        found.verdict(),
        switch (found.verdict()) {
          case PASS -> "every property holds in " + (all ? "all " : "") + many + " schedules";
          case VIOLATED -> "a property is broken";
          case BOUND_BROKEN -> "a run broke its bound, so nothing was promised there";
          case INCOMPLETE -> incomplete();
        });
  }

  private String incomplete() {
    return found.figures().complete()
        ? "a run gave no answer"
        : "it was stopped, or too large; what was found until then is above";
  }

  private void line(String format, Object... arguments) {
    lines.add(number(format, arguments));
  }

  private static String number(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
