package org.deltabed.simulator.flp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A run of the FLP adversary in words, in the order of the page's proof. */
public final class FlpText {
  private FlpText() {}

  /** The text, in lines. Same run, same text. */
  public static String of(FlpRun run) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "The consensus votes by majorities and has no detector (C6). Its votes are written [round step"
            + " value]: a is the first step, b the second, nil (- in the picture) is a vote for nothing.");
    lines.add("");
    lemmaOne(run, lines);
    lemmaTwo(run, lines);
    end(run, lines);
    return String.join("\n", lines) + "\n";
  }

  private static void lemmaOne(FlpRun run, List<String> lines) {
    lines.add("Lemma 1: there is a bivalent initial configuration.");
    for (int i = 0; i < run.initial().size(); i++) {
      FlpRun.Initial initial = run.initial().get(i);
      String proposals =
          initial.proposals().stream().map(Object::toString).collect(Collectors.joining(""));
      lines.add(
          String.format(
              Locale.ROOT,
              "  X%d = %s  %s%s",
              i,
              proposals,
              initial.valence(),
              i == run.chosen() ? ", and the run begins here: C0" : ""));
    }
    lines.add("");
  }

  private static void lemmaTwo(FlpRun run, List<String> lines) {
    lines.add(
        "Lemma 2: from each bivalent Ci, deliveries that end with the oldest message (p, m) and lead to"
            + " a bivalent Ci+1.");
    for (int i = 0; i < run.steps().size(); i++) {
      FlpRun.Step step = run.steps().get(i);
      lines.add(
          String.format(
              Locale.ROOT, "  C%d is a %s-configuration for %s", i, step.kind(), step.oldest()));
      String bivalent = ": C" + (i + 1) + " is bivalent";
      lines.add(
          step.before().isEmpty()
              ? "      it is delivered at once" + bivalent
              : "      delivered before it: " + list(step.before()) + bivalent);
    }
    lines.add("");
  }

  private static void end(FlpRun run, List<String> lines) {
    int last = run.steps().size();
    lines.add("C" + last + " is bivalent, since both decisions can still be reached:");
    lines.add("  0 is decided after " + list(run.toZero()));
    lines.add("  1 is decided after " + list(run.toOne()));
    lines.add(
        "Nobody has crashed, every message that was the oldest has been delivered, and nobody has"
            + " decided.");
    lines.add(
        run.valences()
            + " configurations were given a valence for this, each by trying every order of"
            + " deliveries.");
  }

  private static String list(List<Pending> messages) {
    return messages.stream().map(Pending::toString).collect(Collectors.joining("; "));
  }
}
