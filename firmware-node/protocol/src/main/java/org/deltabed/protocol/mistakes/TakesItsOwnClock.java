package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Version;
import org.deltabed.protocol.memory.QuorumStore;

/** A put takes its version from the own replica and asks nobody. */
public final class TakesItsOwnClock extends QuorumStore {
  public TakesItsOwnClock(Context context) {
    super(context);
  }

  @Override
  protected void put() {
    write(new Version(store.of(key).ts() + 1, self, value));
  }
}
