package org.deltabed.agent.uplink;

import org.deltabed.agent.core.Answer;
import org.deltabed.agent.core.Journal;
import org.deltabed.agent.core.NodeSettings;
import org.deltabed.agent.core.Run;
import org.deltabed.agent.shell.AliveHold;
import org.deltabed.agent.shell.CommandDesk;

/** Turns what came on the command topic into actions for the loop; what is slow is done here. */
final class Commands {
  private static final long NS_PER_MS = 1_000_000;

  private final NodeSettings settings;
  private final Journal journal;
  private final String session;
  private final CommandDesk desk;
  private final Resender resender;
  private final AliveHold alive;

  Commands(
      NodeSettings settings,
      Journal journal,
      String session,
      CommandDesk desk,
      Resender resender,
      AliveHold alive) {
    this.settings = settings;
    this.journal = journal;
    this.session = session;
    this.desk = desk;
    this.resender = resender;
    this.alive = alive;
  }

  /** Publishes a boot's records again; false if there is no such boot. */
  interface Resender {
    boolean resend(int boot, long fromSeq);
  }

  void handle(BrokerLink.Incoming message) {
    if (message.retained()) {
      refuse("?", "", "a retained command is a stale one");
      return;
    }
    Order order;
    try {
      order = CommandParser.parse(message.text(), session);
    } catch (IllegalArgumentException e) {
      refuse("?", "", e.getMessage());
      return;
    }
    carryOut(order);
  }

  private void carryOut(Order order) {
    switch (order) {
      case Order.Prepare prepare -> prepare(prepare);
      case Order.Start start ->
          post(order, (node, nowNs) -> node.start(start.nonce(), start.startRound(), nowNs));
      case Order.Cancel cancel -> post(order, (node, nowNs) -> node.cancel(cancel.nonce(), nowNs));
      case Order.Resend resend -> {
        if (resender.resend(resend.boot(), resend.fromSeq())) {
          post(order, (node, nowNs) -> new Answer(true, "", node.round()));
        } else {
          refuse(order.name(), "", "no spool of boot " + resend.boot());
        }
      }
      case Order.Fill fill ->
          post(order, (node, nowNs) -> node.fill(fill.bytes(), fill.forMs() * NS_PER_MS, nowNs));
      case Order.HoldAlive hold -> {
        String refusal = alive.hold(hold.high(), hold.forMs());
        if (refusal.isEmpty()) {
          post(order, (node, nowNs) -> new Answer(true, "", node.round()));
        } else {
          refuse(order.name(), order.nonce(), refusal);
        }
      }
      case Order.Shutdown shutdown ->
          post(
              shutdown,
              (node, nowNs) -> {
                desk.stop();
                return new Answer(true, "", node.round());
              });
    }
  }

  private void prepare(Order.Prepare order) {
    Run run;
    try {
      run = Run.prepare(order.run(), settings, journal);
    } catch (IllegalArgumentException e) {
      refuse(order.name(), order.nonce(), e.getMessage());
      return;
    }
    post(order, (node, nowNs) -> node.prepare(run, nowNs));
  }

  private void post(Order order, CommandDesk.Action action) {
    desk.post(new CommandDesk.Command(order.name(), order.nonce(), action));
  }

  private void refuse(String name, String nonce, String reason) {
    desk.post(new CommandDesk.Command(name, nonce, (node, nowNs) -> node.refused(reason, nowNs)));
  }
}
