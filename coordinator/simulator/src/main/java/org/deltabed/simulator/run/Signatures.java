package org.deltabed.simulator.run;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Seal;
import org.deltabed.protocol.Value;
import org.deltabed.simulator.automaton.Seals;

/** The ideal signatures that have been made. */
final class Signatures {
  private final Set<Value> made = new HashSet<>();

  /** Those in the message have been made. */
  void add(Value message) {
    made.addAll(Seals.signatures(message));
  }

  boolean haveAll(List<Seal> signatures) {
    return made.containsAll(signatures);
  }

  /** Whether all signatures of these processes in the message have been made. */
  boolean haveAllOf(Value message, ProcessSet processes) {
    return Seals.signatures(message).stream()
        .allMatch(seal -> !processes.contains(seal.by()) || made.contains(seal));
  }
}
