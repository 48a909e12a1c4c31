package org.deltabed.lab.explore;

import java.util.List;

/**
 * How many slots pass, at most, until the last decision or delivery, as the literature or the
 * protocol's page has it. What is found is held against this; it is not made from what is found.
 */
public final class Bounds {
  /** Slots, for n processes of which f may crash and {@code crashed} do. */
  interface Slots {
    int of(int n, int f, int crashed);
  }

  /**
   * The bound of one protocol.
   *
   * @param byCrashes whether it depends on how many crash
   * @param words the bound in words
   * @param from where it is from
   */
  record Bound(String protocolId, boolean byCrashes, Slots slots, String words, String from) {}

  private static final String OWN = "the leader of round i owns slot i-1";
  private static final String LEADERS_AFTER = "a slot or cycle to hear, then the leaders in turn";

  static final List<Bound> ALL =
      List.of(
          any("C1", (n, _, _) -> n - 1, "n-1 slots", OWN + "; the last need not be heard"),
          any("C2", (n, _, _) -> n, "n slots", OWN),
          any("C4", (n, _, _) -> n - 1, "n-1 slots", "as C1, whose decision is delivered first"),
          any("C4-uniform", (n, _, _) -> 2 * n, "2n slots", "a cycle of acknowledgements, then C2"),
          new Bound(
              "C5",
              true,
              (n, f, crashed) -> n * Math.min(crashed + 2, f + 1),
              "min(f'+2, f+1) rounds, f' crashes that happen",
              "Charron-Bost and Schiper 2004, who show that it cannot be less"),
          any("C5-slots", (_, f, _) -> f + 1, "f+1 slots", OWN + ", and one of f+1 is correct"),
          any("FS", (n, f, _) -> n * (f + 1), "f+1 rounds", "Lynch 1996, 6.2.1"),
          any("T1", (n, _, _) -> 2 * n - 1, "2n-1 slots", LEADERS_AFTER + ", the last unheard"),
          any("T1-uniform", (n, _, _) -> 2 * n, "2n slots", LEADERS_AFTER),
          any("A1", (n, _, _) -> 2 * n, "2n slots", LEADERS_AFTER),
          any("A2", (n, _, _) -> n + 1, "n+1 slots", "a cycle of votes, then the coordinator"),
          any(
              "G1",
              (n, f, _) -> f == 0 ? 0 : n * (f == 1 ? 6 : 7),
              "6n slots with one crash, 7n with more",
              "two cycles after that of a crash, three if another came before; the last in the fourth"));

  private Bounds() {}

  private static Bound any(String protocolId, Slots slots, String words, String from) {
    return new Bound(protocolId, false, slots, words, from);
  }
}
