package org.deltabed.protocol.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.deltabed.protocol.Addressed;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Execute;
import org.deltabed.protocol.InRound;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Numbered;
import org.deltabed.protocol.OneProcess;
import org.deltabed.protocol.Sequence;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Catalogue;
import org.junit.jupiter.api.Test;

/** One process against the pseudocode of active-replication-exercise. */
class ActiveReplicationPageTest {
  private static final int CLIENT = 5;

  /** Of four servers and a client, where one server may be Byzantine. */
  private static OneProcess process(int self) {
    return new OneProcess(Catalogue.find("S3").underAdversary().composition(), self, 5, 1);
  }

  /** The only server, of one client, p2. */
  private static OneProcess onlyServer() {
    return new OneProcess(Catalogue.find("S3").underAdversary().composition(), 1, 2, 0);
  }

  private static Value numbered(long number, long value) {
    return new Numbered(number, new Num(value));
  }

  private static OneProcess answer(OneProcess client, int server, long number, long response) {
    return client.deliver(server, "/al", new Addressed(CLIENT, numbered(number, response)));
  }

  private static List<String> toServers(Value message) {
    return List.of(1, 2, 3, 4).stream().map(s -> "send " + new Addressed(s, message)).toList();
  }

  /** "{@code for each sj in {s1, s2, ... sm} do trigger pp2pSend(OP_REQ, op, i) to sj}". */
  @Test
  void aClientAsksAllServers() {
    OneProcess p5 = process(CLIENT).request(new Execute(new Num(50)));
    assertEquals(toServers(numbered(1, 50)), p5.didSince());
  }

  /** "{@code if not waiting}"; departure 7: the next operation begins when this one has ended. */
  @Test
  void aClientThatWaitsBeginsNothing() {
    OneProcess p5 = process(CLIENT).request(new Execute(new Num(50)));
    p5.didSince();
    p5.request(new Execute(new Num(51)));
    assertEquals(List.of(), p5.didSince());
    answer(answer(p5, 1, 1, 50), 2, 1, 50);
    assertEquals("Output[response=[p5 [50, 50]]]", p5.did.getFirst());
    assertEquals(toServers(numbered(2, 51)), p5.didSince().subList(1, 5));
  }

  /** "{@code when |response| > f}"; departure 1: that are equal, and to this operation. */
  @Test
  void anOperationIsCompletedByMoreThanFEqualAnswers() {
    OneProcess p5 = process(CLIENT).request(new Execute(new Num(50)));
    p5.didSince();
    answer(p5, 1, 1, 50);
    answer(p5, 1, 1, 50);
    answer(p5, 2, 1, 666);
    answer(p5, 3, 0, 50);
    assertEquals(List.of(), p5.didSince());
    answer(p5, 4, 1, 50);
    assertEquals(List.of("Output[response=[p5 [50, 50]]]"), p5.didSince());
  }

  /** "{@code pending ← pending ∪ {<op, j>}}" and "{@code trigger propose(candidate)}". */
  @Test
  void aServerProposesWhatIsPending() {
    OneProcess p1 = process(1).deliver(CLIENT, "/al", new Addressed(1, numbered(1, 50)));
    Value proposal = Sequence.of(new Data(CLIENT, numbered(1, 50)));
    Value first = new InRound(1, Sequence.of(proposal));
    assertEquals(toServers(first).subList(1, 4), p1.didSince());
  }

  /** "{@code when pending is not empty and not consensus_running}". */
  @Test
  void aServerProposesNothingWhileAConsensusRuns() {
    OneProcess p1 = process(1).deliver(CLIENT, "/al", new Addressed(1, numbered(1, 50)));
    p1.didSince();
    p1.deliver(CLIENT, "/al", new Addressed(1, numbered(2, 51)));
    assertEquals(List.of(), p1.didSince());
  }

  /** "{@code upon event decide(<op, j>)}": execute it, and {@code pp2pSend(ACK, op, i) to cj}. */
  @Test
  void aServerExecutesAndAnswersWhatIsDecided() {
    OneProcess p1 = onlyServer().deliver(2, "/al", new Addressed(1, numbered(1, 20)));
    assertEquals(
        List.of("Output[response=[p2 [20, 20]]]", "send " + new Addressed(2, numbered(1, 20))),
        p1.didSince());
  }

  /** "{@code executed ← executed ∪ {<op, j>}}", departure 6: whatever comes late. */
  @Test
  void nothingIsExecutedTwice() {
    OneProcess p1 = onlyServer().deliver(2, "/al", new Addressed(1, numbered(1, 20)));
    p1.didSince();
    p1.deliver(2, "/al", new Addressed(1, numbered(1, 20)));
    assertEquals(List.of(), p1.didSince());
  }
}
