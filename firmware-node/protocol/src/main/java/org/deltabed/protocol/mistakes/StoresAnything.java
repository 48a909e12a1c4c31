package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Version;
import org.deltabed.protocol.memory.MajorityVoting;

/** 4.1.7's {@code (val, ts) ← (v, ts')}, also where ts' is lower. */
public final class StoresAnything extends MajorityVoting {
  public StoresAnything(Context context) {
    super(context);
  }

  @Override
  protected void store(Version version) {
    held = version;
  }
}
