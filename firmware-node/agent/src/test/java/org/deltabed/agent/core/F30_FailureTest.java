package org.deltabed.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import org.junit.jupiter.api.Test;

class F30_FailureTest {
  @Test
  void whateverIsThrownIsRecordedWithItsPlaceAndForcedBeforeTheNodeStops() {
    MemoryJournal journal = new MemoryJournal(1, 1);
    Halted halted = Halt.because(journal, 5, new OutOfMemoryError("heap"));
    assertEquals(Halted.FAIL_SILENT, halted.exitCode());
    TraceRecord failure = journal.of(Kind.FAILURE).getFirst();
    assertTrue(failure.data().contains("java.lang.OutOfMemoryError: heap at "), failure.data());
    assertTrue(journal.has(Kind.HALT));
    assertEquals(journal.records(), journal.forced());
  }
}
