package org.deltabed.lab.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.deltabed.checker.Indication;
import org.deltabed.checker.RunVerdict;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Vocabulary;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;

/** What a protocol was asked and what it gave its user, in words: it need not be a decision. */
final class OutcomeWords {
  private OutcomeWords() {}

  /** Such as {@code 5 slots, 90 ms} for decisions and {@code 27 Deliver, 14 slots} for others. */
  static String of(RunVerdict run) {
    if (run.decisionSlots() >= 0) {
      return Words.count(run.decisionSlots(), "slot") + ", " + Words.duration(run.decisionNs());
    }
    if (run.indications().isEmpty()) {
      return run.suspicions().isEmpty()
          ? "nothing"
          : Words.count(run.suspicions().size(), "suspicion");
    }
    Map<String, Long> counts =
        run.indications().stream()
            .collect(Collectors.groupingBy(Indication::event, TreeMap::new, Collectors.counting()));
    long slots = run.indications().stream().mapToLong(Indication::slot).max().orElse(-1) + 1;
    return counts.entrySet().stream()
            .map(each -> Words.count(each.getValue()) + "\u00a0" + each.getKey())
            .collect(Collectors.joining(", "))
        + ", "
        + Words.count(slots, "slot");
  }

  /** What a process was asked, such as {@code broadcasts 11 …}; empty if nothing. */
  static String asked(ReportSource folder, int process, Long value) {
    Protocol protocol =
        Catalogue.protocols().stream()
            .filter(one -> one.id().equals(folder.campaign().protocol()))
            .findFirst()
            .orElse(null);
    if (value == null || protocol == null) {
      return value == null ? "" : "value " + value;
    }
    List<Event> requests =
        protocol
            .workload()
            .requests(
                process, folder.testbed().n(), new Num(value), folder.campaign().requestsEach());
    if (requests.isEmpty()) {
      return "";
    }
    Vocabulary.Word word = Vocabulary.of(requests.getFirst());
    String what = word.fields().isEmpty() ? "" : " " + word.get(requests.getFirst(), 0);
    String verb = word.name().toLowerCase(java.util.Locale.ROOT);
    return verb + (verb.endsWith("s") ? "" : "s") + what + (requests.size() > 1 ? " …" : "");
  }
}
