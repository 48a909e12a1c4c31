package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.memory.ReadImposeWriteMajority;

/** A read returns what it found without bringing it to a majority. */
public final class ReturnsBeforeImposing extends ReadImposeWriteMajority {
  public ReturnsBeforeImposing(Context context) {
    super(context);
  }

  @Override
  protected void impose() {
    complete();
  }
}
