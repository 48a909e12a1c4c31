package org.deltabed.protocol.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Execute;
import org.deltabed.protocol.Output;
import org.deltabed.protocol.Sequence;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.NamedProperty;
import org.deltabed.protocol.history.Occurrence;
import org.deltabed.protocol.history.Outcome;
import org.deltabed.protocol.history.Property;
import org.deltabed.protocol.replication.Account;

/**
 * Properties of a replicated state machine; source: dependable-systems-notes, 8.7.2. A response is
 * {@code [p [command, result]]}.
 */
public final class ReplicationProperties {
  private ReplicationProperties() {}

  /**
   * What a replicated state machine owes.
   *
   * @param cycles how many after the command and the last crash its response is due
   */
  public static List<Property> of(String instance, int cycles) {
    return List.of(termination(instance, cycles), agreement(instance, cycles), validity(instance));
  }

  public static Property termination(String instance, int cycles) {
    return new NamedProperty(
        "termination",
        instance,
        "If a correct process executes a command, then the process eventually also outputs a"
            + " response (for that command)",
        true,
        true,
        history -> checkTermination(history, instance, cycles));
  }

  public static Property agreement(String instance, int cycles) {
    return new NamedProperty(
        "agreement",
        instance,
        "All correct processes output the same sequence of responses",
        true,
        true,
        history -> checkAgreement(history, instance, cycles));
  }

  public static Property validity(String instance) {
    return new NamedProperty(
        "validity",
        instance,
        "A process outputs only responses for commands that were executed, one for each, and they"
            + " are those of the state machine that is given these commands in this order",
        false,
        false,
        history -> checkValidity(history, instance));
  }

  private static List<Occurrence> outputs(History history, String instance, int process) {
    return history
        .of(instance, Direction.INDICATION, Output.class)
        .filter(o -> o.process() == process)
        .toList();
  }

  private static Value response(Occurrence output) {
    return ((Output) output.event()).response();
  }

  /** The {@code (p, command)} that a response is for. */
  private static Data answered(Occurrence output) {
    return response(output) instanceof Data(int p, Sequence(var parts))
        ? new Data(p, parts.getFirst())
        : new Data(0, response(output));
  }

  private static Data executed(Occurrence request) {
    return new Data(request.process(), ((Execute) request.event()).command());
  }

  /** Equal commands of a process are counted. */
  private static Outcome checkTermination(History history, String instance, long cycles) {
    long checked = 0;
    String tooShort = null;
    for (int p = history.correct().first(); p != 0; p = history.correct().next(p)) {
      List<Data> answers =
          new ArrayList<>(
              outputs(history, instance, p).stream().map(ReplicationProperties::answered).toList());
      for (Occurrence request : executes(history, instance)) {
        if (request.process() != p) {
          continue;
        }
        checked++;
        long due = Math.max(request.slot(), history.lastCrashSlot()) + cycles * history.n();
        if (answers.remove(executed(request))) {
          continue;
        }
        String why = request + ", but p" + p + " output no response for it";
        if (history.lastedThrough(due)) {
          return Outcome.broken(checked, why + " by slot " + due, request);
        }
        tooShort = why + ", and may until slot " + due;
      }
    }
    return tooShort != null
        ? Outcome.notJudged(tooShort)
        : Outcome.held(checked, checked + " commands of correct processes answered");
  }

  private static Outcome checkAgreement(History history, String instance, long cycles) {
    int first = history.correct().first();
    long checked = 0;
    String tooShort = null;
    for (int q = first == 0 ? 0 : history.correct().next(first);
        q != 0;
        q = history.correct().next(q)) {
      List<Occurrence> ofFirst = outputs(history, instance, first);
      List<Occurrence> ofOther = outputs(history, instance, q);
      int both = Math.min(ofFirst.size(), ofOther.size());
      for (int i = 0; i < both; i++) {
        checked++;
        if (!response(ofFirst.get(i)).equals(response(ofOther.get(i)))) {
          return Outcome.broken(
              checked,
              "as response " + (i + 1) + " " + ofFirst.get(i) + ", but " + ofOther.get(i),
              ofFirst.get(i),
              ofOther.get(i));
        }
      }
      if (ofFirst.size() == ofOther.size()) {
        continue;
      }
      Occurrence more = ofFirst.size() > both ? ofFirst.get(both) : ofOther.get(both);
      String why = more + ", but p" + (more.process() == q ? first : q) + " did not output it";
      long due = Math.max(more.slot(), history.lastCrashSlot()) + cycles * history.n();
      if (history.lastedThrough(due)) {
        return Outcome.broken(checked, why + " by slot " + due, more);
      }
      tooShort = why + ", and may until slot " + due;
    }
    return tooShort != null
        ? Outcome.notJudged(tooShort)
        : Outcome.held(checked, checked + " responses compared");
  }

  private static Outcome checkValidity(History history, String instance) {
    long checked = 0;
    for (int p = history.processes().first(); p != 0; p = history.processes().next(p)) {
      List<Occurrence> left = new ArrayList<>(executes(history, instance));
      Account account = Account.EMPTY;
      for (Occurrence output : outputs(history, instance, p)) {
        checked++;
        Data answered = answered(output);
        Optional<Occurrence> request =
            left.stream()
                .filter(o -> o.slot() <= output.slot() && executed(o).equals(answered))
                .findFirst();
        if (request.isEmpty()) {
          long times =
              executes(history, instance).stream()
                  .filter(o -> o.slot() <= output.slot() && executed(o).equals(answered))
                  .count();
          return Outcome.broken(
              checked,
              output + ", but " + answered + " was executed " + times + " times by then",
              output);
        }
        left.remove(request.get());
        Account.Applied applied = account.apply(answered.message());
        account = applied.state();
        Value right =
            new Data(answered.source(), Sequence.of(answered.message(), applied.response()));
        if (!response(output).equals(right)) {
          return Outcome.broken(
              checked, output + ", but the response after those before is " + right, output);
        }
      }
    }
    return Outcome.held(checked, checked + " responses, as the state machine gives them");
  }

  private static List<Occurrence> executes(History history, String instance) {
    return history.of(instance, Direction.REQUEST, Execute.class).toList();
  }
}
