package org.deltabed.simulator.story;

import org.deltabed.protocol.Addressed;
import org.deltabed.protocol.Adopted;
import org.deltabed.protocol.Block;
import org.deltabed.protocol.BlockOk;
import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Decide;
import org.deltabed.protocol.Decided;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Execute;
import org.deltabed.protocol.Get;
import org.deltabed.protocol.Heartbeat;
import org.deltabed.protocol.Held;
import org.deltabed.protocol.Impose;
import org.deltabed.protocol.InRound;
import org.deltabed.protocol.Latest;
import org.deltabed.protocol.Leader;
import org.deltabed.protocol.NewView;
import org.deltabed.protocol.Nil;
import org.deltabed.protocol.Numbered;
import org.deltabed.protocol.Output;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Propose;
import org.deltabed.protocol.Put;
import org.deltabed.protocol.Query;
import org.deltabed.protocol.Read;
import org.deltabed.protocol.ReadReturn;
import org.deltabed.protocol.Restore;
import org.deltabed.protocol.Send;
import org.deltabed.protocol.Store;
import org.deltabed.protocol.Stored;
import org.deltabed.protocol.Suspect;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.View;
import org.deltabed.protocol.Vote;
import org.deltabed.protocol.WithPast;
import org.deltabed.protocol.Write;
import org.deltabed.protocol.WriteReturn;
import org.deltabed.protocol.replication.backup.Acknowledged;
import org.deltabed.protocol.replication.backup.BackupCall;
import org.deltabed.protocol.replication.backup.BackupResult;
import org.deltabed.protocol.replication.backup.ClientCall;
import org.deltabed.protocol.replication.backup.PutHash;
import org.deltabed.protocol.replication.backup.PutHashReturn;
import org.deltabed.protocol.replication.backup.Refused;
import org.deltabed.protocol.replication.backup.Result;
import org.deltabed.protocol.replication.backup.Retry;
import org.deltabed.protocol.replication.backup.Transfer;
import org.deltabed.protocol.replication.backup.Transferred;

/**
 * Values and events as short as a picture needs them: what they are about, without its wrapping.
 */
final class Brief {
  private Brief() {}

  static String of(Value value) {
    return switch (value) {
      case Addressed(int to, Value message) -> "→p" + to + " " + of(message);
      case Data(int source, Value message) -> "p" + source + ":" + of(message);
      case Numbered(_, Value message) -> of(message);
      case InRound(_, Value message) -> of(message);
      case Latest(int round, Value v, int adopted) -> round + ":" + of(v) + "@" + adopted;
      case Impose(int round, Value v) -> round + "!" + of(v);
      case Adopted(int round) -> round + " ok";
      case Vote(int round, boolean second, Value v) ->
          round + (second ? "b:" : "a:") + (v instanceof Nil ? "-" : of(v));
      case Decided(Value v) -> "=" + of(v);
      case WithPast(_, Value message) -> of(message) + " +past";
      case Store stored -> "write " + of(stored.value());
      case Stored _ -> "ack";
      case Query _ -> "read";
      case Held held -> "has " + of(held.value());
      case Heartbeat() -> "\u2665";
      case ClientCall(int client, long seq, _, Value v) -> "p" + client + "#" + seq + " " + of(v);
      case BackupCall(_, _, Value call) -> of(call);
      case BackupResult(_, _, Value result, _) -> of(result);
      case Result(int client, long seq, Value v) -> "p" + client + "#" + seq + "=" + of(v);
      case Retry _ -> "retry";
      case Refused _ -> "refused";
      case Transfer _ -> "state";
      case Transferred _ -> "state ok";
      case Acknowledged(int view) -> "ack V" + view;
      case View(int id, ProcessSet members) -> "V" + id + " " + members.toString().replace("p", "");
      default -> BriefOrders.of(value);
    };
  }

  static String of(Event event) {
    return switch (event) {
      case Propose(Value value) -> of(value);
      case Decide(Value value) -> of(value);
      case Broadcast(Value message) -> of(message);
      case Deliver(_, Value message) -> of(message);
      case Send(_, Value message) -> of(message);
      case Execute(Value command) -> of(command);
      case Output(Value response) -> of(response);
      case NewView(View view) -> of(view);
      case Read() -> "read";
      case Write(Value value) -> "write " + of(value);
      case Get(Value key) -> "get " + of(key);
      case Put(Value key, Value value) -> "put " + of(key) + " " + of(value);
      case ReadReturn(Value value) -> of(value);
      case WriteReturn() -> "ok";
      case PutHash(_, Value v) -> "+" + of(v);
      case PutHashReturn(Value v) -> of(v);
      case Suspect(int p) -> "p" + p + "?";
      case Restore(int p) -> "p" + p + " lives";
      case Leader(int p) -> "p" + p + " leads";
      case Block() -> "block";
      case BlockOk() -> "block ok";
      default -> BriefOrders.of(event);
    };
  }
}
