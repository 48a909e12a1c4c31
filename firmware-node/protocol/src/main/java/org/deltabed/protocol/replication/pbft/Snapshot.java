package org.deltabed.protocol.replication.pbft;

import java.util.Objects;
import org.deltabed.protocol.Value;

/** The {@link Service} at a stable {@link Checkpoint}, which a {@link Certificate} proves. */
public record Snapshot(Value stable, Value service) implements Value {
  public Snapshot {
    Objects.requireNonNull(stable);
    Objects.requireNonNull(service);
  }

  @Override
  public String toString() {
    return "snapshot(" + stable + ", " + service + ")";
  }
}
