package org.deltabed.checker;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.deltabed.protocol.byzantine.Behaviour;

/**
 * A planned fault.
 *
 * @param kind one of {@code powerCut crashPoint crashPin pause bus byzantine}
 * @param node node id
 * @param round round of the run counted from 1; 0 when the fault has none
 * @param slot slot counted from 0; -1 when the fault has none
 * @param parameters all else that the plan says, such as {@code afterBytes} or {@code order}; plain
 *     JSON values
 */
public record Fault(
    String kind,
    int node,
    int round,
    int slot,
    @JsonAnySetter @JsonAnyGetter Map<String, Object> parameters) {
  /** The node misbehaves on purpose; the parameter {@code behaviour} says how. */
  public static final String BYZANTINE = "byzantine";

  private static final Set<String> CRASHES = Set.of("powerCut", "crashPoint", "crashPin");
  private static final Set<String> KINDS =
      Set.of("powerCut", "crashPoint", "crashPin", "pause", "bus", BYZANTINE);

  public Fault {
    if (!KINDS.contains(kind)) {
      throw new IllegalArgumentException("unknown kind of fault");
    }
    parameters =
        Collections.unmodifiableMap(
            parameters == null ? new TreeMap<>() : new TreeMap<>(parameters));
    if (kind.equals(BYZANTINE)) {
      Behaviour.of(String.valueOf(parameters.get("behaviour")));
    }
  }

  /** A fault without other parameters. */
  public static Fault of(String kind, int node, int round, int slot) {
    return new Fault(kind, node, round, slot, Map.of());
  }

  /** Whether the fault ends the node. */
  public boolean crashes() {
    return CRASHES.contains(kind);
  }
}
