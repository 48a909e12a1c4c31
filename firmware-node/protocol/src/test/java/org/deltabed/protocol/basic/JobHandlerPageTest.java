package org.deltabed.protocol.basic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.deltabed.protocol.Handle;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.OneProcess;
import org.deltabed.protocol.catalogue.Catalogue;
import org.junit.jupiter.api.Test;

/** The job handlers against the lines of dependable-systems-notes, 1.1.4 Module Jobhandler. */
class JobHandlerPageTest {
  private static OneProcess process(String id) {
    return new OneProcess(Catalogue.find(id).composition(), 1, 1);
  }

  private static Handle job(long number) {
    return new Handle(new Num(number));
  }

  /** "process job; trigger jh, confirm | job". */
  @Test
  void theSynchronousHandlerProcessesAndThenConfirms() {
    assertEquals(
        List.of("Processed[job=7]", "Confirm[job=7]"), process("M1").request(job(7)).didSince());
  }

  /** "buf ← buf ∪ {job}; trigger jh, confirm | job", and then "upon buf ≠ ∅". */
  @Test
  void theAsynchronousHandlerConfirmsAndProcessesLater() {
    OneProcess handler = process("M1-async").request(job(7));
    assertEquals(List.of("Confirm[job=7]"), handler.didSince());
    handler.cycleEnd();
    assertEquals(List.of("Processed[job=7]"), handler.didSince());
    handler.cycleEnd();
    assertEquals(List.of(), handler.didSince());
  }

  /** Departures 3 and 4 of M1-async: equal jobs are two, and the oldest comes first. */
  @Test
  void theBufferIsAListAndNotASet() {
    OneProcess handler = process("M1-async").request(job(7)).request(job(8)).request(job(7));
    handler.didSince();
    handler.cycleEnd().cycleEnd().cycleEnd().cycleEnd();
    assertEquals(
        List.of("Processed[job=7]", "Processed[job=8]", "Processed[job=7]"), handler.didSince());
  }
}
