package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Version;
import org.deltabed.protocol.memory.ReadImposeWriteAll;

/** Takes over whatever a read imposes, also where it is older. */
public final class ImposesOldValues extends ReadImposeWriteAll {
  public ImposesOldValues(Context context) {
    super(context);
  }

  @Override
  protected void store(Version version) {
    held = version;
  }
}
