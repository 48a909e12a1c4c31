package org.deltabed.protocol.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Composition;
import org.deltabed.protocol.Composition.Part;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Execute;
import org.deltabed.protocol.Nil;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Numbered;
import org.deltabed.protocol.Stack;
import org.deltabed.protocol.Text;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.broadcast.BestEffortBroadcast;
import org.junit.jupiter.api.Test;

/**
 * One process of a replicated state machine against the sentences of dependable-systems-notes, 8.7
 * and 8.8. The broadcast below is only a stand-in: what the bus brings is what it delivers.
 */
class ReplicationPageTest {
  private final List<String> did = new ArrayList<>();
  private final Stack p1 = process();

  private Stack process() {
    Stack.Output output =
        new Stack.Output() {
          @Override
          public void send(String instance, Value message) {
            did.add("tob " + message);
          }

          @Override
          public void event(String instance, Direction direction, Event event) {
            if (instance.equals("rsm") && direction == Direction.INDICATION) {
              did.add(event.toString());
            }
          }
        };
    Part tob = Part.of("tob", BestEffortBroadcast::new);
    Stack stack =
        new Stack(
            Composition.of(Part.of("rsm", ReplicatedStateMachine::new).uses(tob)), 1, 3, output);
    stack.init();
    return stack;
  }

  private void deliver(int p, long number, long amount) {
    p1.deliver(p, "rsm/tob", new Numbered(number, new Num(amount)));
  }

  /** "upon rsm-EXECUTE cmd do trigger tob-BROADCAST cmd": nothing is applied yet. */
  @Test
  void aCommandIsBroadcast() {
    p1.request("rsm", new Execute(new Num(10)));
    assertEquals(List.of("tob [#1 10]"), did);
  }

  /** Departure 3: a process broadcasts nothing twice. */
  @Test
  void equalCommandsAreToldApart() {
    p1.request("rsm", new Execute(new Num(10)));
    p1.request("rsm", new Execute(new Num(10)));
    assertEquals(List.of("tob [#1 10]", "tob [#2 10]"), did);
  }

  /** "upon tob-DELIVER p, cmd do (r, state) ← F(cmd, state); trigger rsm-OUTPUT r". */
  @Test
  void aCommandIsAppliedWhenItIsDeliveredWhoeverExecutedIt() {
    deliver(2, 1, 10);
    deliver(1, 1, 5);
    assertEquals(List.of("Output[response=[p2 [10, 10]]]", "Output[response=[p1 [5, 15]]]"), did);
  }

  /** "All correct processes output the same sequence of responses": the order is what matters. */
  @Test
  void anotherOrderGivesOtherResponses() {
    deliver(2, 1, -10);
    deliver(1, 1, 10);
    deliver(2, 2, -10);
    assertEquals(
        List.of(
            "Output[response=[p2 [-10, nil]]]",
            "Output[response=[p1 [10, 10]]]",
            "Output[response=[p2 [-10, 0]]]"),
        did);
  }

  /** F is total: any value may be a command. */
  @Test
  void whatIsNoAmountIsRefused() {
    assertEquals(
        new Account.Applied(new Nil(), new Account(7)),
        new Account(7).apply(new Text("all of it")));
  }
}
