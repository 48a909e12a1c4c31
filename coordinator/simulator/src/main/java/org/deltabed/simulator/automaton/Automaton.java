package org.deltabed.simulator.automaton;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Seal;
import org.deltabed.protocol.Stack;
import org.deltabed.protocol.State;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Protocol;

/**
 * The processes of a system as one finite automaton each, found step by step: a process in a state
 * with an input goes to a state, always to the same one, so each such step is taken once, by the
 * very component that runs on the node, and looked up ever after.
 *
 * <p>A local state is a number. It stands for the state of the process's stack, what it waits to
 * send, how often it was asked, and its log: the events that were observed, each with who had
 * crashed by then. What a property says of a history, it says of these logs.
 *
 * <p>Safe for several threads. Each should ask through a {@link Steps} of its own, which remembers.
 */
public final class Automaton {
  /**
   * A process that lives: the state of its stack, what it waits to send and, as long as it is still
   * to be asked for something, what it was given and how often it was asked. The signatures that it
   * has made count where others may show them.
   */
  private record Core(
      State state, List<Message> queue, Value given, int asked, Set<Seal> signatures) {
    Core withoutQueue() {
      return new Core(state, List.of(), given, asked, signatures);
    }
  }

  /** A log without slots. */
  public static final int NO_SLOT = -1;

  /**
   * What was observed in one step, after what came before; where slots are logged, a crash too.
   *
   * @param slot the slot of the run, or {@link #NO_SLOT}
   * @param indications where the order is logged and there is a request among the observed, how
   *     many indications of each process came before it, by {@link Order}; else 0
   */
  public record Log(
      int before, List<Observation> observed, int crashed, int slot, int indications) {}

  /**
   * A local state.
   *
   * @param lost how many frames did not come to the process, though their senders lived
   * @param repeated how many came twice
   */
  private record Local(int core, int log, int lost, int repeated) {
    Local(int core, int log) {
      this(core, log, 0, 0);
    }

    Local with(int otherCore, int otherLog) {
      return new Local(otherCore, otherLog, lost, repeated);
    }
  }

  /** The empty log. */
  static final int NO_LOG = 0;

  /** The number of what a dead process does: nothing. */
  private static final int DEAD = 0;

  private final Protocol protocol;
  private final int n;
  private final int each;
  private final Observed observed;
  private final boolean keepsSignatures;
  private final Order order;
  private final Interner<Core> cores = new Interner<>();
  private final Interner<Log> logs = new Interner<>();
  private final Interner<Local> locals = new Interner<>();
  private final Interner<Frame> frames = new Interner<>();
  private final List<Stepper> steppers = new ArrayList<>();

  /**
   * @param each how many requests each process is to get, where the workload has many
   * @param observed the events that are logged
   */
  public Automaton(Protocol protocol, int n, int f, int each, Observed observed) {
    this(protocol, n, f, each, observed, false);
  }

  /**
   * @param keepsSignatures whether the signatures that a process has made are part of its state
   */
  public Automaton(
      Protocol protocol, int n, int f, int each, Observed observed, boolean keepsSignatures) {
    this.keepsSignatures = keepsSignatures;
    this.order = new Order(n);
    this.protocol = protocol;
    this.n = n;
    this.each = each;
    this.observed = observed;
    locals.number(new Local(cores.number(new Core(null, List.of(), null, 0, Set.of())), NO_LOG));
    logs.number(new Log(NO_LOG, List.of(), 0, NO_SLOT, 0));
    for (int p = 1; p <= n; p++) {
      steppers.add(new Stepper(p, n, f));
    }
  }

  public int n() {
    return n;
  }

  /** How many requests that process gets if it is given that value. */
  public int asks(int process, Value given) {
    return protocol.workload().requests(process, n, given, each).size();
  }

  /** The local state in which that process begins, given that value; null if it is not asked. */
  public synchronized int initial(int process, Value given) {
    return locals.number(new Local(steppers.get(process - 1).initial(given), NO_LOG));
  }

  /** Whether slots are logged. */
  public boolean isTimed() {
    return observed.timed();
  }

  /** Whether the order of requests and indications of different processes is logged. */
  public boolean isOrdered() {
    return observed.ordered();
  }

  /** How many frames did not come to that process, though their senders lived. */
  public synchronized int lost(int local) {
    return locals.get(local).lost();
  }

  /** How many frames came to that process twice. */
  public synchronized int repeated(int local) {
    return locals.get(local).repeated();
  }

  /** How many indications that process has logged; its crash does not take them back. */
  public synchronized int indications(int local) {
    int count = 0;
    for (int at = locals.get(local).log(); at != NO_LOG; at = logs.get(at).before()) {
      count +=
          (int)
              logs.get(at).observed().stream()
                  .filter(o -> o.direction() == Direction.INDICATION)
                  .count();
    }
    return count;
  }

  /** Whether that process has made that signature. */
  public synchronized boolean hasSigned(int local, Seal signature) {
    return cores.get(locals.get(local).core()).signatures().contains(signature);
  }

  /** Whether the processes are told of crashes. */
  public boolean hearsSilence() {
    return steppers.getFirst().stack.hearsSilence();
  }

  /** How many local states have been found. */
  public synchronized int size() {
    return locals.size();
  }

  public synchronized Frame frame(int number) {
    return frames.get(number);
  }

  /** The number of a frame, for an adversary that makes its own: one message at a time. */
  public synchronized int number(Frame frame) {
    return frames.number(frame);
  }

  /** Whether it is the state of a process that lives. */
  public synchronized boolean isAlive(int local) {
    return cores.get(locals.get(local).core()).state() != null;
  }

  /** Whether a process in that state has requests to come. */
  public synchronized boolean isToBeAsked(int local) {
    return cores.get(locals.get(local).core()).given() != null;
  }

  /** What that process logged, the first entry first. */
  public synchronized List<Log> log(int local) {
    List<Log> entries = new ArrayList<>();
    for (int at = locals.get(local).log(); at != NO_LOG; at = logs.get(at).before()) {
      entries.addFirst(logs.get(at));
    }
    return entries;
  }

  /** The number of its log: equal logs have equal numbers. */
  public synchronized int logNumber(int local) {
    return locals.get(local).log();
  }

  /** Takes a step, for {@link Steps} alone; the answer in its form. */
  synchronized long step(int process, int local, int input, int context, int slot) {
    int crashed = order.crashed(context);
    Local from = locals.get(local);
    if (input == Input.CRASH) {
      int log =
          observed.timed()
              ? logs.number(new Log(from.log(), List.of(), crashed, slot, 0))
              : from.log();
      return Steps.answer(
          locals.number(from.with(dead(from), log)), Steps.NO_FRAME, observed.timed(), false);
    }
    if (!isAlive(local)) {
      throw new IllegalStateException("p" + process + " is dead and takes no step");
    }
    if (input == Input.LOST || input == Input.REPEATED) {
      return Steps.answer(locals.number(harmed(from, input)), Steps.NO_FRAME, false, false);
    }
    Core before = cores.get(from.core());
    if (input == Input.COMPOSE) {
      int frame = frames.number(new Frame(process, before.queue()));
      Core after = before.withoutQueue();
      return Steps.answer(
          locals.number(from.with(cores.number(after), from.log())), frame, false, false);
    }
    Stepper stepper = steppers.get(process - 1);
    Core after = stepper.step(before, input);
    int log = from.log();
    boolean seen = !stepper.seen.isEmpty();
    if (seen) {
      log =
          logs.number(
              new Log(
                  log,
                  List.copyOf(stepper.seen),
                  crashed,
                  observed.timed() ? slot : NO_SLOT,
                  stepper.requested() ? context - crashed : 0));
    }
    return Steps.answer(
        locals.number(from.with(cores.number(after), log)), Steps.NO_FRAME, seen, stepper.decided);
  }

  private static Local harmed(Local from, int input) {
    int lost = from.lost() + (input == Input.LOST ? 1 : 0);
    int repeated = from.repeated() + (input == Input.REPEATED ? 1 : 0);
    return new Local(from.core(), from.log(), lost, repeated);
  }

  /** A dead process does nothing, and what it has signed stays signed. */
  private int dead(Local from) {
    Set<Seal> signatures = cores.get(from.core()).signatures();
    return signatures.isEmpty()
        ? DEAD
        : cores.number(new Core(null, List.of(), null, 0, signatures));
  }

  /** The stack of one process, loaded anew for every step. */
  private final class Stepper implements Stack.Output {
    private final int process;
    private final Stack stack;
    private final State first;
    private final List<Message> firstSent;
    private final List<Observation> seen = new ArrayList<>();
    private final List<Message> sent = new ArrayList<>();
    private boolean decided;

    Stepper(int process, int n, int f) {
      this.process = process;
      stack = new Stack(protocol.composition(), process, n, f, this);
      stack.init();
      first = stack.save();
      firstSent = List.copyOf(sent);
    }

    int initial(Value given) {
      boolean isAsked = given != null && asks(process, given) > 0;
      Set<Seal> none = Set.of();
      return cores.number(
          new Core(first, firstSent, isAsked ? given : null, 0, signed(none, firstSent)));
    }

    Core step(Core before, int input) {
      seen.clear();
      sent.clear();
      sent.addAll(before.queue());
      decided = false;
      stack.load(before.state());
      Value given = before.given();
      int asked = before.asked();
      if (input == Input.ASK) {
        List<Event> requests = protocol.workload().requests(process, n, given, each);
        stack.request(protocol.top(), requests.get(asked));
        boolean isLast = asked + 1 == requests.size();
        asked = isLast ? 0 : asked + 1;
        given = isLast ? null : given;
      } else if (input == Input.CYCLE_END) {
        stack.cycleEnd();
      } else if (Input.isHeard(input)) {
        stack.heard(Input.heardOf(input));
      } else if (Input.isFrame(input)) {
        Frame frame = frames.get(Input.frameOf(input));
        frame.messages().forEach(m -> stack.deliver(frame.sender(), m.instance(), m.value()));
      } else {
        stack.silence(Input.silentOf(input));
      }
      return new Core(
          stack.save(), List.copyOf(sent), given, asked, signed(before.signatures(), sent));
    }

    /** With the own signatures in what is said now. */
    private Set<Seal> signed(Set<Seal> before, List<Message> said) {
      if (!keepsSignatures) {
        return before;
      }
      Set<Seal> signatures = new HashSet<>(before);
      for (Message message : said) {
        Seals.signatures(message.value()).stream()
            .filter(seal -> seal.by() == process)
            .forEach(signatures::add);
      }
      return signatures.equals(before) ? before : Set.copyOf(signatures);
    }

    /** Whether there was a request among what was observed in the last step. */
    boolean requested() {
      return observed.ordered() && seen.stream().anyMatch(o -> o.direction() == Direction.REQUEST);
    }

    @Override
    public void send(String instance, Value message) {
      sent.add(new Message(instance, message));
    }

    @Override
    public void event(String instance, Direction direction, Event event) {
      if (observed.covers(instance, direction)) {
        seen.add(new Observation(instance, direction, event));
        decided |= direction == Direction.INDICATION;
      }
    }
  }
}
