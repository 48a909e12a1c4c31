package org.deltabed.lab.campaign;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.deltabed.lab.plan.Fault;
import org.deltabed.wiring.Testbed;

/**
 * Faults of a plan in the form of campaign.json, which the checker reads and the testbed is armed
 * with.
 */
final class PlannedFaults {

  private static final Set<String> BY_THE_NODE = Set.of("crashPoint", "byzantine");

  private PlannedFaults() {}

  /** In rounds of the run, as planned. */
  static List<org.deltabed.checker.Fault> ofRun(List<Fault> faults, Testbed testbed) {
    return faults.stream().map(fault -> convert(fault, testbed, 0)).toList();
  }

  /** In rounds of the bus; only those that the testbed, and not the node itself, brings about. */
  static List<org.deltabed.checker.Fault> onBus(
      List<Fault> faults, Testbed testbed, long startRound) {
    return faults.stream()
        .filter(fault -> !BY_THE_NODE.contains(fault.kind()))
        .map(fault -> convert(fault, testbed, Math.toIntExact(startRound) - 1))
        .toList();
  }

  private static org.deltabed.checker.Fault convert(Fault fault, Testbed testbed, int before) {
    int ownSlot = testbed.nodeById(fault.node()).slot();
    SortedMap<String, Object> more = new TreeMap<>();
    int slot =
        switch (fault) {
          case Fault.PowerCut cut -> {
            if (cut.restoreAfterMs() > 0) {
              more.put("restoreAfterMs", cut.restoreAfterMs());
            }
            yield cut.slot();
          }
          case Fault.CrashPin pin -> pin.slot();
          case Fault.MidFrameCut cut -> {
            more.put("afterBytes", cut.afterBytes());
            yield ownSlot;
          }
          case Fault.PrefixCrash crash -> {
            more.put("afterSubFrames", crash.afterSubFrames());
            more.put("order", crash.order());
            yield ownSlot;
          }
          case Fault.DecideCrash _ -> {
            more.put("afterDecide", true);
            yield -1;
          }
          case Fault.Byzantine byzantine -> {
            more.put("behaviour", byzantine.behaviour());
            yield -1;
          }
          case Fault.Pause pause -> {
            more.put("forMs", pause.forMs());
            yield pause.slot();
          }
          case Fault.Bus bus -> {
            putBus(more, bus);
            yield ownSlot;
          }
        };
    int round = fault.round() == 0 ? 0 : fault.round() + before;
    return new org.deltabed.checker.Fault(fault.kind(), fault.node(), round, slot, more);
  }

  private static void putBus(SortedMap<String, Object> more, Fault.Bus bus) {
    if (bus.delayUs() > 0) {
      more.put("delayUs", bus.delayUs());
    }
    if (bus.drop()) {
      more.put("drop", true);
    }
    if (bus.repeat()) {
      more.put("repeat", true);
    }
    if (bus.flipBits() > 0) {
      more.put("flipBits", bus.flipBits());
    }
    if (!bus.deaf().isEmpty()) {
      more.put("deaf", bus.deaf());
    }
    if (bus.babbleMs() > 0) {
      more.put("babbleMs", bus.babbleMs());
    }
  }
}
