package org.deltabed.lab.explore;

import java.math.BigInteger;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deltabed.lab.explore.Found.Asked;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.simulator.schedule.Liberties;
import org.deltabed.simulator.timed.Extreme;
import org.deltabed.simulator.timed.TimedReport;

/** What an exploration found, for people. */
public final class FoundText {
  private static final double NS_PER_MS = 1e6;
  private static final double MEGA = 1e6;

  private final Found found;
  private final StringBuilder text = new StringBuilder();
  private final Formatter out = new Formatter(text, Locale.ROOT);

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
    return text.text.toString();
  }

  private void head() {
    Asked asked = found.asked();
    out.format(
        "%s %s, %s%n", asked.protocol().id(), asked.protocol().name(), asked.protocol().title());
    if (!asked.variant().isEmpty()) {
      out.format(
          "with mistake %s: %s%n", asked.variant(), Catalogue.variant(asked.variant()).mistake());
    }
    out.format("n=%d, f=%d, %s", asked.n(), asked.f(), asked.adversary());
    if (asked.asked() < asked.n()) {
      out.format(", requests only at p1%s", asked.asked() == 1 ? "" : " to p" + asked.asked());
    }
    Liberties liberties = asked.liberties();
    ProcessSet byzantine = liberties.byzantine();
    if (!byzantine.isEmpty()) {
      out.format(", %s Byzantine", byzantine.size() == 1 ? "one is" : byzantine.size() + " are");
      byzantine.forEach(p -> out.format(" p%d", p));
    }
    atMost(liberties.falseSuspicions(), "false suspicion", "");
    atMost(liberties.losses(), "frame", " lost");
    atMost(liberties.repetitions(), "frame", " repeated");
    out.format("%n");
    if (asked.protocol().model().isByzantine() && byzantine.isEmpty() && asked.f() > 0) {
      out.format("Crashes only: what liars do takes --adversary async --byzantine P.%n");
    }
    out.format("%n");
    for (Judged each : found.judged()) {
      out.format("  %-6s  %s%n", each.result().word(), each.property().id());
      if (each.isBroken()) {
        out.format("          %s%s%n", each.explanation(), in(each.brokenIn()));
      }
    }
    out.format("%n");
  }

  private void atMost(int times, String one, String done) {
    if (times > 0) {
      out.format(", at most %d %s%s%s", times, one, times == 1 ? "" : "s", done);
    }
  }

  private static String in(BigInteger schedules) {
    return schedules.signum() == 0
        ? ""
        : String.format(Locale.ROOT, "; in %,d schedules", schedules);
  }

  private void figures() {
    Figures figures = found.figures();
    figures
        .exhaustive()
        .ifPresentOrElse(
            all ->
                out.format(
                    "%,d states, %,d transitions, %,d schedules, %,d different histories judged%n",
                    all.states(), all.transitions(), all.schedules(), all.histories()),
            () -> out.format("%,d schedules, one by one%n", figures.runs()));
    if (!figures.worstDecisionSlots().isEmpty() && figures.worstDecision() > 0) {
      int n = found.asked().n();
      int slots = figures.worstDecision();
      int cycles = (slots + n - 1) / n;
      out.format(
          "last indication after at most %d slots (%d %s)%s%n",
          slots,
          cycles,
          cycles == 1 ? "cycle" : "cycles",
          figures.complete() ? "" : " as far as it went");
      row("crashes", IntStream.range(0, figures.worstDecisionSlots().size()).boxed().toList());
      row("slots", figures.worstDecisionSlots());
      row("messages", figures.worstMessages());
    }
    figures.timed().ifPresent(this::timed);
    out.format(
        "%.1f s, %.1f s of processor time, at most %,.0f MB of heap%n",
        found.cost().wallSeconds(), found.cost().cpuSeconds(), found.cost().peakHeapBytes() / MEGA);
  }

  private void row(String name, List<Integer> numbers) {
    out.format(
        "  %-8s  %s%n",
        name,
        numbers.stream()
            .map(number -> String.format(Locale.ROOT, "%5d", number))
            .collect(Collectors.joining(" ")));
  }

  private void timed(TimedReport report) {
    out.format(
        "verdicts: %s%n",
        report.verdicts().entrySet().stream()
            .map(each -> String.format(Locale.ROOT, "%,d ", each.getValue()) + each.getKey())
            .collect(Collectors.joining(", ")));
    extreme("longest delay", "δ", report.delay());
    extreme("greatest clock difference", "Π", report.precision());
    extreme("longest detection", "its bound", report.detection());
  }

  private void extreme(String what, String bound, Extreme extreme) {
    if (extreme.worstNs() >= 0) {
      out.format(
          "%s %.3f ms, %s %.3f ms%n",
          what, extreme.worstNs() / NS_PER_MS, bound, extreme.boundNs() / NS_PER_MS);
    }
  }

  private void counterexample(Found.Counterexample example) {
    out.format("%n");
    if (!example.story().isEmpty()) {
      out.format("%s%n", example.story().stripTrailing());
    } else {
      out.format("%s: %s%n", example.property(), example.explanation());
      if (!example.replay().isEmpty()) {
        out.format("Replay: %s%n", example.replay());
      }
    }
    if (!example.schedule().isEmpty()) {
      String folder = example.schedule().substring(0, example.schedule().lastIndexOf('/') + 1);
      out.format(
          "Written: %s%s, and %s and %s beside it%n",
          folder, Shelf.SCHEDULE, Shelf.STORY, Shelf.PICTURE);
    }
  }

  private void verdict() {
    out.format("%n");
    String many = String.format(Locale.ROOT, "%,d", found.figures().schedules());
    boolean all = found.figures().exhaustive().isPresent();
    out.format(
        "%s: %s%n",
        found.verdict(),
        switch (found.verdict()) {
          case PASS ->
              "every property holds in " + (all ? "all " : "") + many + " schedules" + but();
          case VIOLATED -> "a property is broken";
          case BOUND_BROKEN -> "a run broke its bound, so nothing was promised there";
          case INCOMPLETE -> incomplete();
        });
  }

  /** What an asynchronous exploration does not tell apart. */
  private String but() {
    boolean isReduced =
        found.figures().exhaustive().isPresent() && found.asked().adversary().equals("async");
    return isReduced ? ", where messages that change nothing any more arrive at once" : "";
  }

  private String incomplete() {
    Optional<String> why = found.figures().unfinished();
    if (why.isPresent()) {
      return why.get() + "; what was found until then is above";
    }
    return found.figures().exhaustive().isPresent()
        ? "what counts slots is judged on the latest schedules, and the way to them is too long to keep"
        : "no run was long enough for an answer";
  }
}
