package org.deltabed.checker;

import org.deltabed.trace.TraceRecord;

/** Changed copies of records. */
final class Records {
  private Records() {}

  static TraceRecord at(TraceRecord r, long timeNs) {
    return new TraceRecord(
        r.run(), r.node(), r.boot(), r.seq(), timeNs, r.kind(), r.round(), r.slot(), r.peer(),
        r.a(), r.b(), r.data());
  }

  static TraceRecord a(TraceRecord r, long a) {
    return new TraceRecord(
        r.run(),
        r.node(),
        r.boot(),
        r.seq(),
        r.timeNs(),
        r.kind(),
        r.round(),
        r.slot(),
        r.peer(),
        a,
        r.b(),
        r.data());
  }

  static TraceRecord b(TraceRecord r, long b) {
    return new TraceRecord(
        r.run(),
        r.node(),
        r.boot(),
        r.seq(),
        r.timeNs(),
        r.kind(),
        r.round(),
        r.slot(),
        r.peer(),
        r.a(),
        b,
        r.data());
  }

  static TraceRecord peer(TraceRecord r, int peer) {
    return new TraceRecord(
        r.run(),
        r.node(),
        r.boot(),
        r.seq(),
        r.timeNs(),
        r.kind(),
        r.round(),
        r.slot(),
        peer,
        r.a(),
        r.b(),
        r.data());
  }

  static TraceRecord data(TraceRecord r, String data) {
    return new TraceRecord(
        r.run(),
        r.node(),
        r.boot(),
        r.seq(),
        r.timeNs(),
        r.kind(),
        r.round(),
        r.slot(),
        r.peer(),
        r.a(),
        r.b(),
        data);
  }
}
