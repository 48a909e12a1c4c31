package org.deltabed.agent.core;

/** How far a run is; as in status messages. */
public enum RunState {
  IDLE("idle"),
  PREPARED("prepared"),
  ARMED("armed"),
  RUNNING("running"),
  ENDED("ended");

  /** As in status messages. */
  public final String text;

  RunState(String text) {
    this.text = text;
  }
}
