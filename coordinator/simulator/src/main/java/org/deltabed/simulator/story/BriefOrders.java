package org.deltabed.simulator.story;

import org.deltabed.protocol.Change;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Flush;
import org.deltabed.protocol.InView;
import org.deltabed.protocol.Numbered;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.replication.paxos.Accepted;
import org.deltabed.protocol.replication.paxos.Chosen;
import org.deltabed.protocol.replication.paxos.Forward;
import org.deltabed.protocol.replication.paxos.Learn;
import org.deltabed.protocol.replication.paxos.Prepare;
import org.deltabed.protocol.replication.paxos.Promise;
import org.deltabed.protocol.replication.paxos.Proposal;
import org.deltabed.protocol.replication.paxos.Rejected;
import org.deltabed.protocol.replication.pbft.Checkpoint;
import org.deltabed.protocol.replication.pbft.CommitOrder;
import org.deltabed.protocol.replication.pbft.EnterView;
import org.deltabed.protocol.replication.pbft.Executed;
import org.deltabed.protocol.replication.pbft.Order;
import org.deltabed.protocol.replication.pbft.PrePrepare;
import org.deltabed.protocol.replication.pbft.PrepareOrder;
import org.deltabed.protocol.replication.pbft.Statement;
import org.deltabed.protocol.replication.pbft.ViewChange;

/** What agrees on an order, in short: of views, Multi-Paxos and PBFT, in the pages' letters. */
final class BriefOrders {
  private BriefOrders() {}

  static String of(Value value) {
    return switch (value) {
      case InView(int id, Value message) -> Brief.of(message) + " in V" + id;
      case Change change -> "V" + change.id() + " + sets";
      case Flush flush -> "flush V" + flush.id();
      case Forward(Value x) -> "forward " + Brief.of(x);
      case Prepare prepare -> "prepare n" + prepare.number();
      case Promise promise -> "promise n" + promise.number();
      case Proposal(long n, long i, Value x) -> "n" + n + " i" + i + " x=" + Brief.of(x);
      case Accepted(long n, long i) -> "ok n" + n + " i" + i;
      case Rejected rejected -> "reject n" + rejected.number();
      case Chosen(long i, Value x) -> "i" + i + "=" + Brief.of(x);
      case PrePrepare order -> "pre n" + order.sequence() + " " + whose(order.request());
      case PrepareOrder order -> "prepare n" + order.sequence();
      case CommitOrder order -> "commit n" + order.sequence();
      case Checkpoint checkpoint -> "check n" + checkpoint.sequence();
      case ViewChange change -> "change v" + change.view();
      case EnterView view -> "new v" + view.view();
      case Statement(int by, Numbered(_, Value command), _) -> "p" + by + "'s " + Brief.of(command);
      case Statement(_, Value content, _) -> Brief.of(content);
      default -> value.toString();
    };
  }

  static String of(Event event) {
    return switch (event) {
      case Learn(long position, Value x) -> "i" + position + "=" + Brief.of(x);
      case Order(Value request) -> Brief.of(request);
      case Executed(long sequence, Value request, _) -> "n" + sequence + "=" + whose(request);
      default -> event.toString();
    };
  }

  private static String whose(Value request) {
    return request instanceof Statement statement ? "p" + statement.by() + "'s" : Brief.of(request);
  }
}
