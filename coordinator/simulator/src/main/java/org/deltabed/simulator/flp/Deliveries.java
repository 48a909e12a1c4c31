package org.deltabed.simulator.flp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deltabed.protocol.Decide;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.simulator.automaton.Automaton;
import org.deltabed.simulator.automaton.Frame;
import org.deltabed.simulator.automaton.Input;
import org.deltabed.simulator.automaton.Message;
import org.deltabed.simulator.automaton.Observed;
import org.deltabed.simulator.automaton.Steps;

/**
 * The graph of configurations, whose edges are deliveries of messages; the components that run on
 * the nodes take the steps.
 *
 * <p>A message that changes nothing at its receiver must never change anything there later. That is
 * so where votes of a step that is over are not counted and later ones are kept.
 */
final class Deliveries {
  private final Automaton automaton;
  private final Steps steps;
  private final int n;

  /** By local state: what the process has decided. */
  private final Map<Integer, Valence> decisions = new HashMap<>();

  Deliveries(Protocol protocol, int n, int f) {
    this.n = n;
    Observed decisions = new Observed(Set.of(protocol.top()), false, false);
    automaton = new Automaton(protocol, n, f, 1, decisions);
    steps = new Steps(automaton);
  }

  /** Everybody has proposed, and nothing has been delivered. */
  Configuration initial(List<Value> proposals) {
    int[] locals = new int[n + 1];
    int[] sent = new int[n + 1];
    List<Pending> pool = new ArrayList<>();
    for (int p = 1; p <= n; p++) {
      locals[p] = automaton.initial(p, proposals.get(p - 1));
      step(p, Input.ASK, locals, sent, pool);
    }
    return new Configuration(locals, sent, pool);
  }

  /** The configuration after that message of the pool was delivered. */
  Configuration deliver(Configuration from, Pending message) {
    int[] locals = from.locals.clone();
    int[] sent = from.sent.clone();
    List<Pending> pool = new ArrayList<>(from.pool);
    pool.remove(message);
    step(message.to(), Input.frame(message.frame()), locals, sent, pool);
    return new Configuration(locals, sent, pool);
  }

  private void step(int p, int input, int[] locals, int[] sent, List<Pending> pool) {
    long composed =
        steps.step(p, Steps.local(steps.step(p, locals[p], input, 0)), Input.COMPOSE, 0);
    locals[p] = Steps.local(composed);
    for (Message message : automaton.frame(Steps.frame(composed)).messages()) {
      int frame = automaton.number(new Frame(p, List.of(message)));
      int number = sent[p]++;
      for (int to = 1; to <= n; to++) {
        pool.add(new Pending(to, p, number, frame, message.value()));
      }
    }
  }

  /** Whether its delivery changes nothing but the pool. */
  boolean isIdle(Configuration at, Pending message) {
    int p = message.to();
    long answer = steps.step(p, at.locals[p], Input.frame(message.frame()), 0);
    return Steps.local(answer) == at.locals[p];
  }

  /** The messages of the pool that are idle. */
  List<Pending> idle(Configuration at) {
    return at.pool.stream().filter(message -> isIdle(at, message)).toList();
  }

  /** The same without what is idle: it has the same future. */
  Configuration withoutIdle(Configuration at) {
    List<Pending> rest = at.pool.stream().filter(message -> !isIdle(at, message)).toList();
    return rest.size() == at.pool.size() ? at : new Configuration(at.locals, at.sent, rest);
  }

  /** What somebody has decided there; {@link Valence#NONE} for nothing. */
  Valence decided(Configuration at) {
    Valence decided = Valence.NONE;
    for (int p = 1; p <= n; p++) {
      decided = decided.or(decisions.computeIfAbsent(at.locals[p], this::decidedBy));
    }
    return decided;
  }

  private Valence decidedBy(int local) {
    Valence decided = Valence.NONE;
    for (Automaton.Log log : automaton.log(local)) {
      for (var observed : log.observed()) {
        if (observed.event() instanceof Decide(Num(long value))) {
          decided = decided.or(Valence.of(value));
        }
      }
    }
    return decided;
  }
}
