package org.deltabed.agent.core;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Stack;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.trace.EventJson;
import org.deltabed.trace.JsonText;
import org.deltabed.wire.Decoded;
import org.deltabed.wire.KeyedCryptography;
import org.deltabed.wire.MessageCodec;
import org.deltabed.wire.RunSecret;

/**
 * Plays a protocol for Byzantine processes with all its processes, none of which misbehaves, and
 * with keys that nobody else has: the first signature that a node ever makes or checks takes it
 * longer than a slot, and a node that prepares alone gets none to check. Nothing of it is recorded
 * or sent.
 */
final class SignedRehearsal {
  private static final int PLAYS = 3;
  private static final int CYCLES = 6;

  private record Sent(String instance, Value message) {}

  /** One of the processes, and what it has to say in its next slot. */
  private static final class Player implements Stack.Output {
    private final Stack stack;
    private List<Sent> sent = new ArrayList<>();

    Player(Protocol protocol, int self, int n, int f, RunSecret secret) {
      var crypto = new KeyedCryptography(secret.keysOf(self, n));
      stack = new Stack(protocol.composition(), self, n, f, crypto, this);
    }

    @Override
    public void send(String instance, Value message) {
      sent.add(new Sent(instance, message));
    }

    @Override
    public void event(String instance, Direction direction, Event event) {
      EventJson.write(new JsonText(RunMessages.EVENT_BYTES), instance, direction, event);
    }

    List<Sent> takeAll() {
      List<Sent> all = sent;
      sent = new ArrayList<>();
      return all;
    }
  }

  private final List<Player> players = new ArrayList<>();
  private final byte[] encoded = new byte[RunMessages.MESSAGE_BYTES_MAX];

  private SignedRehearsal(Protocol protocol, int n, int f) {
    RunSecret secret = RunSecret.fresh();
    for (int p = 1; p <= n; p++) {
      players.add(new Player(protocol, p, n, f, secret));
    }
  }

  /** Takes some hundred milliseconds the first time; what goes wrong will show in the run. */
  static void play(Protocol protocol, RunOrder order, NodeSettings settings) {
    try {
      for (int i = 0; i < PLAYS; i++) {
        perform(protocol, settings.n(), order);
      }
    } catch (IllegalStateException e) {
      return; // a seeded mistake
    }
  }

  static void perform(Protocol protocol, int n, RunOrder order) {
    SignedRehearsal rehearsal = new SignedRehearsal(protocol, n, order.crashesMax());
    rehearsal.begin(protocol, order);
    for (int i = 0; i < CYCLES; i++) {
      rehearsal.cycle();
    }
  }

  private void begin(Protocol protocol, RunOrder order) {
    players.forEach(player -> player.stack.init());
    for (int p = 1; p <= players.size(); p++) {
      Value value = new Num(order.proposal());
      for (Event request : protocol.workload().requests(p, players.size(), value, 1)) {
        players.get(p - 1).stack.request(protocol.top(), request);
      }
    }
  }

  private void cycle() {
    for (int sender = 1; sender <= players.size(); sender++) {
      for (Sent one : players.get(sender - 1).takeAll()) {
        for (Player receiver : players) {
          deliver(receiver.stack, sender, one);
        }
      }
    }
    players.forEach(player -> player.stack.cycleEnd());
  }

  private void deliver(Stack stack, int sender, Sent one) {
    int number = stack.number(one.instance());
    int length = MessageCodec.encode(number, stack.index(one.instance()), one.message(), encoded);
    if (length != MessageCodec.TOO_LONG
        && MessageCodec.decode(encoded, 0, length) instanceof Decoded.Message message) {
      stack.deliver(sender, one.instance(), message.value());
    }
  }
}
