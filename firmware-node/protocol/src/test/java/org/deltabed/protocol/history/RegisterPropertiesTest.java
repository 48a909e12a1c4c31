package org.deltabed.protocol.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Get;
import org.deltabed.protocol.Nil;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Put;
import org.deltabed.protocol.Read;
import org.deltabed.protocol.ReadReturn;
import org.deltabed.protocol.Text;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.Write;
import org.deltabed.protocol.WriteReturn;
import org.deltabed.protocol.properties.RegisterProperties;
import org.junit.jupiter.api.Test;

/** Histories of registers that keep and that break each of the semantics. */
class RegisterPropertiesTest {
  private static final Property VALIDITY = RegisterProperties.validity("reg", false);
  private static final Property ORDERING = RegisterProperties.ordering("reg", false);
  private static final Property ATOMIC = RegisterProperties.linearizability("reg", false);
  private static final Property SAFE = RegisterProperties.safe("reg", 11, false);
  private static final Property SAFETY = RegisterProperties.safety("reg", false);
  private static final Property FRESH = RegisterProperties.noStaleRead("reg", false);
  private static final Property CREATED = RegisterProperties.noCreation("reg", false);

  private final List<Occurrence> occurrences = new ArrayList<>();

  /** In the next slot. */
  private RegisterPropertiesTest then(int p, Event event) {
    boolean asks = !(event instanceof ReadReturn || event instanceof WriteReturn);
    long slot = occurrences.size();
    occurrences.add(
        new Occurrence(
            p,
            slot,
            slot,
            "reg",
            asks ? Direction.REQUEST : Direction.INDICATION,
            event,
            "#" + slot));
    return this;
  }

  private RegisterPropertiesTest write(int p, long value) {
    return then(p, new Write(new Num(value)));
  }

  private RegisterPropertiesTest written(int p) {
    return then(p, new WriteReturn());
  }

  private RegisterPropertiesTest read(int p, Value value) {
    return then(p, new Read()).then(p, new ReadReturn(value));
  }

  private History history() {
    return history(ProcessSet.EMPTY, 100);
  }

  private History history(ProcessSet crashed, long slots) {
    return new History(ProcessSet.all(3), crashed, Map.of(), slots, occurrences);
  }

  private void holds(Property... properties) {
    for (Property property : properties) {
      Outcome outcome = property.check(history());
      assertTrue(outcome.holds() && outcome.judged(), outcome::toString);
    }
  }

  private void breaks(Property... properties) {
    for (Property property : properties) {
      assertFalse(property.check(history()).holds(), property.name());
    }
  }

  @Test
  void theLastValueIsRead() {
    write(1, 7).written(1).read(2, new Num(7)).write(1, 8).written(1).read(3, new Num(8));
    holds(VALIDITY, ORDERING, ATOMIC, SAFE, SAFETY, FRESH, CREATED);
  }

  @Test
  void anOldValueIsStale() {
    write(1, 7).written(1).write(1, 8).written(1).read(2, new Num(7));
    breaks(VALIDITY, ATOMIC, SAFE, SAFETY, FRESH);
    holds(CREATED, ORDERING);
    assertEquals(List.of("#0", "#1", "#2", "#3", "#4", "#5"), VALIDITY.check(history()).refs());
  }

  @Test
  void nilIsStaleAfterAWrite() {
    write(1, 7).written(1).read(2, new Nil());
    breaks(VALIDITY, ATOMIC, SAFE, SAFETY, FRESH);
    holds(CREATED);
  }

  @Test
  void meanwhileTheOldOrTheNewValueIsReadAndNoOther() {
    write(1, 7).written(1).write(1, 8).read(2, new Num(7)).read(3, new Num(8)).written(1);
    holds(VALIDITY, ORDERING, ATOMIC, SAFE, SAFETY);
    read(2, new Num(9));
    breaks(VALIDITY, ATOMIC, SAFE, SAFETY, CREATED);
  }

  /** "It is possible to have a read-read inversion if a write is slow." */
  @Test
  void anInversionIsRegularAndNotAtomic() {
    write(1, 7).written(1).write(1, 8).read(2, new Num(8)).read(3, new Num(7)).written(1);
    holds(VALIDITY, SAFE, SAFETY, FRESH);
    breaks(ORDERING, ATOMIC);
  }

  /** A write of a crashed process is concurrent with all that follows. */
  @Test
  void aPendingWriteMayBeReadOrNot() {
    write(1, 7).read(2, new Nil()).read(3, new Num(7));
    holds(VALIDITY, ORDERING, ATOMIC);
    read(2, new Nil());
    holds(VALIDITY);
    breaks(ORDERING, ATOMIC);
  }

  /** "(a safe register can return any object from the domain)". */
  @Test
  void aSafeRegisterMayReturnAnythingOfItsDomainMeanwhile() {
    write(1, 9).written(1).write(1, 6).read(2, new Num(11)).written(1);
    holds(SAFE, SAFETY);
    breaks(VALIDITY);
  }

  @Test
  void butNothingBeyondItsDomain() {
    write(1, 9).written(1).write(1, 6).read(2, new Num(14)).written(1);
    holds(SAFETY);
    breaks(SAFE);
  }

  @Test
  void aValueIsNotReadBeforeItIsWritten() {
    read(2, new Num(7)).write(1, 7).written(1);
    breaks(VALIDITY, CREATED, ATOMIC);
  }

  @Test
  void eachKeyIsARegisterOfItsOwn() {
    Value a = new Text("a");
    Value b = new Text("b");
    then(1, new Put(a, new Num(7))).written(1).then(2, new Put(b, new Num(8))).written(2);
    then(3, new Get(a)).then(3, new ReadReturn(new Num(7)));
    holds(FRESH, ATOMIC, CREATED);
    then(3, new Get(b)).then(3, new ReadReturn(new Num(7)));
    breaks(FRESH, ATOMIC, CREATED);
  }

  /** Of two that write at once either may be last, for all that read later alike. */
  @Test
  void concurrentWritesAreInOneOrderForAll() {
    write(1, 7).write(2, 8).written(1).written(2);
    read(1, new Num(8)).read(3, new Num(8));
    holds(FRESH, ATOMIC);
    read(2, new Num(7));
    holds(FRESH);
    breaks(ATOMIC);
  }

  @Test
  void anOperationOfACorrectProcessCompletesInTime() {
    Property termination = RegisterProperties.termination("reg", n -> n - 1);
    write(1, 7).then(2, new Read());
    assertFalse(termination.check(history()).holds());
    assertFalse(termination.check(history(ProcessSet.EMPTY, 6)).judged());
    assertTrue(termination.check(history(ProcessSet.of(1, 2), 100)).holds());
    written(1).then(2, new ReadReturn(new Num(7)));
    holds(termination);
  }
}
