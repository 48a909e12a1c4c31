package org.deltabed.lab.docs;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.simulator.explore.Exploration;
import org.deltabed.simulator.explore.ExploreOptions;
import org.deltabed.simulator.explore.Findings;
import org.deltabed.simulator.explore.Question;
import org.deltabed.simulator.explore.Request;

/**
 * The worst of every schedule of a protocol in slots.
 *
 * @param slots how many had passed when the last indication came; 0 where none ever did
 * @param runSlots how many slots a run had
 */
record Measured(int n, int f, int slots, int runSlots, int messages, BigInteger schedules) {
  /** Larger explorations take longer than the pages are worth: those have fewer crashes. */
  private static final long STATES_MAX = 300_000;

  /** With three and with four processes, each with as many crashes as can be explored. */
  static List<Measured> of(Protocol protocol) {
    List<Measured> found = new ArrayList<>();
    for (int n = 3; n <= 4; n++) {
      for (int f = protocol.model().crashesMax(n); f >= 0; f--) {
        Exploration.Result result = explore(protocol, n, f);
        if (!result.holds()) {
          throw new IllegalStateException(protocol.id() + " breaks a property, n=" + n + " f=" + f);
        }
        if (result.complete()) {
          found.add(of(protocol, n, f, result.top().findings()));
          break;
        }
      }
    }
    return found;
  }

  private static Exploration.Result explore(Protocol protocol, int n, int f) {
    Request request = new Request(protocol.id(), "", n, f, Request.Kind.LOCKSTEP, 1, false, false);
    return new Exploration(request, new ExploreOptions(1, false, false, STATES_MAX))
        .run(() -> false, _ -> {});
  }

  private static Measured of(Protocol protocol, int n, int f, Findings findings) {
    Question question = Question.of(protocol, n, f, 1);
    return new Measured(
        n,
        f,
        findings.worstDecision(),
        (question.crashCycles() + question.settleCycles()) * n,
        findings.worstMessage(),
        findings.schedules());
  }

  /** One line of a table. */
  String row() {
    boolean isEndless = slots == runSlots;
    int cycles = (slots + n - 1) / n;
    return String.join(
        " | ",
        "| " + n,
        String.valueOf(f),
        slots == 0 ? "none" : isEndless ? "without end" : String.valueOf(slots),
        slots == 0 || isEndless ? "" : String.valueOf(cycles),
        messages + (isEndless ? " in " + runSlots + " slots" : ""),
        String.format(Locale.ROOT, "%,d", schedules).replace(",", " ") + " |");
  }
}
