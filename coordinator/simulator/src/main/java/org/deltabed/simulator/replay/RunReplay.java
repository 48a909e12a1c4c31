package org.deltabed.simulator.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Replays a run, all nodes together, slot by slot: a message's content is what its sender's twin
 * handed to the bus under that number. Each node's inputs are those that it recorded, also where
 * the bus broke its bound. It ends with the first difference.
 */
final class RunReplay {
  private final String run;
  private final int n;
  private final long slots;

  /** By rank-1. */
  private final List<NodeReplay> nodes = new ArrayList<>();

  private final List<String> missing = new ArrayList<>();

  private RunReplay(RunSource source) {
    run = source.run().id();
    n = source.setting().n();
    slots = (long) source.run().rounds() * n;
    for (int p = 1; p <= n; p++) {
      NodeRecord record = source.record(p, missing);
      nodes.add(new NodeReplay(source.nodeId(p), p, n, source.twin(p), record, this::handed));
    }
  }

  static Replayed of(RunSource source) {
    RunReplay replay = new RunReplay(source);
    Optional<Difference> difference = Optional.empty();
    try {
      replay.all();
    } catch (NodeReplay.Differs differs) {
      difference = Optional.of(differs.difference);
    } catch (NodeReplay.Unknown unknown) {
      replay.missing.add(unknown.getMessage());
    }
    return new Replayed(
        replay.run,
        replay.nodes.stream().mapToLong(NodeReplay::steps).sum(),
        replay.nodes.stream().mapToLong(NodeReplay::agreed).sum(),
        difference,
        replay.missing,
        "");
  }

  private void all() {
    for (long slot = 0; slot < slots; slot++) {
      for (NodeReplay node : nodes) {
        node.begin(slot);
      }
      for (NodeReplay node : nodes) {
        node.end(slot);
      }
    }
    nodes.forEach(node -> node.over(slots));
  }

  private Twin.Handed handed(int sender, long number) {
    return sender < 1 || sender > n ? null : nodes.get(sender - 1).handed(number);
  }
}
