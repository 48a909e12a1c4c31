package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.memory.FromOneReader;

/** A reader does not write to the others what it is going to return. */
public final class KeepsWhatItRead extends FromOneReader {
  public KeepsWhatItRead(Context context) {
    super(context);
  }

  @Override
  protected void allRead() {
    complete();
  }
}
