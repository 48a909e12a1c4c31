package org.deltabed.protocol.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.deltabed.protocol.Decide;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Propose;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.NamedProperty;
import org.deltabed.protocol.history.Occurrence;
import org.deltabed.protocol.history.Outcome;
import org.deltabed.protocol.history.Property;

/**
 * Properties of regular and uniform consensus; source: distributed-algorithms-notes, Consensus.
 * Those that rest on P need δ: agreement on its accuracy, termination on the frames being
 * delivered. Where the detector may err, agreement needs none.
 */
public final class ConsensusProperties {
  private ConsensusProperties() {}

  /** What regular consensus owes. */
  public static List<Property> regular(String instance) {
    return List.of(
        validity(instance), agreement(instance), termination(instance), integrity(instance));
  }

  /** What uniform consensus owes. */
  public static List<Property> uniform(String instance) {
    return List.of(
        validity(instance), uniformAgreement(instance), termination(instance), integrity(instance));
  }

  /** The same where it takes so many cycles after the last of the proposals and of the crashes. */
  public static List<Property> regular(String instance, int cycles) {
    return List.of(
        validity(instance),
        agreement(instance),
        termination(instance, n -> cycles * n),
        integrity(instance));
  }

  public static List<Property> uniform(String instance, int cycles) {
    return List.of(
        validity(instance),
        uniformAgreement(instance),
        termination(instance, n -> cycles * n),
        integrity(instance));
  }

  /**
   * What uniform consensus owes that needs no δ to be safe: only termination rests on how fast
   * messages are.
   */
  public static List<Property> uniformWithoutDelta(String instance, int cycles) {
    return List.of(
        validity(instance),
        new NamedProperty(
            "uniform agreement",
            instance,
            "No two processes decide differently",
            false,
            false,
            history -> checkAgreement(history, instance, process -> true)),
        termination(instance, n -> cycles * n),
        integrity(instance));
  }

  /** What uniform consensus in rounds owes: a round is a cycle, and f+1 are at most n. */
  public static List<Property> uniformInRounds(String instance) {
    return List.of(
        validity(instance),
        uniformAgreement(instance),
        termination(instance, n -> (n + 1) * n),
        integrity(instance));
  }

  public static Property validity(String instance) {
    return new NamedProperty(
        "validity",
        instance,
        "Any value decided is a value proposed",
        false,
        false,
        history -> checkValidity(history, instance));
  }

  public static Property agreement(String instance) {
    return new NamedProperty(
        "agreement",
        instance,
        "No two correct processes decide differently",
        true,
        false,
        history -> checkAgreement(history, instance, history::isCorrect));
  }

  public static Property uniformAgreement(String instance) {
    return new NamedProperty(
        "uniform agreement",
        instance,
        "No two processes decide differently",
        true,
        false,
        history -> checkAgreement(history, instance, process -> true));
  }

  /**
   * From the last of the proposals and of the crashes on, the leader whose round it is has spoken,
   * or its silence was heard, within a cycle, and the leaders after it speak within another: what
   * has not happened after two cycles will not.
   */
  public static Property termination(String instance) {
    return termination(instance, n -> 2 * n);
  }

  /** Judged so many slots, of n, after the last of the proposals and of the crashes. */
  public static Property termination(String instance, IntUnaryOperator dueSlots) {
    return new NamedProperty(
        "termination",
        instance,
        "Every correct process eventually decides",
        true,
        true,
        history -> checkTermination(history, instance, dueSlots));
  }

  public static Property integrity(String instance) {
    return new NamedProperty(
        "integrity",
        instance,
        "No process decides more than once",
        false,
        false,
        history -> checkIntegrity(history, instance));
  }

  public static Property earlyDecision(String instance) {
    return new NamedProperty(
        "early decision",
        instance,
        "Who decides does so by the end of round f'+2, where f' processes have crashed by then",
        true,
        false,
        true,
        false,
        List.of(instance),
        history -> checkEarlyDecision(history, instance));
  }

  private static Outcome checkValidity(History history, String instance) {
    List<Occurrence> proposals = proposals(history, instance);
    List<Occurrence> decisions = decisions(history, instance);
    for (Occurrence decision : decisions) {
      var value = ((Decide) decision.event()).value();
      Optional<Occurrence> proposal =
          proposals.stream()
              .filter(o -> ((Propose) o.event()).value().equals(value))
              .filter(o -> o.slot() <= decision.slot())
              .findFirst();
      if (proposal.isEmpty()) {
        return Outcome.broken(decisions.size(), decision + ", which nobody had proposed", decision);
      }
    }
    return Outcome.held(decisions.size(), decisions.size() + " decisions of proposed values");
  }

  static Outcome checkAgreement(History history, String instance, IntPredicate counts) {
    List<Occurrence> decisions =
        decisions(history, instance).stream().filter(o -> counts.test(o.process())).toList();
    for (Occurrence decision : decisions) {
      Occurrence first = decisions.getFirst();
      if (!decision.event().equals(first.event())) {
        return Outcome.broken(
            decisions.size(),
            first + named(history, first) + ", but " + decision + named(history, decision),
            first,
            decision);
      }
    }
    return Outcome.held(
        decisions.size(),
        decisions.isEmpty()
            ? "nobody decided"
            : decisions.size() + " times " + decisions.getFirst().event());
  }

  private static String named(History history, Occurrence decision) {
    return history.isCorrect(decision.process()) ? "" : " (and crashed)";
  }

  /** Owed once every correct process has proposed. */
  static Outcome checkTermination(History history, String instance, IntUnaryOperator dueSlots) {
    List<Occurrence> decisions = decisions(history, instance);
    List<Integer> undecided = new ArrayList<>();
    long last = history.lastCrashSlot();
    for (int p = history.correct().first(); p != 0; p = history.correct().next(p)) {
      int process = p;
      Optional<Occurrence> proposal =
          proposals(history, instance).stream().filter(o -> o.process() == process).findFirst();
      if (proposal.isEmpty()) {
        return Outcome.notJudged("p" + p + " is correct and never proposed");
      }
      last = Math.max(last, proposal.get().slot());
      if (decisions.stream().noneMatch(o -> o.process() == process)) {
        undecided.add(p);
      }
    }
    if (undecided.isEmpty()) {
      return Outcome.held(history.correct().size(), "every correct process decided");
    }
    long due = last + dueSlots.applyAsInt(history.n());
    String who = "p" + undecided.getFirst() + " is correct and has not decided";
    if (!history.lastedThrough(due)) {
      return Outcome.notJudged(
          who
              + ", but may until slot "
              + due
              + ", and the run ended after "
              + history.slots()
              + " slots");
    }
    return Outcome.broken(
        history.correct().size(),
        who + " after " + history.slots() + " slots; it was due by slot " + due,
        decisions);
  }

  static Outcome checkIntegrity(History history, String instance) {
    List<Occurrence> decisions = decisions(history, instance);
    TreeMap<Integer, Occurrence> first = new TreeMap<>();
    for (Occurrence decision : decisions) {
      Occurrence before = first.putIfAbsent(decision.process(), decision);
      if (before != null) {
        return Outcome.broken(
            decisions.size(), before + ", and again " + decision, before, decision);
      }
    }
    return Outcome.held(decisions.size(), first.size() + " processes decided once");
  }

  /** Round 1 is the cycle in which the first process is asked. */
  private static Outcome checkEarlyDecision(History history, String instance) {
    List<Occurrence> decisions = decisions(history, instance);
    long first =
        proposals(history, instance).stream().mapToLong(Occurrence::slot).min().orElse(0)
            / history.n();
    for (Occurrence decision : decisions) {
      long crashes =
          history.crashSlots().values().stream().filter(slot -> slot <= decision.slot()).count()
              + history.crashed().size()
              - history.crashSlots().size();
      long round = decision.slot() / history.n() - first + 1;
      if (round > crashes + 2) {
        return Outcome.broken(
            decisions.size(),
            decision + ", in round " + round + " after " + crashes + " crashes",
            decision);
      }
    }
    return Outcome.held(decisions.size(), decisions.size() + " decisions in time");
  }

  private static List<Occurrence> proposals(History history, String instance) {
    return history.of(instance, Direction.REQUEST, Propose.class).toList();
  }

  private static List<Occurrence> decisions(History history, String instance) {
    return history.of(instance, Direction.INDICATION, Decide.class).toList();
  }
}
