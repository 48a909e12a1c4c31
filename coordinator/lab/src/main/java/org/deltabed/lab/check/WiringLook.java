package org.deltabed.lab.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.deltabed.lab.bench.Instruments;
import org.deltabed.lab.bench.Tally;
import org.deltabed.wiring.BadInput;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;

/**
 * The look that a campaign takes at the wiring before its first run, of a second or two: on a bench
 * that is miswired it does not start (F10). It refuses only what contradicts the description; who
 * is not there yet, or not well, is for the run to wait for.
 */
public final class WiringLook {

  private static final long HELLO_NS_MAX = 20_000_000_000L;
  private static final long HEARD_NS_MAX = 20_000_000_000L;
  private static final long SENSE_NS = 1_500_000_000L;
  private static final long LOOK_MS = 50;

  private final Testbed testbed;
  private final Instruments bench;
  private final Voices voices;
  private final NodeOrders commands;
  private final WireNames names;

  public WiringLook(Testbed testbed, Instruments bench, Voices voices, NodeOrders commands) {
    this.testbed = testbed;
    this.bench = bench;
    this.voices = voices;
    this.commands = commands;
    names = new WireNames(testbed);
  }

  /**
   * Looks.
   *
   * @param file the description, for the message
   * @throws BadInput naming the wires that are wrong
   */
  public void refuseIfWrong(Path file) throws IOException, InterruptedException {
    List<Finding> wrong = new ArrayList<>();
    Set<Integer> running = new ProgramStep(testbed, voices, HELLO_NS_MAX).walk(wrong);
    // Who says nothing may yet be on its way, and other wiring is refused by the run itself.
    wrong.removeIf(it -> !it.kind().equals("duplicate-id"));
    if (wrong.isEmpty()) {
      wrong.addAll(new AliveStep(bench, voices, commands, names).walk(running, absent(running)));
      wrong.addAll(senses(running));
      wrong.addAll(unheard(running));
    }
    wrong.removeIf(it -> !it.isWrong());
    if (!wrong.isEmpty()) {
      throw new BadInput(
          file.toString(),
          0,
          "the wiring is not as described: "
              + String.join(" | ", wrong.stream().map(CheckText::toDo).toList()),
          "mend it; ./deltabed wiring check " + file + " looks at all of it");
    }
  }

  /** A program that runs has a supply, so its sense input is high. */
  private List<Finding> senses(Set<Integer> running) throws IOException, InterruptedException {
    List<Finding> wrong = new ArrayList<>();
    Set<Integer> low = lows(running);
    long endNs = System.nanoTime() + SENSE_NS;
    while (!low.isEmpty() && System.nanoTime() < endNs) {
      Thread.sleep(LOOK_MS);
      low.retainAll(lows(running));
    }
    for (int node : low) {
      if (voices.speaks(node)) {
        wrong.add(
            new Finding(
                Mark.WRONG,
                "sense",
                node,
                "dead",
                List.of(),
                names.of("sense", node),
                "its program runs, and its sense input is low",
                "look at both ends: " + names.of("sense", node)));
      }
    }
    return wrong;
  }

  private Set<Integer> lows(Set<Integer> running) throws IOException {
    Set<Integer> low = bench.tally().where(it -> Boolean.FALSE.equals(it.sense()));
    low.retainAll(running);
    return low;
  }

  /** One that still listens gives no sign of life, and would be taken for dead. */
  private boolean allJoined(Set<Integer> running) {
    return running.stream().allMatch(node -> voices.state(node).equals("joined"));
  }

  /** A program that runs sends, if only to find out that it is alone. */
  private List<Finding> unheard(Set<Integer> running) throws IOException, InterruptedException {
    Set<Integer> unheard = new TreeSet<>(running);
    long endNs = System.nanoTime() + HEARD_NS_MAX;
    Tally tally = bench.tally();
    while (System.nanoTime() < endNs && (!unheard.isEmpty() || !allJoined(running))) {
      tally = bench.tally();
      unheard.removeAll(tally.where(it -> it.frames() > 0));
      Thread.sleep(LOOK_MS);
    }
    boolean others = tally.allFrames() > 0;
    List<Finding> wrong = new ArrayList<>();
    for (int node : unheard) {
      NodeSpec spec = testbed.nodeById(node);
      if (others && voices.speaks(node)) {
        wrong.add(
            new Finding(
                Mark.WRONG,
                "bus",
                node,
                "silent",
                List.of(),
                "",
                "its program runs, and none of its frames is heard: " + voices.state(node),
                "look at its adapter, " + spec.serial() + ": baud rate, A and B"));
      }
    }
    return wrong;
  }

  private Set<Integer> absent(Set<Integer> running) {
    Set<Integer> absent = new TreeSet<>();
    testbed.nodes().forEach(node -> absent.add(node.id()));
    absent.removeAll(running);
    return absent;
  }
}
