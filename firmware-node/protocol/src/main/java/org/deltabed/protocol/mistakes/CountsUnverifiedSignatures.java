package org.deltabed.protocol.mistakes;

import java.util.List;
import org.deltabed.protocol.Nil;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.broadcast.SignedEchoBroadcast;

/** Counts the signatures of a FINAL without looking at whose they are, and of what. */
public final class CountsUnverifiedSignatures extends SignedEchoBroadcast {
  public CountsUnverifiedSignatures(Context context) {
    super(context);
  }

  @Override
  protected int signing(Value m, List<Value> all) {
    return (int) all.stream().filter(signature -> !(signature instanceof Nil)).count();
  }
}
