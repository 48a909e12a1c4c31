package org.deltabed.protocol.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Send;
import org.deltabed.protocol.Stack;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.junit.jupiter.api.Test;

/** What each link makes of a bus that loses frames, which is what they are for. */
class LossyBusTest {
  private static final int CYCLES = 12;

  /** Two processes in slots; p1 sends 5 to p2 in the first cycle, and some frames are lost. */
  private static final class Bus {
    private final List<Stack> stacks = new ArrayList<>();
    private final List<List<Runnable>> frames = new ArrayList<>();
    private final List<Event> deliveredAtP2 = new ArrayList<>();

    Bus(Protocol protocol) {
      for (int p = 1; p <= 2; p++) {
        frames.add(new ArrayList<>());
        stacks.add(new Stack(protocol.composition(), p, 2, output(p, protocol.top())));
        stacks.getLast().init();
      }
    }

    private Stack.Output output(int p, String top) {
      return new Stack.Output() {
        @Override
        public void send(String instance, Value message) {
          frames.get(p - 1).add(() -> stacks.forEach(stack -> stack.deliver(p, instance, message)));
        }

        @Override
        public void event(String instance, Direction direction, Event event) {
          if (p == 2 && direction == Direction.INDICATION && instance.equals(top)) {
            deliveredAtP2.add(event);
          }
        }
      };
    }

    void run(IntPredicate lost) {
      for (int slot = 0; slot < 2 * CYCLES; slot++) {
        List<Runnable> frame = List.copyOf(frames.get(slot % 2));
        frames.get(slot % 2).clear();
        if (!lost.test(slot)) {
          frame.forEach(Runnable::run);
        }
        if (slot % 2 == 1) {
          stacks.forEach(Stack::cycleEnd);
        }
      }
    }
  }

  private static List<Event> delivered(String id, IntPredicate lost) {
    Protocol protocol = Catalogue.find(id);
    Bus bus = new Bus(protocol);
    bus.stacks.getFirst().request(protocol.top(), new Send(2, new Num(5)));
    bus.run(lost);
    return bus.deliveredAtP2;
  }

  private static boolean inTwoCyclesOfThree(int slot) {
    return slot / 2 % 3 != 2;
  }

  @Test
  void aFairLossLinkLosesWhatIsInALostFrame() {
    assertEquals(List.of(), delivered("L1", LossyBusTest::inTwoCyclesOfThree));
    assertEquals(1, delivered("L1", slot -> false).size());
  }

  @Test
  void aStubbornLinkGetsThroughAgainAndAgain() {
    assertEquals(CYCLES, delivered("L2", slot -> false).size());
    assertEquals(CYCLES / 3, delivered("L2", LossyBusTest::inTwoCyclesOfThree).size());
  }

  @Test
  void aPerfectLinkGetsThroughOnce() {
    List<Event> once = Collections.singletonList(new Deliver(1, new Num(5)));
    assertEquals(once, delivered("L3", slot -> false));
    assertEquals(once, delivered("L3", LossyBusTest::inTwoCyclesOfThree));
    assertEquals(once, delivered("L3", slot -> slot < 2 * CYCLES - 2));
  }

  @Test
  void aBusThatLosesEverythingIsNotFair() {
    assertTrue(delivered("L3", slot -> true).isEmpty());
  }
}
