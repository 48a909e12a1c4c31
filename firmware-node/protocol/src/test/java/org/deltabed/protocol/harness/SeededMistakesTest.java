package org.deltabed.protocol.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.catalogue.Variant;
import org.deltabed.protocol.catalogue.Workload;
import org.deltabed.protocol.history.NamedProperty;
import org.deltabed.protocol.history.Property;
import org.deltabed.protocol.properties.ConsensusProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The checkers have teeth: each seeded mistake breaks what it says, from the smallest system on
 * that shows it.
 */
class SeededMistakesTest {
  /**
   * Broadcasts alone say all with two; what is built on consensus has too many orders of messages
   * with three for a test, and the orders of consensus itself are tried there.
   */
  private static final Predicate<String> TWO_ARE_ENOUGH =
      Pattern.compile("(B|T1|A1|A2|C4).*").asMatchPredicate();

  /** Broadcasts that promise no order: with three, what happens to one message is all there is. */
  private static final Predicate<String> ONE_SENDER_IS_ENOUGH =
      Pattern.compile("B[1-5]").asMatchPredicate();

  /**
   * Towers of several protocols, where every message sets others going: with three, all are asked
   * at once in slots, and messages in any order are drawn, several requests each.
   */
  private static final Predicate<String> TOWERS =
      Pattern.compile("(G2|G3|S1).*").asMatchPredicate();

  /**
   * They show only where frames are lost or somebody is suspected falsely, which no adversary here
   * does, or in orders that have no end: the simulator finds them.
   */
  private static final Predicate<String> NEED_MORE =
      Pattern.compile("D3-never-restores|D4-stays|C3-a.*|C6-one-vote").asMatchPredicate();

  static List<Variant> variants() {
    return Catalogue.variants();
  }

  /**
   * Registers are judged by which operation came before which, which the simulator's explorer alone
   * keeps; processes that lie, and clients with servers, are more than three. They are tried there.
   */
  private static final Predicate<String> SIMULATED =
      Pattern.compile("R[1-9]|S[2-5]|Y[1-3]|M3|L4").asMatchPredicate();

  /** Those that three processes show; the others are the simulator's. */
  static Stream<Variant> variantsThatShow() {
    return variants().stream()
        .filter(variant -> !SIMULATED.test(variant.protocol().id().replaceFirst("-.*", "")))
        .filter(variant -> !NEED_MORE.test(variant.id()) && variant.smallestN() <= 3);
  }

  @ParameterizedTest
  @MethodSource("variantsThatShow")
  void isFoundAtItsSmallestSizeAndTheCorrectOneIsClean(Variant variant) {
    Protocol wrong = variant.protocol();
    Set<String> everBroken = new TreeSet<>();
    String smallest = "none";
    boolean inSlots = false;
    for (int n = 1; n <= 3; n++) {
      for (int f = 0; f <= wrong.model().crashesMax(n); f++) {
        for (String adversary : List.of("lockstep", "asynchronous")) {
          Map<String, String> broken = broken(wrong, n, f, adversary);
          if (!broken.isEmpty() && smallest.equals("none")) {
            smallest = "n=" + n + " f=" + f;
            assertEquals(Map.of(), broken(Catalogue.find(wrong.id()), n, f, adversary));
          }
          inSlots |= !broken.isEmpty() && adversary.equals("lockstep");
          everBroken.addAll(broken.keySet());
        }
      }
    }
    assertEquals("n=" + variant.smallestN() + " f=" + variant.smallestF(), smallest);
    assertEquals(variant.showsInSlots(), inSlots);
    assertEquals(new TreeSet<>(variant.breaks()), everBroken);
  }

  /**
   * In slots the last leader's slot is not needed: either a leader before it reached all, or all
   * those before it died in their own slots, undecided. With links it is: p1 may decide on its own
   * copy while the others' are still on the way.
   */
  @Test
  void decidingAfterTheRoundBeforeTheLastIsSafeInSlots() {
    assertEquals(
        Map.of(),
        SlotExplorer.exhaust(Catalogue.variant("C2-round-early").protocol(), 4, 3).broken);
  }

  /**
   * The notes: "some processes decide too early, and if they crash, the others might have not
   * choice".
   */
  @Test
  void hierarchicalConsensusIsNotUniform() {
    Protocol c1 = Catalogue.find("C1");
    Protocol judgedAsUniform = c1.judgedBy(ConsensusProperties.uniform("cons"));
    assertEquals(Map.of(), SlotExplorer.exhaust(judgedAsUniform, 3, 0).broken);
    for (int n = 2; n <= 3; n++) {
      assertEquals(
          Set.of("cons: uniform agreement"),
          SlotExplorer.exhaust(judgedAsUniform, n, 1).broken.keySet());
    }
    assertEquals(
        Set.of("uc: uniform agreement"),
        SlotExplorer.exhaust(Catalogue.variant("X03").protocol(), 3, 1).broken.keySet());
  }

  /**
   * What a protocol owes itself, of which no mistake in the same protocol breaks it. That the
   * predicate has teeth is shown by a mistake in another, see the test below.
   */
  private static final Map<String, Set<String>> ONLY_BROKEN_ELSEWHERE = new TreeMap<>();

  static {
    // Each adds to the broadcast below what it is named after, and there its mistakes are.
    for (String id : List.of("B2", "B3", "B4", "B5", "B6")) {
      elsewhere(id, "no duplication", "no creation");
    }
    elsewhere("B7", "validity", "no duplication", "no creation", "agreement");
    elsewhere("B8", "validity", "no duplication", "no creation", "agreement");
    elsewhere("B7-uniform", "validity", "no duplication", "no creation");
    elsewhere("B9", "no duplication");
    elsewhere("B10", "no creation");
    // The lines are those of B10; only what is below is another.
    elsewhere("B10-uniform", "validity", "no duplication", "no creation", "uniform agreement");
    elsewhere(
        "B10-C5",
        "validity",
        "no duplication",
        "no creation",
        "uniform agreement",
        "uniform total order");
    // Two forms of one algorithm: C2-zero-for-nil is as wrong in C1, C1-decides-twice in C2.
    elsewhere("C1", "validity");
    elsewhere("C2", "integrity");
    // What is easily wrong with rounds is how many there are; for the rest C1 and C2 stand.
    for (String id : List.of("C5", "C5-slots", "FS")) {
      elsewhere(id, "validity", "termination", "integrity");
    }
    // The first delivery is the decision: what can be wrong is which one is the first.
    elsewhere("C4", "validity", "termination", "integrity");
    elsewhere("C4-uniform", "validity", "uniform agreement", "termination", "integrity");
    // The lines are those of T1.
    elsewhere("T1-uniform", "integrity", "validity", "termination");
    // Validity and integrity are those of every consensus; with a majority only agreement is new.
    elsewhere("C3", "validity", "integrity");
    elsewhere("C6", "validity", "integrity");
    // Integrity is that of consensus; of the votes A1 has the mistakes, of blocking A2.
    elsewhere("A1", "integrity");
    elsewhere("A2", "commit-validity", "abort-validity", "integrity");
    // Three forms of one algorithm, and the mistakes are shared out.
    elsewhere("Y1", "no duplication");
    elsewhere("Y2", "validity");
    elsewhere("Y3", "validity", "no duplication", "integrity");
    // Two forms that owe the same but for one property, and the mistakes are shared out.
    elsewhere("M1", "guaranteed response", "no creation");
    elsewhere("M1-async", "no duplication");
    elsewhere("M2-vector", "every event is stamped");
  }

  private static void elsewhere(String id, String... names) {
    ONLY_BROKEN_ELSEWHERE.put(id, new TreeSet<>(Set.of(names)));
  }

  @Test
  void whatAProtocolOwesIsBrokenByAMistakeInItOrIsKnownNotToBe() {
    Map<String, Set<String>> never = new TreeMap<>();
    for (Protocol protocol : Catalogue.protocols()) {
      Set<String> broken = new TreeSet<>();
      variants().stream()
          .filter(variant -> variant.protocol().id().equals(protocol.id()))
          .forEach(variant -> broken.addAll(variant.breaks()));
      for (Property property : protocol.properties()) {
        if (property.instance().equals(protocol.top()) && !broken.contains(property.id())) {
          never.computeIfAbsent(protocol.id(), _ -> new TreeSet<>()).add(property.name());
        }
      }
    }
    assertEquals(ONLY_BROKEN_ELSEWHERE, never);
  }

  /** One predicate may judge many protocols: it has teeth if a mistake in one of them breaks it. */
  @Test
  void everyPredicateIsBrokenBySomeMistake() {
    Set<String> broken = new TreeSet<>();
    variants()
        .forEach(variant -> variant.breaks().forEach(id -> broken.add(predicate(variant, id))));
    List<String> un = new java.util.ArrayList<>();
    for (Protocol protocol : Catalogue.protocols()) {
      for (Property property : protocol.properties()) {
        if (!broken.contains(predicate(property))) {
          un.add(protocol.id() + " " + property);
        }
      }
    }
    assertEquals(List.of(), un);
  }

  private static String predicate(Variant variant, String id) {
    return variant.protocol().properties().stream()
        .filter(property -> property.id().equals(id))
        .findFirst()
        .map(SeededMistakesTest::predicate)
        .orElseThrow(
            () -> new AssertionError(variant.id() + " breaks " + id + ", which nobody owes"));
  }

  /**
   * What judges, and the sentence. The sentence alone does not tell: reliable broadcast and
   * terminating reliable broadcast have one for agreement, and are not judged alike.
   */
  private static String predicate(Property property) {
    return ((NamedProperty) property).predicate().getClass().getName() + " " + property.sentence();
  }

  private static Map<String, String> broken(Protocol protocol, int n, int f, String adversary) {
    if (n == 3 && protocol.id().matches("[LM].*")) {
      return Map.of(); // a link is between two, and so is what happened before what
    }
    if (f == 2 && protocol.id().matches("D1|D5")) {
      return Map.of(); // one crash says all, and two take long
    }
    if (!protocol.model().isAsynchronous()) {
      return adversary.equals("lockstep")
          ? SlotExplorer.exhaust(protocol, n, f, (f + 1) * n).broken
          : Map.of(); // rounds are for the lockstep adversary, and begin together
    }
    if (adversary.equals("asynchronous") && n == 3 && ONE_SENDER_IS_ENOUGH.test(protocol.id())) {
      return AsyncExplorer.explore(protocol.asked(Workload.BROADCAST_BY_FIRST), n, f, false).broken;
    }
    if (n == 3 && TOWERS.test(protocol.id())) {
      return adversary.equals("lockstep")
          ? SlotExplorer.exhaust(protocol, n, f, 2 * n).broken
          : AsyncSample.broken(protocol, Setup.ranks(n, f).each(2), 500);
    }
    if (adversary.equals("asynchronous") && n == 3 && protocol.id().equals("C3")) {
      return AsyncSample.broken(protocol.underAdversary(), Setup.ranks(n, f), 500);
    }
    if (adversary.equals("asynchronous") && n == 3 && TWO_ARE_ENOUGH.test(protocol.id())) {
      return Map.of();
    }
    if (adversary.equals("asynchronous")) {
      return protocol.model().ordersEnd()
          ? AsyncExplorer.explore(protocol.underAdversary(), n, f, n < 3).broken
          : Map.of();
    }
    Map<String, String> broken = new TreeMap<>(SlotExplorer.exhaust(protocol, n, f, 2 * n).broken);
    if (n < 3 || protocol.workload().inputs(n).size() == 1) { // else it takes too long
      broken.putAll(SlotExplorer.exhaustAsked(protocol, n, f).broken);
    } else if (protocol.id().startsWith("B")) {
      broken.putAll(SlotExplorer.exhaustInTurn(protocol, n, f, n).broken);
    }
    return broken;
  }
}
