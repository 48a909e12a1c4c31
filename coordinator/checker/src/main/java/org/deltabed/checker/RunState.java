package org.deltabed.checker;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far the lab came with an attempt. */
public enum RunState {
  @JsonProperty("complete")
  COMPLETE,
  @JsonProperty("aborted")
  ABORTED
}
