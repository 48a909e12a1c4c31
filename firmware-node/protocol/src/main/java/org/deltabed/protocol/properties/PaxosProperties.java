package org.deltabed.protocol.properties;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Nil;
import org.deltabed.protocol.Propose;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.NamedProperty;
import org.deltabed.protocol.history.Occurrence;
import org.deltabed.protocol.history.Outcome;
import org.deltabed.protocol.history.Property;
import org.deltabed.protocol.replication.paxos.Learn;

/** Properties of a sequence of values that all learn alike, as Multi-Paxos gives it. */
public final class PaxosProperties {
  private PaxosProperties() {}

  /**
   * What Multi-Paxos owes.
   *
   * @param cycles how many after the proposal and the last crash a value is to be learned
   */
  public static List<Property> of(String instance, int cycles) {
    return List.of(
        validity(instance),
        uniformAgreement(instance),
        order(instance),
        termination(instance, cycles));
  }

  public static Property validity(String instance) {
    return new NamedProperty(
        "validity",
        instance,
        "A value learned was proposed, or is nil",
        false,
        false,
        history -> checkValidity(history, instance));
  }

  public static Property uniformAgreement(String instance) {
    return new NamedProperty(
        "uniform agreement",
        instance,
        "No two processes learn different values in one instance",
        false,
        false,
        history -> checkAgreement(history, instance));
  }

  public static Property order(String instance) {
    return new NamedProperty(
        "order",
        instance,
        "Every process learns instances 1, 2, 3 and so on, without a gap",
        false,
        false,
        history -> checkOrder(history, instance));
  }

  public static Property termination(String instance, int cycles) {
    return new NamedProperty(
        "termination",
        instance,
        "If a correct process proposes x, every correct process eventually learns x",
        true,
        true,
        history -> checkTermination(history, instance, cycles));
  }

  private static Outcome checkValidity(History history, String instance) {
    List<Occurrence> proposals = proposals(history, instance);
    List<Occurrence> learned = learned(history, instance);
    for (Occurrence learning : learned) {
      Value value = learn(learning).value();
      boolean isProposed =
          value.equals(new Nil())
              || proposals.stream()
                  .anyMatch(o -> proposed(o).equals(value) && o.slot() <= learning.slot());
      if (!isProposed) {
        return Outcome.broken(learned.size(), learning + ", which nobody had proposed", learning);
      }
    }
    return Outcome.held(learned.size(), learned.size() + " times a proposed value was learned");
  }

  private static Outcome checkAgreement(History history, String instance) {
    TreeMap<Long, Occurrence> first = new TreeMap<>();
    List<Occurrence> learned = learned(history, instance);
    for (Occurrence learning : learned) {
      Occurrence other = first.putIfAbsent(learn(learning).position(), learning);
      if (other != null && !learn(other).value().equals(learn(learning).value())) {
        return Outcome.broken(learned.size(), other + ", but " + learning, other, learning);
      }
    }
    return Outcome.held(learned.size(), first.size() + " instances, each of one value");
  }

  private static Outcome checkOrder(History history, String instance) {
    TreeMap<Integer, Long> last = new TreeMap<>();
    List<Occurrence> learned = learned(history, instance);
    for (Occurrence learning : learned) {
      long before = last.getOrDefault(learning.process(), 0L);
      long now = learn(learning).position();
      if (now != before + 1) {
        return Outcome.broken(learned.size(), learning + ", after instance " + before, learning);
      }
      last.put(learning.process(), now);
    }
    return Outcome.held(learned.size(), learned.size() + " times the next instance");
  }

  private static Outcome checkTermination(History history, String instance, long cycles) {
    List<Occurrence> learned = learned(history, instance);
    long checked = 0;
    String tooShort = null;
    for (Occurrence proposal : proposals(history, instance)) {
      if (!history.isCorrect(proposal.process())) {
        continue;
      }
      long due = Math.max(proposal.slot(), history.lastCrashSlot()) + cycles * history.n();
      for (int p = history.correct().first(); p != 0; p = history.correct().next(p)) {
        checked++;
        int process = p;
        Optional<Occurrence> learning =
            learned.stream()
                .filter(o -> o.process() == process)
                .filter(o -> learn(o).value().equals(proposed(proposal)))
                .findFirst();
        if (learning.isPresent()) {
          continue;
        }
        String why = proposal + ", but p" + p + " has not learned it";
        if (history.lastedThrough(due)) {
          return Outcome.broken(checked, why + " by slot " + due, proposal);
        }
        tooShort = why + ", and may until slot " + due;
      }
    }
    return tooShort != null
        ? Outcome.notJudged(tooShort)
        : Outcome.held(checked, checked + " times a proposal of a correct process was learned");
  }

  private static Value proposed(Occurrence proposal) {
    return ((Propose) proposal.event()).value();
  }

  private static Learn learn(Occurrence learning) {
    return (Learn) learning.event();
  }

  private static List<Occurrence> proposals(History history, String instance) {
    return history.of(instance, Direction.REQUEST, Propose.class).toList();
  }

  private static List<Occurrence> learned(History history, String instance) {
    return history.of(instance, Direction.INDICATION, Learn.class).toList();
  }
}
