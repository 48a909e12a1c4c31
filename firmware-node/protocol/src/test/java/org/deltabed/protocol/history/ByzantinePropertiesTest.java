package org.deltabed.protocol.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Read;
import org.deltabed.protocol.ReadReturn;
import org.deltabed.protocol.Send;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.Write;
import org.deltabed.protocol.WriteReturn;
import org.deltabed.protocol.properties.ByzantineBroadcastProperties;
import org.deltabed.protocol.properties.ByzantineRegisterProperties;
import org.deltabed.protocol.properties.LinkProperties;
import org.junit.jupiter.api.Test;

/** The properties that speak of correct processes only, on histories made by hand. */
class ByzantinePropertiesTest {
  private static final Value M = new Num(7);
  private static final Value OTHER = new Num(8);
  private static final int N = 4;
  private static final int CYCLES = 2;

  private final List<Occurrence> occurrences = new ArrayList<>();
  private ProcessSet byzantine = ProcessSet.EMPTY;
  private long slots = 1_000;

  private void request(int process, long slot, Event event) {
    add(process, slot, Direction.REQUEST, event);
  }

  private void indication(int process, long slot, Event event) {
    add(process, slot, Direction.INDICATION, event);
  }

  private void add(int process, long slot, Direction direction, Event event) {
    occurrences.add(new Occurrence(process, slot, slot, "x", direction, event, ""));
  }

  private Outcome check(Property property) {
    return property.check(
        new History(ProcessSet.all(N), ProcessSet.EMPTY, byzantine, Map.of(), slots, occurrences));
  }

  private void holds(Property property) {
    assertTrue(check(property).holds() && check(property).judged(), () -> said(property));
  }

  private void broken(Property property) {
    assertFalse(check(property).holds(), () -> said(property));
  }

  private String said(Property property) {
    return property.name() + ": " + check(property).explanation();
  }

  @Test
  void consistencyIsOfCorrectProcesses() {
    indication(1, 1, new Deliver(1, M));
    indication(2, 1, new Deliver(1, OTHER));
    broken(ByzantineBroadcastProperties.consistency("x"));
    byzantine = ProcessSet.of(2);
    holds(ByzantineBroadcastProperties.consistency("x"));
  }

  @Test
  void integrityIsOfCorrectSenders() {
    indication(2, 1, new Deliver(1, M));
    broken(ByzantineBroadcastProperties.integrity("x"));
    byzantine = ProcessSet.of(1);
    holds(ByzantineBroadcastProperties.integrity("x"));
    byzantine = ProcessSet.EMPTY;
    request(1, 0, new Broadcast(M));
    holds(ByzantineBroadcastProperties.integrity("x"));
  }

  @Test
  void totalityWantsAllOrNone() {
    Property totality = ByzantineBroadcastProperties.totality("x", CYCLES);
    holds(totality);
    indication(2, 5, new Deliver(1, M));
    indication(3, 5, new Deliver(1, M));
    indication(4, 5, new Deliver(1, M));
    broken(totality);
    slots = 10;
    assertFalse(check(totality).judged(), "too early to say");
    byzantine = ProcessSet.of(1);
    holds(totality);
  }

  @Test
  void oneMessageOnceOrOneOfEach() {
    indication(2, 1, new Deliver(1, M));
    indication(2, 2, new Deliver(1, OTHER));
    broken(ByzantineBroadcastProperties.atMostOne("x"));
    holds(ByzantineBroadcastProperties.noDuplication("x"));
    indication(2, 3, new Deliver(1, M));
    broken(ByzantineBroadcastProperties.noDuplication("x"));
  }

  @Test
  void linksOweNothingToAByzantineProcessNorOfIt() {
    request(1, 0, new Send(2, M));
    indication(2, 1, new Deliver(1, M));
    indication(2, 1, new Deliver(3, OTHER));
    List<Property> links = LinkProperties.authenticated("x", CYCLES);
    assertEquals(
        List.of("reliable delivery", "no duplication", "authenticity"),
        links.stream().map(Property::name).toList());
    broken(links.getLast());
    byzantine = ProcessSet.of(3);
    links.forEach(this::holds);
    request(1, 2, new Send(3, M));
    links.forEach(this::holds);
    request(1, 2, new Send(4, M));
    broken(links.getFirst());
  }

  private final Property validity = ByzantineRegisterProperties.validity("x", 1);

  private void operation(int process, long from, long to, Event request, Event response) {
    request(process, from, request);
    indication(process, to, response);
  }

  @Test
  void aReadReturnsTheLastOrAConcurrentWrite() {
    operation(1, 0, 2, new Write(M), new WriteReturn());
    operation(1, 5, 9, new Write(OTHER), new WriteReturn());
    operation(2, 3, 4, new Read(), new ReadReturn(M));
    operation(2, 6, 7, new Read(), new ReadReturn(OTHER));
    operation(3, 6, 8, new Read(), new ReadReturn(M));
    holds(validity);
    operation(4, 10, 11, new Read(), new ReadReturn(M));
    broken(validity);
    byzantine = ProcessSet.of(4);
    holds(validity);
  }

  @Test
  void whatNobodyWroteIsReadByNobody() {
    operation(2, 3, 4, new Read(), new ReadReturn(M));
    broken(validity);
    byzantine = ProcessSet.of(1);
    assertEquals(0, check(validity).checked(), "the writer may have written it");
  }

  @Test
  void aReadDoesNotReturnWhatIsWrittenLater() {
    operation(2, 3, 4, new Read(), new ReadReturn(M));
    operation(1, 5, 9, new Write(M), new WriteReturn());
    broken(validity);
  }

  @Test
  void everyOperationOfACorrectProcessReturns() {
    Property termination = ByzantineRegisterProperties.termination("x", CYCLES);
    operation(1, 0, 2, new Write(M), new WriteReturn());
    holds(termination);
    request(2, 3, new Read());
    broken(termination);
    byzantine = ProcessSet.of(2);
    holds(termination);
  }
}
