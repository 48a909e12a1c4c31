package org.deltabed.protocol.replication.backup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.deltabed.protocol.Nil;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.ValueOrder;

/**
 * The page's {@code db} and {@code dups}: what a server has. Immutable.
 *
 * @param db by key, in {@link ValueOrder}
 * @param dups of each client the reply to its last operation, by client
 */
public record ServerState(List<Value> db, List<Value> dups) implements Value {
  public static final ServerState EMPTY = new ServerState(List.of(), List.of());

  public ServerState {
    db = List.copyOf(db);
    dups = List.copyOf(dups);
  }

  /** {@code db[key]}; nil if there is none. */
  public Value get(Value key) {
    for (Value entry : db) {
      if (entry instanceof Pair(var k, var value) && k.equals(key)) {
        return value;
      }
    }
    return new Nil();
  }

  /** The reply to that client's last operation, or null. */
  public Result last(int client) {
    for (Value reply : dups) {
      if (reply instanceof Result last && last.client() == client) {
        return last;
      }
    }
    return null;
  }

  /** {@code dups[(client_id, seq)]}, or null. */
  public Result replyTo(ClientCall operation) {
    Result last = last(operation.client());
    return last != null && last.seq() == operation.seq() ? last : null;
  }

  /** {@code result = db[k]; db[k] = hash(db[k] + v); dups[(client_id, seq)] = result}. */
  public ServerState perform(ClientCall operation) {
    Value result = get(operation.key());
    return with(new Pair(operation.key(), new Hashed(result, operation.value())))
        .with(new Result(operation.client(), operation.seq(), result));
  }

  /** With {@code db[key] = value}. */
  public ServerState with(Pair entry) {
    List<Value> more = new ArrayList<>(db);
    more.removeIf(e -> e instanceof Pair(var key, var _) && key.equals(entry.key()));
    more.add(entry);
    more.sort(ValueOrder.ORDER);
    return new ServerState(more, dups);
  }

  /** With {@code dups[(client_id, seq)] = result}. */
  public ServerState with(Result reply) {
    List<Value> more = new ArrayList<>(dups);
    more.removeIf(r -> r instanceof Result known && known.client() == reply.client());
    more.add(reply);
    more.sort(Comparator.comparingInt(r -> ((Result) r).client()));
    return new ServerState(db, more);
  }

  @Override
  public String toString() {
    return "{" + db + " " + dups + "}";
  }
}
