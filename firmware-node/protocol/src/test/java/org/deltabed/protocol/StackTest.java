package org.deltabed.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Composition.Part;
import org.deltabed.protocol.agreement.HierarchicalConsensus;
import org.deltabed.protocol.agreement.UniformHierarchicalConsensus;
import org.deltabed.protocol.broadcast.BestEffortBroadcast;
import org.deltabed.protocol.detector.SilenceFailureDetector;
import org.junit.jupiter.api.Test;

/** The runtime: paths, families, the shared detector, guards, swapping. */
class StackTest {
  private static final Part P = Part.of("P", SilenceFailureDetector::new);
  private static final Part UC =
      Part.of("uc", UniformHierarchicalConsensus::new)
          .uses(Part.of("beb", BestEffortBroadcast::new))
          .usesShared("P");

  /**
   * Proposes each number that it is asked to broadcast to an instance of its own, and tells what
   * was decided.
   */
  private static final class Sequencer extends Component<Sequencer.S> {
    record S(int next, ProcessSet crashed) {}

    private int next = 1;
    private ProcessSet crashed = ProcessSet.EMPTY;

    Sequencer(Context context) {
      super(context);
    }

    @Override
    protected void init() {}

    @Override
    protected void upon(Event event) {
      throw unexpected(event);
    }

    @Override
    protected void upon(String use, int index, Event event) {
      switch (event) {
        case Broadcast(var m) -> trigger("uc", next++, new Propose(m));
        case Propose(Num(long i)) -> initialise("uc", (int) i);
        case Decide(var value) -> trigger(new Deliver(index, value));
        case Crash(int p) -> crashed = crashed.with(p);
        default -> throw unexpected(event);
      }
    }

    @Override
    public S save() {
      return new S(next, crashed);
    }

    @Override
    public void load(S state) {
      next = state.next;
      crashed = state.crashed;
    }
  }

  private static final Composition FAMILY =
      Composition.of(Part.of("tob", Sequencer::new).uses(UC.asFamily()).usesShared("P"), P);

  private static final class Log implements Stack.Output {
    final List<String> lines = new ArrayList<>();

    @Override
    public void send(String instance, Value message) {
      lines.add("send " + instance + " " + message);
    }

    @Override
    public void event(String instance, Direction direction, Event event) {
      lines.add(instance + (direction == Direction.REQUEST ? " > " : " < ") + event);
    }
  }

  @Test
  void instancesAreAddressedByPathAndByNumberAndIndex() {
    Stack stack = new Stack(FAMILY, 1, 2, new Log());
    assertEquals(List.of("tob", "tob/uc[]", "tob/uc[]/beb", "P"), stack.instances());
    assertEquals(2, stack.number("tob/uc[3]/beb"));
    assertEquals(3, stack.index("tob/uc[3]/beb"));
    assertEquals("tob/uc[3]/beb", stack.path(2, 3));
    assertEquals("P", stack.path(3, 0));
    assertEquals(0, stack.index("P"));
    assertThrows(IllegalArgumentException.class, () -> stack.path(4, 0));
    assertThrows(IllegalArgumentException.class, () -> stack.path(0, 1));
    assertThrows(IllegalArgumentException.class, () -> stack.number("tob/rb"));
  }

  @Test
  void aFamilyMemberIsMadeWhenFirstAddressedAndLearnsOfPastCrashes() {
    Log log = new Log();
    Stack stack = new Stack(FAMILY, 2, 2, log);
    stack.init();
    stack.silence(1);
    stack.request("tob", new Broadcast(new Num(7)));
    stack.deliver(2, "tob/uc[1]/beb", new Num(7));
    assertEquals(
        List.of(
            "P < Crash[process=1]",
            "tob > Broadcast[message=7]",
            "tob/uc[1] > Propose[value=7]",
            "tob/uc[1]/beb > Broadcast[message=7]",
            "send tob/uc[1]/beb 7",
            "tob/uc[1]/beb < Deliver[sender=2, message=7]",
            "tob/uc[1] < Decide[value=7]",
            "tob < Deliver[sender=1, message=7]"),
        log.lines);
  }

  @Test
  void aFamilyMemberIsMadeWhenInitialisedOnce() {
    Stack stack = new Stack(FAMILY, 2, 2, new Log());
    stack.init();
    stack.request("tob", new Propose(new Num(3)));
    State initialised = stack.save();
    assertEquals(List.of(3, 3), initialised.members().stream().map(State.Member::index).toList());
    stack.silence(1);
    State told = stack.save();
    stack.request("tob", new Propose(new Num(3)));
    assertEquals(told, stack.save());
    assertNotEquals(initialised, told);
  }

  @Test
  void aMessageThatComesBeforeTheOwnRequestFindsItsFamilyMember() {
    Log log = new Log();
    Stack stack = new Stack(FAMILY, 2, 2, log);
    stack.init();
    stack.deliver(1, "tob/uc[1]/beb", new Num(5));
    assertTrue(log.lines.contains("send tob/uc[1]/beb 5"), log.lines::toString);
  }

  @Test
  void saveAndLoadCarryFamilies() {
    Stack stack = new Stack(FAMILY, 2, 2, new Log());
    stack.init();
    State empty = stack.save();
    stack.deliver(1, "tob/uc[4]/beb", new Num(5));
    State full = stack.save();
    Log log = new Log();
    Stack other = new Stack(FAMILY, 2, 2, log);
    other.load(full);
    assertEquals(full, other.save());
    other.deliver(2, "tob/uc[4]/beb", new Num(5));
    assertTrue(log.lines.contains("tob/uc[4] < Decide[value=5]"), log.lines::toString);
    other.load(empty);
    assertEquals(empty, other.save());
  }

  @Test
  void theSharedDetectorTellsEveryUserOnce() {
    Log log = new Log();
    Stack stack = new Stack(Composition.of(UC, P), 2, 3, log);
    stack.init();
    stack.silence(1);
    stack.silence(1);
    assertEquals(List.of("P < Crash[process=1]"), log.lines);
  }

  @Test
  void anAbstractionIsSwappedByItsPath() {
    Composition swapped = FAMILY.swap("tob/uc[]", part -> part.madeBy(HierarchicalConsensus::new));
    Log log = new Log();
    Stack stack = new Stack(swapped, 1, 2, log);
    stack.init();
    stack.request("tob", new Broadcast(new Num(7)));
    assertTrue(
        log.lines.indexOf("tob/uc[1] < Decide[value=7]")
            < log.lines.indexOf("send tob/uc[1]/beb 7"));
    assertThrows(IllegalArgumentException.class, () -> FAMILY.swap("tob/uc", part -> part));
  }

  @Test
  void aGuardThatNeverFallsIsFound() {
    final class Busy extends Component<SilenceFailureDetector.S> {
      Busy(Context context) {
        super(context);
      }

      @Override
      protected void init() {}

      @Override
      protected void upon(Event event) {}

      @Override
      protected boolean guards() {
        return true;
      }

      @Override
      public SilenceFailureDetector.S save() {
        return new SilenceFailureDetector.S(ProcessSet.EMPTY);
      }

      @Override
      public void load(SilenceFailureDetector.S state) {}
    }

    Stack stack = new Stack(Composition.of(Part.of("busy", Busy::new)), 1, 1, new Log());
    IllegalStateException thrown = assertThrows(IllegalStateException.class, stack::init);
    assertTrue(thrown.getMessage().contains("a guard of busy never falls"), thrown.getMessage());
  }

  @Test
  void anOutputMayNotCallBack() {
    Stack[] stack = new Stack[1];
    stack[0] =
        new Stack(
            Composition.of(UC, P),
            1,
            2,
            new Stack.Output() {
              @Override
              public void send(String instance, Value message) {
                stack[0].silence(2);
              }

              @Override
              public void event(String instance, Direction direction, Event event) {}
            });
    stack[0].init();
    assertThrows(
        IllegalStateException.class, () -> stack[0].request("uc", new Propose(new Num(1))));
  }

  @Test
  void whatIsNotSharedCannotBeUsed() {
    assertThrows(
        IllegalArgumentException.class, () -> new Stack(Composition.of(UC), 1, 2, new Log()));
  }

  @Test
  void aStepAllocatesLittle() throws ReflectiveOperationException {
    Stack stack = new Stack(Composition.of(UC, P), 3, 3, silent());
    stack.init();
    stack.request("uc", new Propose(new Num(3)));
    State state = stack.save();
    Num value = new Num(1);
    long before = 0;
    int steps = 50_000;
    for (int i = -steps; i < steps; i++) {
      if (i == 0) {
        before = allocatedBytes();
      }
      stack.load(state);
      stack.deliver(1, "uc/beb", value);
      stack.save();
    }
    long bytes = (allocatedBytes() - before) / steps;
    System.out.println("load, deliver, save: " + bytes + " bytes");
    assertTrue(bytes <= 400, bytes + " bytes a step");
  }

  /** By reflection: the module reads nothing but java.base, and its tests are compiled into it. */
  private static long allocatedBytes() throws ReflectiveOperationException {
    Object threads =
        Class.forName("java.lang.management.ManagementFactory")
            .getMethod("getThreadMXBean")
            .invoke(null);
    return (long)
        Class.forName("com.sun.management.ThreadMXBean")
            .getMethod("getCurrentThreadAllocatedBytes")
            .invoke(threads);
  }

  private static Stack.Output silent() {
    return new Stack.Output() {
      @Override
      public void send(String instance, Value message) {}

      @Override
      public void event(String instance, Direction direction, Event event) {}
    };
  }
}
