package org.deltabed.lab.plan;

import java.util.List;
import java.util.stream.IntStream;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.byzantine.Behaviour;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.catalogue.Variant;
import org.deltabed.wiring.YamlDocument;

/** What a plan must keep so that its protocol can keep its promise (F41). */
final class ProtocolRules {
  private final YamlDocument document;
  private final Plan plan;
  private final Protocol protocol;
  private final int n;

  ProtocolRules(YamlDocument document, Plan plan, int n) {
    this.document = document;
    this.plan = plan;
    this.protocol = Catalogue.find(plan.protocol());
    this.n = n;
  }

  void check() {
    int bearable = protocol.model().crashesMax(n);
    if (plan.crashesMax() > bearable) {
      throw document.bad(
          "/crashesMax",
          "crashesMax is "
              + plan.crashesMax()
              + ", but among "
              + n
              + " "
              + protocol.id()
              + " ("
              + protocol.model()
              + ") bears "
              + bearable,
          "write at most " + bearable + ", or take a testbed with more nodes");
    }
    int requests = requests();
    int least = protocol.cycles() + Math.max(0, requests - 1);
    if (plan.rounds() < least) {
      throw document.bad(
          "/rounds",
          plan.rounds()
              + " rounds are too few for "
              + requests
              + (requests == 1 ? " request" : " requests, one a round,")
              + " and the "
              + protocol.cycles()
              + " rounds in which "
              + protocol.id()
              + " answers",
          "write at least " + least);
    }
    checkVariant();
  }

  /**
   * Whether that process may misbehave in it.
   *
   * @param at where the plan says so
   */
  void checkByzantine(int process, String at) {
    if (!protocol.model().isByzantine()) {
      throw document.bad(
          at,
          protocol.id() + " is for " + protocol.model() + ": its processes do nothing worse",
          "choose a protocol for Byzantine processes, or another fault");
    }
    if (!protocol.mayMisbehave(process, n, plan.crashesMax())) {
      throw document.bad(
          at,
          "p" + process + " of " + protocol.id() + " may crash, and does nothing worse",
          "choose another node, or another fault");
    }
    try {
      Behaviour.SILENCE.in(protocol.composition());
    } catch (IllegalArgumentException e) {
      throw document.bad(at, e.getMessage(), "choose a protocol that has");
    }
  }

  /** How many requests a process gets at most. */
  private int requests() {
    return IntStream.rangeClosed(1, n)
        .map(p -> protocol.workload().requests(p, n, new Num(p), plan.requestsEach()).size())
        .max()
        .orElse(0);
  }

  private void checkVariant() {
    if (plan.variant().isEmpty()) {
      return;
    }
    String of = Catalogue.variant(plan.variant()).protocol().id();
    if (!of.equals(protocol.id())) {
      List<String> own =
          Catalogue.variants().stream()
              .filter(variant -> variant.protocol().id().equals(protocol.id()))
              .map(Variant::id)
              .toList();
      throw document.bad(
          "/variant",
          "variant " + plan.variant() + " is one of protocol " + of + ", not of " + protocol.id(),
          own.isEmpty() ? "leave it out" : "choose one of " + own);
    }
  }
}
