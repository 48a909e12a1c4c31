package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.membership.ConsensusViewSynchrony;

/** Begins to flush when a crash is detected and in no other case, as the page has it. */
public final class LosesCrashWhileFlushing extends ConsensusViewSynchrony {
  public LosesCrashWhileFlushing(Context context) {
    super(context);
  }

  @Override
  protected void crash(int p) {
    super.crash(p);
    if (!flushing) {
      block();
    }
  }

  @Override
  protected boolean isToFlush() {
    return false;
  }
}
