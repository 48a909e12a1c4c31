package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Numbered;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.replication.pbft.Replica;
import org.deltabed.protocol.replication.pbft.Statement;

/** Takes a client's request without looking at who has signed it. */
public final class OrdersUnsignedRequests extends Replica {
  public OrdersUnsignedRequests(Context context) {
    super(context);
  }

  @Override
  protected boolean isAsked(Value request) {
    return request instanceof Statement statement && statement.content() instanceof Numbered;
  }
}
