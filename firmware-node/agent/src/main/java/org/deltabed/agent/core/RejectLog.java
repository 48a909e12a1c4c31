package org.deltabed.agent.core;

import java.util.Locale;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import org.deltabed.wire.Reject;
import org.deltabed.wire.StreamFault;

/**
 * Counts what was refused, by reason, and records the totals: the first of a reason at once,
 * further ones at most once a cycle, so that a babbling node cannot flood the spool. Allocates
 * nothing.
 */
final class RejectLog {
  private static final Reject[] REJECTS = Reject.values();
  private static final Refusal[] REFUSALS = Refusal.values();
  private static final StreamFault[] FAULTS = StreamFault.values();
  private static final int REASONS = REJECTS.length + REFUSALS.length + FAULTS.length;

  private final Journal journal;
  private final long cycleNs;
  private final String[] data = new String[REASONS];
  private final long[] totals = new long[REASONS];
  private final long[] recorded = new long[REASONS];
  private final long[] recordedNs = new long[REASONS];
  private final int[] peers = new int[REASONS];

  RejectLog(Journal journal, long cycleNs) {
    this.journal = journal;
    this.cycleNs = cycleNs;
    int reason = 0;
    for (Reject reject : REJECTS) {
      data[reason++] = Json.object("reason", text(reject));
    }
    for (Refusal refusal : REFUSALS) {
      data[reason++] = Json.object("reason", refusal.text);
    }
    for (StreamFault fault : FAULTS) {
      data[reason++] = Json.object("reason", "stream-" + text(fault));
    }
  }

  private static String text(Enum<?> reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @SuppressWarnings("EnumOrdinal") // places in arrays of this object, which never leave it
  void count(Reject reason, int peer, long nowNs) {
    count(reason.ordinal(), peer, nowNs);
  }

  @SuppressWarnings("EnumOrdinal") // as above
  void count(Refusal reason, int peer, long nowNs) {
    count(REJECTS.length + reason.ordinal(), peer, nowNs);
  }

  @SuppressWarnings("EnumOrdinal") // as above
  void count(StreamFault fault, int peer, long nowNs) {
    count(REJECTS.length + REFUSALS.length + fault.ordinal(), peer, nowNs);
  }

  private void count(int reason, int peer, long nowNs) {
    totals[reason]++;
    peers[reason] = peer;
    if (recorded[reason] == 0 || nowNs - recordedNs[reason] >= cycleNs) {
      record(reason, nowNs);
    }
  }

  /** Records every total that has grown since it was last recorded. */
  void flush(long nowNs) {
    for (int reason = 0; reason < REASONS; reason++) {
      if (totals[reason] > recorded[reason]) {
        record(reason, nowNs);
      }
    }
  }

  private void record(int reason, long nowNs) {
    recorded[reason] = totals[reason];
    recordedNs[reason] = nowNs;
    journal.add(
        Kind.REJECT,
        TraceRecord.NONE,
        TraceRecord.NONE,
        peers[reason],
        nowNs,
        totals[reason],
        0,
        data[reason]);
  }
}
