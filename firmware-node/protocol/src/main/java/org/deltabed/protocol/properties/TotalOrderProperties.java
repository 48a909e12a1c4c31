package org.deltabed.protocol.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.NamedProperty;
import org.deltabed.protocol.history.Occurrence;
import org.deltabed.protocol.history.Outcome;
import org.deltabed.protocol.history.Property;

/**
 * The three definitions of (uniform) total order; source: distributed-algorithms-notes, Total Order
 * Broadcast. The regular ones speak of correct processes, the uniform ones of any. Where the first
 * holds the others do.
 *
 * <p>They rest on the accuracy of P, through consensus, and so on δ.
 */
public final class TotalOrderProperties {
  private static final String STRONG =
      "Let pi be a correct process that delivers m1 without having delivered m2; then no correct"
          + " process delivers m2 before m1";
  private static final String PAIRS =
      "If correct processes pi and pj both deliver m1 and m2, then both in the same order";
  private static final String HISTORIES =
      "If correct processes pi and pj both deliver m2, and pi delivers m1 before it, then so does"
          + " pj";

  private TotalOrderProperties() {}

  /** The strong definition: of two processes, one has delivered a prefix of what the other has. */
  public static Property totalOrder(String instance) {
    return regular("total order", instance, STRONG, TotalOrderProperties::oneIsPrefix);
  }

  /** The strong definition, of any process. */
  public static Property uniformTotalOrder(String instance) {
    return uniform("uniform total order", instance, STRONG, TotalOrderProperties::oneIsPrefix);
  }

  /** The first of the weaker definitions; it is also that of dependable-systems-notes, 8.3. */
  public static Property orderOfPairs(String instance) {
    return regular("total order of pairs", instance, PAIRS, TotalOrderProperties::samePairs);
  }

  public static Property uniformOrderOfPairs(String instance) {
    return uniform(
        "uniform total order of pairs", instance, PAIRS, TotalOrderProperties::samePairs);
  }

  /** The second of the weaker definitions. */
  public static Property orderOfHistories(String instance) {
    return regular(
        "total order of histories", instance, HISTORIES, TotalOrderProperties::sameHistories);
  }

  public static Property uniformOrderOfHistories(String instance) {
    return uniform(
        "uniform total order of histories",
        instance,
        HISTORIES,
        TotalOrderProperties::sameHistories);
  }

  /** What is wrong with two sequences of deliveries, or null. */
  private interface Comparison {
    String fault(List<Data> of, List<Data> other);
  }

  private static Property regular(
      String name, String instance, String sentence, Comparison comparison) {
    return new NamedProperty(
        name,
        instance,
        sentence,
        true,
        false,
        history -> check(history, instance, history::isCorrect, comparison));
  }

  private static Property uniform(
      String name, String instance, String sentence, Comparison comparison) {
    return new NamedProperty(
        name,
        instance,
        sentence
            .replace("a correct", "any")
            .replace("no correct", "no")
            .replace("correct processes", "any processes"),
        true,
        false,
        history -> check(history, instance, process -> true, comparison));
  }

  private static Outcome check(
      History history, String instance, IntPredicate counts, Comparison comparison) {
    List<Occurrence> delivered = BroadcastProperties.delivered(history, instance);
    TreeMap<Integer, List<Data>> sequences = new TreeMap<>();
    history
        .processes()
        .forEach(
            p -> {
              if (counts.test(p)) {
                sequences.put(p, deliveredBy(delivered, p));
              }
            });
    for (int p : sequences.keySet()) {
      for (int q : sequences.keySet()) {
        String fault = p == q ? null : comparison.fault(sequences.get(p), sequences.get(q));
        if (fault != null) {
          String who = named(history, p) + " and " + named(history, q) + " delivered ";
          List<Occurrence> theirs =
              delivered.stream().filter(o -> ProcessSet.of(p, q).contains(o.process())).toList();
          return Outcome.broken(
              delivered.size(),
              who + sequences.get(p) + " and " + sequences.get(q) + ": " + fault,
              theirs);
        }
      }
    }
    return Outcome.held(delivered.size(), sequences.size() + " processes, in one order");
  }

  /** Every message that the process delivered, in its order. */
  private static List<Data> deliveredBy(List<Occurrence> delivered, int process) {
    List<Data> own = new ArrayList<>();
    for (Occurrence delivery : delivered) {
      if (delivery.process() == process) {
        own.add(BroadcastProperties.message(delivery));
      }
    }
    return own;
  }

  private static String named(History history, int process) {
    return "p" + process + (history.isCorrect(process) ? "" : " (which crashed)");
  }

  private static String oneIsPrefix(List<Data> of, List<Data> other) {
    int shared = Math.min(of.size(), other.size());
    for (int i = 0; i < shared; i++) {
      if (!of.get(i).equals(other.get(i))) {
        return of.get(i) + " without " + other.get(i) + ", and the other way round";
      }
    }
    return null;
  }

  private static String samePairs(List<Data> of, List<Data> other) {
    for (Data m1 : of) {
      for (Data m2 : of.subList(of.indexOf(m1) + 1, of.size())) {
        int first = other.indexOf(m1);
        int second = other.indexOf(m2);
        if (second >= 0 && first > second) {
          return m1 + " before " + m2 + ", and the other way round";
        }
      }
    }
    return null;
  }

  private static String sameHistories(List<Data> of, List<Data> other) {
    for (Data m2 : of) {
      int at = other.indexOf(m2);
      for (Data m1 : of.subList(0, of.indexOf(m2))) {
        int before = other.indexOf(m1);
        if (at >= 0 && (before < 0 || before > at)) {
          return m1 + " before " + m2 + ", and the other not";
        }
      }
    }
    return null;
  }
}
