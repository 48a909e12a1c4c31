package org.deltabed.simulator.schedule;

import java.util.List;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;

/**
 * What runs in a schedule.
 *
 * @param protocolId the protocol's id
 * @param variant the seeded mistake's id, or empty for the correct protocol
 * @param n how many processes
 * @param f how many may crash at most
 * @param values what each process is given, by rank-1
 * @param requestsEach how many requests each process gets, where the workload has many
 * @param liberties what else the adversary may do
 */
public record Setting(
    String protocolId,
    String variant,
    int n,
    int f,
    List<Value> values,
    int requestsEach,
    Liberties liberties) {
  public Setting {
    values = List.copyOf(values);
    if (values.size() != n) {
      throw new IllegalArgumentException(values.size() + " values for " + n + " processes");
    }
    if (f < 0 || f >= Math.max(n, 1) || requestsEach < 1) {
      throw new IllegalArgumentException("f=" + f + ", n=" + n + ", requests=" + requestsEach);
    }
    if (!liberties.byzantine().isSubsetOf(ProcessSet.all(n)) || liberties.byzantine().size() > f) {
      throw new IllegalArgumentException(
          liberties.byzantine() + " Byzantine of n=" + n + ", where f=" + f);
    }
  }

  /** Processes crash, and do nothing worse. */
  public Setting(
      String protocolId, String variant, int n, int f, List<Value> values, int requestsEach) {
    this(protocolId, variant, n, f, values, requestsEach, Liberties.NONE);
  }

  /**
   * The protocol, or the one with the mistake.
   *
   * @throws IllegalArgumentException if there is none such
   */
  public Protocol protocol() {
    return variant.isEmpty() ? Catalogue.find(protocolId) : Catalogue.variant(variant).protocol();
  }

  /** The same with other values. */
  public Setting with(List<Value> others) {
    return new Setting(protocolId, variant, n, f, others, requestsEach, liberties);
  }

  /** The same with other liberties. */
  public Setting with(Liberties others) {
    return new Setting(protocolId, variant, n, f, values, requestsEach, others);
  }

  /** What {@code --variant} and messages call it. */
  public String name() {
    return variant.isEmpty() ? protocolId : protocolId + " with mistake " + variant;
  }
}
