package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.ReadReturn;
import org.deltabed.protocol.memory.ReadImposeWriteAll;

/** A read returns at once what the reader has, as in read-one write-all. */
public final class ReadsWithoutImposing extends ReadImposeWriteAll {
  public ReadsWithoutImposing(Context context) {
    super(context);
  }

  @Override
  protected void read() {
    trigger(new ReadReturn(held.value()));
  }
}
