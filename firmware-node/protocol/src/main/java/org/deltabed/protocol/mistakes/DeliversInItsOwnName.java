package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.broadcast.WaitingCausalBroadcast;

/** The notes, literally: {@code trigger <rcoDeliver, self, m>} for what another broadcast. */
public final class DeliversInItsOwnName extends WaitingCausalBroadcast {
  public DeliversInItsOwnName(Context context) {
    super(context);
  }

  @Override
  protected int nameOf(int sender) {
    return self;
  }
}
