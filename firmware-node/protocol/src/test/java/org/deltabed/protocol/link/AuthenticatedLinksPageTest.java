package org.deltabed.protocol.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.deltabed.protocol.Addressed;
import org.deltabed.protocol.Authenticated;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.IdealCryptography;
import org.deltabed.protocol.Nil;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.OneProcess;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Send;
import org.deltabed.protocol.Stack;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Catalogue;
import org.junit.jupiter.api.Test;

/**
 * One process of authenticated perfect links against dependable-systems-notes, 2.2, and the
 * properties that distributed-algorithms-notes counts on in Authenticated Echo Broadcast.
 */
class AuthenticatedLinksPageTest {
  private static final Value M = new Num(7);
  private static final String DELIVERED = "Deliver[sender=2, message=7]";

  private final OneProcess p1 = new OneProcess(Catalogue.find("L4").composition(), 1, 4, 1);

  /** What a process would send to p1 under that number. */
  private static Value from(int sender, long number, Value m) {
    Value covered = AuthenticatedLinks.covered(sender, 1, number, m);
    Value code = new IdealCryptography(sender).authenticate(1, covered);
    return new Addressed(1, new Authenticated(number, m, code));
  }

  /** "authentication(p, q, m) → a": a code for each receiver, and a number. */
  @Test
  void whatIsSentCarriesANumberAndACode() {
    p1.request(new Send(2, M)).request(new Send(3, M)).request(new Send(2, M));
    assertEquals(
        List.of("send [to p2 [#1 7 µ]]", "send [to p3 [#1 7 µ]]", "send [to p2 [#2 7 µ]]"),
        p1.didSince());
  }

  /** "verifyAuth(p, q, m, a) → YES". */
  @Test
  void whatItsSenderHasAuthenticatedIsDelivered() {
    p1.deliver(2, "", from(2, 1, M)).deliver(2, "", from(2, 2, M));
    assertEquals(List.of(DELIVERED, DELIVERED), p1.didSince());
  }

  /** No duplication: a message is delivered once, whoever repeats it. */
  @Test
  void aReplayIsRefused() {
    p1.deliver(2, "", from(2, 1, M)).deliver(2, "", from(2, 1, M)).deliver(3, "", from(2, 1, M));
    assertEquals(List.of(DELIVERED), p1.didSince());
  }

  /** Authenticity: neither in another's name, nor altered, nor without a code. */
  @Test
  void whatIsForgedIsRefused() {
    Value code = ((Authenticated) ((Addressed) from(2, 1, M)).message()).code();
    p1.deliver(2, "", from(3, 1, M));
    p1.deliver(2, "", new Addressed(1, new Authenticated(1, new Num(8), code)));
    p1.deliver(2, "", new Addressed(1, new Authenticated(2, M, code)));
    p1.deliver(2, "", new Addressed(1, new Authenticated(1, M, new Nil())));
    p1.deliver(2, "", new Addressed(1, M));
    p1.deliver(2, "", M);
    assertEquals(List.of(), p1.didSince());
    p1.deliver(2, "", from(2, 1, M));
    assertEquals(List.of(DELIVERED), p1.didSince(), "and what is right comes through");
  }

  /** Departure 2: what p1 sent to p2 is nothing that p2 sent to p1. */
  @Test
  void whatIsReflectedIsRefused() {
    Value covered = AuthenticatedLinks.covered(1, 2, 1, M);
    Value own = new IdealCryptography(1).authenticate(2, covered);
    p1.deliver(2, "", new Addressed(1, new Authenticated(1, M, own)));
    assertEquals(List.of(), p1.didSince());
  }

  /** Departure 3: memory is bounded whatever numbers a sender chooses; departure 4. */
  @Test
  void numbersFarAheadAreRefused() {
    Stack stack = new Stack(Catalogue.find("L4").composition(), 1, 2, 0, new Effects());
    stack.init();
    long last = 2 * AuthenticatedLinks.WINDOW;
    for (long number = 2; number <= last; number++) {
      stack.deliver(2, "al", from(2, number, M));
    }
    AuthenticatedLinks.S state = (AuthenticatedLinks.S) stack.save().fixed().getFirst();
    assertEquals(
        AuthenticatedLinks.WINDOW - 1, state.delivered().bySender().get(1).beyond().size());
    assertEquals(ProcessSet.of(2), state.caught());
  }

  /** Drops what the process does. */
  private static final class Effects implements Stack.Output {
    @Override
    public void send(String instance, Value message) {}

    @Override
    public void event(String instance, Direction direction, Event event) {}
  }
}
