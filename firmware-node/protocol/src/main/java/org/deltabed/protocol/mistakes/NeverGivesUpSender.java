package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.agreement.TerminatingReliableBroadcast;

/**
 * Waits for the message of a sender that crashed: reliable broadcast, where nobody need deliver.
 */
public final class NeverGivesUpSender extends TerminatingReliableBroadcast {
  public NeverGivesUpSender(Context context) {
    super(context);
  }

  @Override
  protected void crash() {}
}
