package org.deltabed.checker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds missing records by their numbers. The numbers of a boot run over all files of the boot, so
 * this looks at the whole campaign; each finding is booked on the runs that it touches, or on the
 * campaign when it lies between runs.
 */
final class Completeness {
  private record Boot(int node, int boot) implements Comparable<Boot> {
    @Override
    public int compareTo(Boot other) {
      return node != other.node
          ? Integer.compare(node, other.node)
          : Integer.compare(boot, other.boot);
    }

    String inWords() {
      return node == 0 ? "the lab's witness" : "node " + node + " boot " + boot;
    }
  }

  private final Map<Boot, List<Sequences.Stretch>> stretches = new TreeMap<>();
  private final Map<Boot, Seen> successors = new TreeMap<>();
  private final List<Seen> damages = new ArrayList<>();
  private final Map<String, Reasons> byRun = new TreeMap<>();
  private final Reasons ofCampaign;

  Completeness(Reasons ofCampaign) {
    this.ofCampaign = ofCampaign;
  }

  /** Takes a node's file, of a run or not. */
  void add(NodeTrace trace) {
    add(new Boot(trace.file.node(), trace.file.boot()), trace.sequences);
    damages.addAll(trace.damages);
    for (Seen boot : trace.boots) {
      successors.putIfAbsent(new Boot(trace.file.node(), boot(boot.record().a())), boot);
    }
  }

  void add(WitnessTrace trace) {
    add(new Boot(0, 0), trace.sequences);
  }

  private void add(Boot boot, Sequences sequences) {
    stretches.computeIfAbsent(boot, _ -> new ArrayList<>()).addAll(sequences.stretches());
  }

  /** To be called when all files were added. */
  void check() {
    stretches.forEach(
        (boot, all) -> {
          all.sort(Comparator.comparingLong(Sequences.Stretch::first));
          if (all.isEmpty()) {
            return;
          }
          head(boot, all.getFirst());
          for (int i = 1; i < all.size(); i++) {
            joint(boot, all.get(i - 1), all.get(i));
          }
          tail(boot, all.getLast());
        });
    damages.forEach(this::damage);
  }

  /** What was found about a run. */
  List<Reason> ofRun(String run) {
    Reasons reasons = byRun.get(run);
    return reasons == null ? List.of() : reasons.inOrder();
  }

  /**
   * Whether the last record of a boot that died is known: its next boot read the spool and said so.
   */
  boolean endIsKnown(int node, int boot) {
    return successors.containsKey(new Boot(node, boot));
  }

  /**
   * Whether the witness has a record after this number, so that a file's end is no end of the
   * evidence.
   */
  boolean witnessGoesOn(long seq) {
    List<Sequences.Stretch> all = stretches.getOrDefault(new Boot(0, 0), List.of());
    return all.stream().anyMatch(stretch -> stretch.last() > seq);
  }

  private void head(Boot boot, Sequences.Stretch first) {
    if (first.first() > 0) {
      missing(
          boot,
          0,
          first.first() - 1,
          "before " + first.file().ref(first.firstLine()),
          first.file().run());
    }
  }

  private void joint(Boot boot, Sequences.Stretch before, Sequences.Stretch after) {
    if (after.first() == before.last() + 1) {
      return;
    }
    String left = before.file().ref(before.lastLine());
    String right = after.file().ref(after.firstLine());
    if (after.first() > before.last()) {
      String where = "between " + left + " and " + right;
      missing(
          boot,
          before.last() + 1,
          after.first() - 1,
          where,
          before.file().run(),
          after.file().run());
    } else {
      book(
          new Reason(
              Verdict.INCOMPLETE,
              "record twice",
              boot.node(),
              0,
              -1,
              0,
              0,
              boot.inWords()
                  + " has record "
                  + after.first()
                  + " more than once: "
                  + left
                  + " and "
                  + right,
              right),
          before.file().run(),
          after.file().run());
    }
  }

  private void tail(Boot boot, Sequences.Stretch last) {
    Seen successor = successors.get(boot);
    if (successor != null && successor.record().b() > last.last()) {
      String where =
          "after "
              + last.file().ref(last.lastLine())
              + "; the next boot found them ("
              + successor.ref()
              + ")";
      missing(boot, last.last() + 1, successor.record().b(), where, last.file().run());
    }
  }

  private void missing(Boot boot, long first, long last, String where, String... runs) {
    String numbers = first == last ? "record " + first : "records " + first + " to " + last;
    String text =
        numbers
            + " of "
            + boot.inWords()
            + " "
            + (first == last ? "is" : "are")
            + " missing "
            + where;
    book(
        new Reason(Verdict.INCOMPLETE, "missing records", boot.node(), 0, -1, 0, 0, text, ""),
        runs);
  }

  /** A damaged spool is booked on the last run of the damaged boot. */
  private void damage(Seen seen) {
    Boot boot = new Boot(seen.record().node(), boot(seen.record().a()));
    String run =
        stretches.getOrDefault(boot, List.of()).stream()
            .map(stretch -> stretch.file().run())
            .filter(id -> !id.isEmpty())
            .reduce("", (_, later) -> later);
    String text = "the spool of " + boot.inWords() + " is damaged at " + seen.record().b();
    book(
        new Reason(
            Verdict.INCOMPLETE,
            "damaged spool",
            boot.node(),
            0,
            -1,
            seen.timeNs(),
            0,
            text,
            seen.ref()),
        run);
  }

  /** A number of a boot as a record says it; what is no boot becomes one that nobody has. */
  private static int boot(long said) {
    return Math.clamp(said, -1, Integer.MAX_VALUE);
  }

  private void book(Reason reason, String... runs) {
    boolean ofRun = false;
    String before = "";
    for (String run : runs) {
      if (!run.isEmpty() && !run.equals(before)) {
        byRun.computeIfAbsent(run, _ -> new Reasons()).add(reason);
        ofRun = true;
      }
      before = run;
    }
    if (!ofRun) {
      ofCampaign.add(reason);
    }
  }
}
