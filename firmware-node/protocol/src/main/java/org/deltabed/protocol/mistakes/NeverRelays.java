package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Value;
import org.deltabed.protocol.broadcast.EagerReliableBroadcast;

/** Relays nothing: best-effort broadcast where the reliable one is promised. */
public final class NeverRelays extends EagerReliableBroadcast {
  public NeverRelays(Context context) {
    super(context);
  }

  @Override
  protected void relay(int s, Value m) {}
}
