package org.deltabed.protocol.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Execute;
import org.deltabed.protocol.Numbered;
import org.deltabed.protocol.Output;
import org.deltabed.protocol.Sequence;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.NamedProperty;
import org.deltabed.protocol.history.Occurrence;
import org.deltabed.protocol.history.Outcome;
import org.deltabed.protocol.history.Property;
import org.deltabed.protocol.replication.pbft.Executed;

/**
 * Properties of a replicated state machine whose replicas may be Byzantine. They speak of correct
 * replicas and correct clients.
 */
public final class PbftProperties {
  private PbftProperties() {}

  /**
   * What it owes.
   *
   * @param client the clients' instance
   * @param replica the replicas' instance
   * @param cycles how many after the command and the last crash its response is due
   */
  public static List<Property> of(String client, String replica, int cycles) {
    return List.of(
        answers(client, replica),
        termination(client, cycles),
        agreement(replica),
        order(replica),
        atMostOnce(replica),
        validity(client, replica));
  }

  public static Property agreement(String replica) {
    return new NamedProperty(
        "agreement",
        replica,
        "No two correct replicas execute different requests at one sequence number",
        false,
        false,
        history -> checkAgreement(history, replica));
  }

  public static Property order(String replica) {
    return new NamedProperty(
        "order",
        replica,
        "Every correct replica executes in the order of sequence numbers",
        false,
        false,
        history -> checkOrder(history, replica));
  }

  public static Property atMostOnce(String replica) {
    return new NamedProperty(
        "at most once",
        replica,
        "No correct replica executes a request twice",
        false,
        false,
        history -> checkAtMostOnce(history, replica));
  }

  public static Property validity(String client, String replica) {
    return new NamedProperty(
        "validity",
        replica,
        "What a correct replica executes for a correct client was asked by it",
        false,
        false,
        List.of(client, replica),
        history -> checkValidity(history, client, replica));
  }

  public static Property answers(String client, String replica) {
    return new NamedProperty(
        "answers",
        client,
        "What a correct client outputs is the response of a correct replica to its command",
        false,
        false,
        List.of(client, replica),
        history -> checkAnswers(history, client, replica));
  }

  /** Where messages take any time, so does a time-out: this counts cycles. */
  public static Property termination(String client, int cycles) {
    return new NamedProperty(
        "termination",
        client,
        "A correct client that executes a command eventually outputs a response",
        true,
        true,
        true,
        false,
        List.of(client),
        history -> checkTermination(history, client, cycles));
  }

  private static Outcome checkAgreement(History history, String replica) {
    TreeMap<Long, Occurrence> first = new TreeMap<>();
    List<Occurrence> executions = executions(history, replica);
    for (Occurrence execution : executions) {
      Occurrence other = first.putIfAbsent(executed(execution).sequence(), execution);
      if (other != null && !executed(other).equals(executed(execution))) {
        return Outcome.broken(executions.size(), other + ", but " + execution, other, execution);
      }
    }
    return Outcome.held(executions.size(), first.size() + " sequence numbers, each of one request");
  }

  private static Outcome checkOrder(History history, String replica) {
    TreeMap<Integer, Occurrence> last = new TreeMap<>();
    List<Occurrence> executions = executions(history, replica);
    for (Occurrence execution : executions) {
      Occurrence before = last.put(execution.process(), execution);
      if (before != null && executed(before).sequence() >= executed(execution).sequence()) {
        return Outcome.broken(
            executions.size(), before + ", and then " + execution, before, execution);
      }
    }
    return Outcome.held(executions.size(), executions.size() + " executions in order");
  }

  private static Outcome checkAtMostOnce(History history, String replica) {
    List<Occurrence> executions = executions(history, replica);
    for (int i = 0; i < executions.size(); i++) {
      for (int k = 0; k < i; k++) {
        Occurrence one = executions.get(k);
        Occurrence other = executions.get(i);
        if (one.process() == other.process()
            && executed(one).request().equals(executed(other).request())) {
          return Outcome.broken(executions.size(), one + ", and again " + other, one, other);
        }
      }
    }
    return Outcome.held(executions.size(), executions.size() + " executions, each of its own");
  }

  /** The k-th command of a client has number k. */
  private static Outcome checkValidity(History history, String client, String replica) {
    List<Occurrence> executions = executions(history, replica);
    for (Occurrence execution : executions) {
      boolean isAsked =
          executed(execution).request() instanceof Data(int p, Numbered(long k, var command))
              && (history.byzantine().contains(p)
                  || commands(history, client, p).stream()
                      .skip(k - 1)
                      .limit(1)
                      .anyMatch(
                          o ->
                              o.slot() <= execution.slot()
                                  && ((Execute) o.event()).command().equals(command)));
      if (!isAsked) {
        return Outcome.broken(
            executions.size(), execution + ", which its client had not asked", execution);
      }
    }
    return Outcome.held(executions.size(), executions.size() + " executions of what was asked");
  }

  private static Outcome checkAnswers(History history, String client, String replica) {
    List<Occurrence> executions = executions(history, replica);
    long checked = 0;
    for (int p = history.correct().first(); p != 0; p = history.correct().next(p)) {
      long number = 0;
      for (Occurrence output : outputs(history, client, p)) {
        checked++;
        number++;
        if (!isAnswered(executions, p, number, ((Output) output.event()).response())) {
          return Outcome.broken(
              checked, output + ", which is no correct replica's response", output);
        }
      }
    }
    return Outcome.held(checked, checked + " responses of correct replicas");
  }

  private static boolean isAnswered(
      List<Occurrence> executions, int client, long number, Value output) {
    for (Occurrence execution : executions) {
      if (executed(execution).request() instanceof Data(int p, Numbered(long k, var command))
          && p == client
          && k == number
          && new Data(p, Sequence.of(command, executed(execution).response())).equals(output)) {
        return true;
      }
    }
    return false;
  }

  private static Outcome checkTermination(History history, String client, long cycles) {
    long checked = 0;
    String tooShort = null;
    for (int p = history.correct().first(); p != 0; p = history.correct().next(p)) {
      List<Occurrence> asked = commands(history, client, p);
      int answered = outputs(history, client, p).size();
      for (int k = 0; k < asked.size(); k++) {
        checked++;
        Occurrence command = asked.get(k);
        long due = Math.max(command.slot(), history.lastCrashSlot()) + cycles * history.n();
        if (k < answered) {
          continue;
        }
        String why = command + ", but p" + p + " has output no response";
        if (history.lastedThrough(due)) {
          return Outcome.broken(checked, why + " by slot " + due, command);
        }
        tooShort = why + ", and may until slot " + due;
      }
    }
    return tooShort != null
        ? Outcome.notJudged(tooShort)
        : Outcome.held(checked, checked + " commands of correct clients answered");
  }

  private static List<Occurrence> executions(History history, String replica) {
    return history
        .of(replica, Direction.INDICATION, Executed.class)
        .filter(o -> history.isCorrect(o.process()))
        .toList();
  }

  private static Executed executed(Occurrence execution) {
    return (Executed) execution.event();
  }

  private static List<Occurrence> commands(History history, String client, int process) {
    return new ArrayList<>(
        history
            .of(client, Direction.REQUEST, Execute.class)
            .filter(o -> o.process() == process)
            .toList());
  }

  private static List<Occurrence> outputs(History history, String client, int process) {
    return history
        .of(client, Direction.INDICATION, Output.class)
        .filter(o -> o.process() == process)
        .toList();
  }
}
