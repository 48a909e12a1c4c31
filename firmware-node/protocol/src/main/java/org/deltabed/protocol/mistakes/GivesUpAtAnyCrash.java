package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Crash;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.agreement.TerminatingReliableBroadcast;

/**
 * Takes the crash of anybody for that of the sender: {@code <crash, pi>} for {@code <crash, src>}.
 */
public final class GivesUpAtAnyCrash extends TerminatingReliableBroadcast {
  public GivesUpAtAnyCrash(Context context) {
    super(context);
  }

  @Override
  protected void upon(Event event) {
    super.upon(event instanceof Crash ? new Crash(src(index, n)) : event);
  }
}
