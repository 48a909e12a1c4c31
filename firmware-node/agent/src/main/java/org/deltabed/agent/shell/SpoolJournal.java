package org.deltabed.agent.shell;

import org.deltabed.agent.core.Journal;
import org.deltabed.trace.Kind;
import org.deltabed.trace.Spool;

/** The journal of a node: its boot's spool. */
public final class SpoolJournal implements Journal {
  private final Spool spool;

  public SpoolJournal(Spool spool) {
    this.spool = spool;
  }

  @Override
  public void add(Kind kind, int round, int slot, int peer, long timeNs, long a, long b) {
    spool.append(kind, round, slot, peer, timeNs, a, b);
  }

  @Override
  public void add(
      Kind kind, int round, int slot, int peer, long timeNs, long a, long b, String data) {
    spool.append(kind, round, slot, peer, timeNs, a, b, data);
  }

  @Override
  public void force() {
    spool.force();
  }

  @Override
  public long records() {
    return spool.nextSeq();
  }
}
