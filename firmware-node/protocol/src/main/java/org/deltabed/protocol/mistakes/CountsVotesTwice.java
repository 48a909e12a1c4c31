package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Value;
import org.deltabed.protocol.broadcast.ByzantineReliableBroadcast;
import org.deltabed.protocol.broadcast.Votes;

/** Counts votes and not voters: the second of one process takes another's place. */
public final class CountsVotesTwice extends ByzantineReliableBroadcast {
  public CountsVotesTwice(Context context) {
    super(context);
  }

  @Override
  protected Votes withVote(Votes votes, int p, Value m) {
    for (int place = 1; place <= n; place++) {
      if (votes.lacks(place)) {
        return votes.with(place, m);
      }
    }
    return votes;
  }
}
