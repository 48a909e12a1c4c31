package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Data;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.membership.ConsensusViewSynchrony;

/**
 * Remembers messages without who broadcast them, as the page has it: the second process that
 * broadcasts the same is not heard.
 */
public final class ForgetsWhoBroadcast extends ConsensusViewSynchrony {
  public ForgetsWhoBroadcast(Context context) {
    super(context);
  }

  @Override
  protected void vsDeliver(int src, Value m) {
    for (int other = 1; other <= n; other++) {
      if (delivered.contains(new Data(other, m))) {
        return;
      }
    }
    super.vsDeliver(src, m);
  }
}
