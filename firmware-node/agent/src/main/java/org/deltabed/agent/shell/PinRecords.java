package org.deltabed.agent.shell;

import org.deltabed.agent.core.Journal;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;

/**
 * What the node's pins say of its clock, on the way to its journal: edges of the SYNC wire, and its
 * own edges on the ALIVE line. Times are the node's clock's.
 */
public final class PinRecords {
  private final EdgeRing syncs = new EdgeRing();
  private final EdgeRing alives = new EdgeRing();
  private volatile String loss;
  private Journal journal;
  private final EdgeRing.Taker syncTaker = this::recordSync;
  private final EdgeRing.Taker aliveTaker = this::recordAlive;

  /** The SYNC wire changed; the thread that listens to it. {@code timeNs} is the driver's stamp. */
  void sync(boolean high, long timeNs) {
    syncs.put(TraceRecord.NONE, timeNs, high ? 1 : 0, 0);
  }

  /** The driver lost edges of the SYNC wire, at least so many; the thread that listens to it. */
  void syncsMissed(long edgesMin) {
    syncs.missed(edgesMin);
  }

  /** A line is gone without which the node must not go on. */
  void lost(String what) {
    loss = what;
  }

  /** Which line the node must not go on without, and why it is gone; null while there is none. */
  String loss() {
    return loss;
  }

  /** The node changed its ALIVE line between two readings; the thread that drives it. */
  void alive(int round, long beforeNs, long afterNs) {
    alives.put(round, afterNs, beforeNs, afterNs);
  }

  /** Records what came; the loop's thread. */
  void drain(Journal to) {
    journal = to;
    syncs.drain(syncTaker);
    alives.drain(aliveTaker);
  }

  /** With each SYNC edge goes how many were lost, so that a hole in them is no riddle. */
  private void recordSync(int round, long timeNs, long level, long unused) {
    journal.add(Kind.SYNC, round, TraceRecord.NONE, 0, timeNs, level, syncs.lost() + alives.lost());
  }

  private void recordAlive(int round, long timeNs, long beforeNs, long afterNs) {
    journal.add(Kind.ALIVE, round, TraceRecord.NONE, 0, timeNs, beforeNs, afterNs);
  }
}
