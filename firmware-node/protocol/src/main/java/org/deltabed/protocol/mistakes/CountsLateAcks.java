package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.memory.MajorityVoting;

/** 4.1.7's {@code [WRITE-ACK]}: an acknowledgement of the write before counts for this one. */
public final class CountsLateAcks extends MajorityVoting {
  public CountsLateAcks(Context context) {
    super(context);
  }

  @Override
  protected boolean isForThis(long ts) {
    return true;
  }
}
