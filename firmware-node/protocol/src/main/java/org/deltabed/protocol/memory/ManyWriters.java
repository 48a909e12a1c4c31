package org.deltabed.protocol.memory;

import org.deltabed.protocol.Value;
import org.deltabed.protocol.Version;

/**
 * R7: read-impose write-all with many writers, which implements an (N, N) atomic register (nnar).
 *
 * <p>As read-impose write-all; two writers that take the same timestamp are told apart by their
 * ranks.
 *
 * <p><b>Events.</b> Requests {@code <nnar, Read>} and {@code <nnar, Write, v>}; indications {@code
 * <nnar, ReadReturn, v>} and {@code <nnar, WriteReturn>}.
 *
 * <p><b>Properties.</b> Termination: if a correct process invokes an operation, then the operation
 * eventually completes. Atomicity: every read operation returns the value that was written most
 * recently in a hypothetical execution, where every failed operation appears to be complete or does
 * not appear to have been invoked at all, and every complete operation appears to have been
 * executed at some instant between its invocation and its completion. That is linearizability.
 *
 * <p><b>Assumptions.</b> Fail-stop: crash-stop, any f &lt; N, the perfect failure detector P,
 * best-effort broadcast. Each process has one operation open at a time. If P is not accurate,
 * atomicity is lost.
 *
 * <p><b>Uses.</b> {@code beb}: BestEffortBroadcast; {@code P}: PerfectFailureDetector.
 *
 * <p><b>Source.</b> distributed-algorithms-notes, (N,N) Atomic Register.
 *
 * <p><b>In slots.</b> As read-impose write-all.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>"Every failed operation appears to be complete or does not appear to have been invoked" is
 *       said of operations whose process crashed; it must hold as well of those that are still open
 *       when the history ends, which have not failed.
 *   <li>That the timestamp is taken from the own {@code ts}, without asking anybody, needs that an
 *       operation waits for all: where a majority is enough, a writer has to ask first.
 *   <li>Those of read-impose write-all (R4).
 * </ol>
 */
public class ManyWriters extends ReadImposeWriteAll {
  public ManyWriters(Context context) {
    super(context);
  }

  /** {@code [WRITE, ts + 1, rank(self), v]}. */
  @Override
  protected Version next(Value v) {
    return new Version(held.ts() + 1, self, v);
  }
}
