package org.deltabed.protocol.harness;

import org.deltabed.protocol.catalogue.Protocol;

/** A run in slots whose transcript is kept: {@code file} without its ending. */
record Scenario(String file, Protocol protocol, Setup setup, int slots, Schedule schedule) {
  Scenario(String file, Protocol protocol, int n, int slots, Schedule schedule) {
    this(file, protocol, Setup.of(n), slots, schedule);
  }

  int n() {
    return setup.n();
  }

  @Override
  public String toString() {
    return file;
  }
}
