package org.deltabed.protocol;

import java.util.Objects;

/** The page's {@code "process job"}, as an indication: the job is done. */
public record Processed(Value job) implements Event {
  public Processed {
    Objects.requireNonNull(job);
  }
}
