package org.deltabed.protocol.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Addressed;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.IdealCryptography;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Numbered;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Stack;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.replication.pbft.Certificate;
import org.deltabed.protocol.replication.pbft.Checkpoint;
import org.deltabed.protocol.replication.pbft.CommitOrder;
import org.deltabed.protocol.replication.pbft.Executed;
import org.deltabed.protocol.replication.pbft.PrePrepare;
import org.deltabed.protocol.replication.pbft.PrepareOrder;
import org.deltabed.protocol.replication.pbft.Service;
import org.deltabed.protocol.replication.pbft.StartTimer;
import org.deltabed.protocol.replication.pbft.Statement;
import org.deltabed.protocol.replication.pbft.ViewChange;
import org.junit.jupiter.api.Test;

/** One replica of four against multipaxos-pbft-exercise, PBFT. */
class PbftPageTest {
  private static final String LINKS = "pbft/replica/al";

  private final List<Value> sent = new ArrayList<>();
  private final List<Event> executed = new ArrayList<>();
  private final List<Event> timer = new ArrayList<>();
  private final Statement request = requestOf(4, 40);
  private final Value digest = new IdealCryptography(1).hash(request);
  private final PrepareOrder order = new PrepareOrder(0, 1, digest);
  private final Stack p2 = replica();

  private Stack replica() {
    Stack.Output output =
        new Stack.Output() {
          @Override
          public void send(String instance, Value message) {
            if (message instanceof Addressed(int to, var inner) && to == 3) {
              sent.add(inner);
            }
          }

          @Override
          public void event(String instance, Direction direction, Event event) {
            if (event instanceof Executed) {
              executed.add(event);
            }
            if (instance.equals("pbft/replica/timer") && direction == Direction.REQUEST) {
              timer.add(event);
            }
          }
        };
    Stack stack = new Stack(Catalogue.find("S5").underAdversary().composition(), 2, 4, 1, output);
    stack.init();
    return stack;
  }

  private static Statement requestOf(int client, long command) {
    Value content = new Numbered(1, new Num(command));
    return new Statement(client, content, new IdealCryptography(client).sign(content));
  }

  private void arrives(int sender, Value message) {
    p2.deliver(sender, LINKS, new Addressed(2, message));
  }

  private void prePrepare(Statement of) {
    Value its = new IdealCryptography(1).hash(of);
    Value signature = new IdealCryptography(1).sign(new PrepareOrder(0, 1, its));
    arrives(1, new PrePrepare(0, 1, of, signature));
  }

  private Statement by(int process) {
    return new Statement(process, order, new IdealCryptography(process).sign(order));
  }

  /** "PBFT: Prepare. Orders requests in a view": the backup says what it has accepted. */
  @Test
  void aBackupPreparesWhatThePrimaryHasNumbered() {
    prePrepare(request);
    assertEquals(List.of(by(2)), sent);
  }

  /** "... that there is no place for any other action": not for a second request of that number. */
  @Test
  void itPreparesNothingElseUnderThatNumber() {
    prePrepare(request);
    prePrepare(requestOf(3, 30));
    assertEquals(List.of(by(2)), sent);
  }

  /** "accepted pre-prepare and 2f prepare messages": its own is one of these. */
  @Test
  void itCommitsWithTwoFPreparesBesideThePrePrepare() {
    prePrepare(request);
    sent.clear();
    arrives(3, by(3));
    assertEquals(List.of(new CommitOrder(0, 1, digest)), sent);
  }

  /** Without the pre-prepare it commits nothing, however many prepare. */
  @Test
  void itNeedsThePrePrepare() {
    arrives(3, by(3));
    arrives(4, by(4));
    arrives(1, by(1));
    assertEquals(List.of(), sent);
  }

  /** "2f + 1 = quorum!": of commits. A second one of the same replica is none. */
  @Test
  void itExecutesWhatAQuorumCommits() {
    prePrepare(request);
    arrives(3, by(3));
    arrives(3, new CommitOrder(0, 1, digest));
    arrives(3, new CommitOrder(0, 1, digest));
    assertEquals(List.of(), executed);
    arrives(1, new CommitOrder(0, 1, digest));
    assertEquals(1, executed.size());
  }

  /**
   * "no place for any other action" is safety alone. A primary that executes everybody else's
   * requests, or one request under ever new numbers, is left all the same.
   */
  @Test
  void theTimerIsForTheRequestThatHasWaitedLongest() {
    p2.deliver(3, "pbft/al", new Addressed(2, requestOf(3, 30)));
    assertEquals(List.of(new StartTimer(1)), timer);
    prePrepare(request); // p4's
    arrives(3, by(3));
    arrives(3, new CommitOrder(0, 1, digest));
    arrives(1, new CommitOrder(0, 1, digest));
    assertEquals(1, executed.size());
    assertEquals(List.of(new StartTimer(1)), timer);
  }

  /** Who of the quorum has gone further waits no less: else nobody would move any more. */
  @Test
  void betweenViewsAQuorumThatWantsAtLeastThatViewWaits() {
    viewChange(1, 2);
    viewChange(4, 2); // with p1 that is f + 1: p2 follows, and they are a quorum
    assertEquals(List.of(new StartTimer(3)), timer);
    viewChange(1, 3);
    assertEquals(List.of(new StartTimer(3)), timer);
  }

  private void viewChange(int by, long view) {
    Value first = new Checkpoint(0, new IdealCryptography(by).hash(Service.NEW));
    Value change =
        new ViewChange(view, new Certificate(first, ProcessSet.EMPTY, List.of()), List.of());
    arrives(by, new Statement(by, change, new IdealCryptography(by).sign(change)));
  }

  /** What is beyond the window is in it as soon as the checkpoint is stable that others know of. */
  @Test
  void whatIsBeyondTheWindowIsKept() {
    Value its = new IdealCryptography(1).hash(request);
    PrepareOrder fifth = new PrepareOrder(0, 5, its);
    arrives(1, new PrePrepare(0, 5, request, new IdealCryptography(1).sign(fifth)));
    assertEquals(List.of(), sent);
    Value second = new Checkpoint(2, new Num(7));
    for (int p : List.of(1, 3, 4)) {
      arrives(p, new Statement(p, second, new IdealCryptography(p).sign(second)));
    }
    Value vote = new Statement(2, fifth, new IdealCryptography(2).sign(fifth));
    assertTrue(sent.contains(vote), sent::toString);
  }
}
