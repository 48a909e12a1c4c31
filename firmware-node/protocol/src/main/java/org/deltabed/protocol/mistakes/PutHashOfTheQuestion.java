package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Value;
import org.deltabed.protocol.replication.backup.ClientCall;
import org.deltabed.protocol.replication.backup.Pair;
import org.deltabed.protocol.replication.backup.PutHashServer;
import org.deltabed.protocol.replication.backup.Result;

/**
 * X05: the design of the question. The backup sends the result and the new value, and the primary
 * enters these two.
 */
public final class PutHashOfTheQuestion extends PutHashServer {
  public PutHashOfTheQuestion(Context context) {
    super(context);
  }

  /** {@code return (result, db[k])}. */
  @Override
  protected Value answered(ClientCall operation) {
    return new Pair(operation.key(), state.get(operation.key()));
  }

  /** {@code db[k] = newval; dups[(client_id, seq)] = result}. */
  @Override
  protected void takeOver(Result result, Value taken) {
    state = state.with((Pair) taken).with(result);
  }
}
