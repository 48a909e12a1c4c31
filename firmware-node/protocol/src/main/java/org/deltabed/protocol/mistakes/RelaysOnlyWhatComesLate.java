package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.broadcast.LazyReliableBroadcast;

/** Relays what comes after its sender's crash is detected, and forgets what came before. */
public final class RelaysOnlyWhatComesLate extends LazyReliableBroadcast {
  public RelaysOnlyWhatComesLate(Context context) {
    super(context);
  }

  @Override
  protected void relayAllFrom(int p) {}
}
