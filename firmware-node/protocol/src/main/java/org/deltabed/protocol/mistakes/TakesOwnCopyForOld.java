package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Value;
import org.deltabed.protocol.broadcast.LazyReliableBroadcast;

/**
 * Follows the page's comment, "I don't think we need to deliver here", and leaves the line above
 * it: the own copy that comes is taken for a repetition.
 */
public final class TakesOwnCopyForOld extends LazyReliableBroadcast {
  public TakesOwnCopyForOld(Context context) {
    super(context);
  }

  @Override
  protected void deliverOwn(Value m) {}
}
