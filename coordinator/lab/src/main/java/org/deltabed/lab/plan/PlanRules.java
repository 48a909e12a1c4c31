package org.deltabed.lab.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;
import org.deltabed.wiring.YamlDocument;

/** What a plan must keep beyond its schema: it has to fit its testbed (F41). */
final class PlanRules {

  private final YamlDocument document;
  private final Plan plan;
  private final Testbed testbed;

  PlanRules(YamlDocument document, Plan plan, Testbed testbed) {
    this.document = document;
    this.plan = plan;
    this.testbed = testbed;
  }

  void check() {
    int n = testbed.nodes().size();
    if (plan.crashesMax() >= n) {
      throw document.bad(
          "/crashesMax",
          "crashesMax is " + plan.crashesMax() + " of " + n + " nodes",
          "f must be below the number of nodes, so at most " + (n - 1));
    }
    new ProtocolRules(document, plan, n).check();
    if (plan.proposals() instanceof Plan.Proposals.Fixed(List<Long> fixed) && fixed.size() != n) {
      throw document.bad(
          "/proposals",
          fixed.size() + " proposals for " + n + " processes",
          "give one number for each process, in the order of their slots");
    }
    for (int c = 0; c < plan.cases().size(); c++) {
      checkCase(plan.cases().get(c), "/cases/" + c);
    }
  }

  private void checkCase(Case planned, String at) {
    Set<Integer> crashing = new HashSet<>();
    Set<Integer> misbehaving = new HashSet<>();
    for (int f = 0; f < planned.faults().size(); f++) {
      Fault fault = planned.faults().get(f);
      String here = at + "/faults/" + f + "/" + fault.kind();
      checkNode(fault.node(), here + "/node");
      checkRound(fault, here);
      checkDetails(fault, here);
      checkMeans(fault, here);
      if (fault instanceof Fault.Byzantine && !misbehaving.add(fault.node())) {
        throw document.bad(
            here, "node " + fault.node() + " misbehaves in two ways at once", "choose one");
      }
      if (fault.crashes() && !crashing.add(fault.node())) {
        throw document.bad(
            here, "node " + fault.node() + " crashes twice in one run", "plan it once");
      }
    }
  }

  private void checkNode(int node, String at) {
    List<Integer> ids = testbed.nodes().stream().map(NodeSpec::id).toList();
    if (!ids.contains(node)) {
      throw document.bad(at, "the testbed has no node " + node, "choose one of " + ids);
    }
  }

  private void checkRound(Fault fault, String at) {
    if (fault.round() > plan.rounds()) {
      throw document.bad(
          at + "/round",
          "round " + fault.round() + " of a run of " + plan.rounds(),
          "choose a round from 1 to " + plan.rounds() + ", or lengthen the run");
    }
  }

  private void checkDetails(Fault fault, String at) {
    switch (fault) {
      case Fault.PowerCut cut -> checkSlot(cut.slot(), at);
      case Fault.CrashPin pin -> checkSlot(pin.slot(), at);
      case Fault.Pause pause -> checkSlot(pause.slot(), at);
      case Fault.MidFrameCut cut -> {
        if (cut.afterBytes() >= testbed.bus().frameBytesMax()) {
          throw document.bad(
              at + "/afterBytes",
              cut.afterBytes() + " bytes of a frame of at most " + testbed.bus().frameBytesMax(),
              "cut inside the frame");
        }
      }
      case Fault.PrefixCrash crash -> checkPrefix(crash, at);
      case Fault.Bus bus -> {
        for (int d = 0; d < bus.deaf().size(); d++) {
          checkNode(bus.deaf().get(d), at + "/deaf/" + d);
        }
      }
      case Fault.DecideCrash _ -> {}
      case Fault.Byzantine byzantine ->
          new ProtocolRules(document, plan, testbed.n())
              .checkByzantine(testbed.nodeById(byzantine.node()).process(), at);
    }
  }

  /** What brings a fault about is there: a CRASH wire at a bench, a virtual line or host. */
  private void checkMeans(Fault fault, String at) {
    NodeSpec node = testbed.nodeById(fault.node());
    boolean virtualOnly =
        fault instanceof Fault.Pause
            || fault instanceof Fault.Bus
            || fault instanceof Fault.MidFrameCut;
    if (virtualOnly && !node.isVirtual()) {
      throw document.bad(
          at, "only a virtual testbed can do this", "use powerCut with a slot, or another testbed");
    }
    boolean wired = node.wires().containsKey("crash");
    if (fault instanceof Fault.CrashPin && testbed.coordinator().taps() && !wired) {
      throw document.bad(
          at, "node " + fault.node() + " has no CRASH wire", "wire one, or use powerCut");
    }
  }

  private void checkSlot(int slot, String at) {
    int n = testbed.nodes().size();
    if (slot >= n) {
      throw document.bad(
          at + "/slot", "slot " + slot + " of " + n, "slots count from 0 to " + (n - 1));
    }
  }

  private void checkPrefix(Fault.PrefixCrash crash, String at) {
    int receivers = testbed.nodes().size() - 1;
    if (crash.afterSubFrames() > receivers) {
      throw document.bad(
          at + "/afterSubFrames",
          crash.afterSubFrames() + " sub-frames for " + receivers + " receivers",
          "choose 0 to " + receivers);
    }
    if (testbed.bus().subFrames() < receivers) {
      throw document.bad(
          at,
          "a slot of this testbed holds " + testbed.bus().subFrames() + " sub-frames",
          "set subFrames to " + receivers + " in the wiring file");
    }
    if (crash.order().isEmpty()) {
      return;
    }
    if (crash.order().size() != receivers || crash.order().contains(crash.node())) {
      throw document.bad(
          at + "/order",
          "the order must name each receiver once",
          "list all nodes but node " + crash.node());
    }
    for (int i = 0; i < crash.order().size(); i++) {
      checkNode(crash.order().get(i), at + "/order/" + i);
    }
  }
}
