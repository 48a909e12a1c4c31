package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Version;
import org.deltabed.protocol.memory.ReadImposeWriteMajority;

/** 5.4's line within the {@code if}: who has the value already does not acknowledge it. */
public final class AcknowledgesOnlyNews extends ReadImposeWriteMajority {
  public AcknowledgesOnlyNews(Context context) {
    super(context);
  }

  @Override
  protected void store(int p, long r, Version version) {
    if (version.isNewerThan(held)) {
      super.store(p, r, version);
    }
  }
}
