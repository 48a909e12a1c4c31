package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.memory.MultiValuedRegister;

/** Writes the lowest bit first and takes the first that it reads for the highest. */
public final class ReadsBitsBackwards extends MultiValuedRegister {
  public ReadsBitsBackwards(Context context) {
    super(context);
  }

  @Override
  protected long weight(long b) {
    return b << (BITS - 1 - i);
  }
}
