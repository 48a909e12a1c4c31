package org.deltabed.protocol.catalogue;

import static org.deltabed.protocol.catalogue.Broadcasts.RELIABLE_CYCLES;
import static org.deltabed.protocol.catalogue.Broadcasts.UNIFORM_CYCLES;
import static org.deltabed.protocol.catalogue.Parts.DEPENDABLE;
import static org.deltabed.protocol.catalogue.Parts.NOTES;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Composition;
import org.deltabed.protocol.Composition.Part;
import org.deltabed.protocol.broadcast.FifoBroadcast;
import org.deltabed.protocol.broadcast.GarbageCollectedCausalBroadcast;
import org.deltabed.protocol.broadcast.NoWaitingCausalBroadcast;
import org.deltabed.protocol.broadcast.TotalOrderBroadcast;
import org.deltabed.protocol.broadcast.UniformNoWaitingCausalBroadcast;
import org.deltabed.protocol.broadcast.UniformTotalOrderBroadcast;
import org.deltabed.protocol.broadcast.WaitingCausalBroadcast;
import org.deltabed.protocol.history.Property;
import org.deltabed.protocol.properties.OrderProperties;
import org.deltabed.protocol.properties.ReliableBroadcastProperties;
import org.deltabed.protocol.properties.TotalOrderProperties;

/** The broadcast abstractions that promise an order. */
final class OrderedBroadcasts {
  /** Reliable broadcast, the consensus that runs, and the next one, which orders all the rest. */
  static final int TOTAL_CYCLES = RELIABLE_CYCLES + 4;

  static final int UNIFORM_TOTAL_CYCLES = UNIFORM_CYCLES + 4;

  static final List<Protocol> ALL =
      List.of(
          overReliable(
              "B6",
              "fifo-broadcast",
              "reliable broadcast with FIFO order",
              DEPENDABLE + "7.7.1 FIFO-Order Broadcast",
              part("frb", FifoBroadcast::new),
              OrderProperties.fifoOrder("frb")),
          overReliable(
              "B7",
              "no-waiting-causal-broadcast",
              "reliable broadcast with causal order",
              NOTES + "Non-blocking algorithm using the past",
              part("rco", NoWaitingCausalBroadcast::new),
              OrderProperties.causalOrder("rco")),
          new Protocol(
              "B7-uniform",
              "uniform-no-waiting-causal-broadcast",
              "uniform reliable broadcast with causal order",
              Model.FAIL_STOP,
              NOTES + "Non-blocking algorithm using the past",
              Composition.of(
                  Part.of("urco", UniformNoWaitingCausalBroadcast::new).uses(Parts.URB), Parts.P),
              "urco",
              Workload.BROADCAST,
              UNIFORM_CYCLES,
              overUniform("urco", UNIFORM_CYCLES, OrderProperties.causalOrder("urco"))),
          overReliable(
                  "B8",
                  "garbage-collected-causal-broadcast",
                  "reliable broadcast with causal order",
                  NOTES + "Garbage collection",
                  part("rco", GarbageCollectedCausalBroadcast::new).usesShared("P"),
                  OrderProperties.causalOrderThatRestsOnP("rco"))
              .asked(Workload.BROADCAST),
          overReliable(
              "B9",
              "waiting-causal-broadcast",
              "reliable broadcast with causal order",
              NOTES + "Waiting Causal Broadcast",
              part("rco", WaitingCausalBroadcast::new),
              OrderProperties.causalOrder("rco")),
          new Protocol(
              "B10",
              "total-order-broadcast",
              "total order broadcast",
              Model.FAIL_STOP,
              NOTES + "Total Order Broadcast",
              Composition.of(
                  Part.of("tob", TotalOrderBroadcast::new).uses(Parts.RB, Parts.CONS.asFamily()),
                  Parts.P),
              "tob",
              Workload.BROADCAST,
              TOTAL_CYCLES,
              overReliable("tob", TOTAL_CYCLES, TotalOrderProperties.totalOrder("tob"))),
          overUniformConsensus(
              "B10-uniform",
              "uniform-total-order-broadcast",
              "uniform total order broadcast",
              Model.FAIL_STOP,
              Parts.UC),
          overUniformConsensus(
              "B10-C5",
              "total-order-broadcast-in-slots",
              "uniform total order broadcast from consensus in f+1 slots",
              Model.FAIL_STOP_F,
              Parts.UC_IN_SLOTS));

  private OrderedBroadcasts() {}

  private static Part part(String name, Function<Component.Context, Component<?>> maker) {
    return Part.of(name, maker).uses(Parts.RB);
  }

  /** One that stands on lazy reliable broadcast, and takes no longer. */
  private static Protocol overReliable(
      String id, String name, String title, String page, Part top, Property order) {
    return new Protocol(
        id,
        name,
        title,
        Model.FAIL_STOP,
        page,
        Composition.of(top, Parts.P),
        top.name(),
        Workload.BROADCAST_IN_ROW,
        RELIABLE_CYCLES,
        overReliable(top.name(), RELIABLE_CYCLES, order));
  }

  /** What is owed by one that stands on lazy reliable broadcast, and by that. */
  static List<Property> overReliable(String top, int cycles, Property order) {
    List<Property> all = new ArrayList<>(ReliableBroadcastProperties.regular(top, cycles));
    all.add(order);
    all.addAll(ReliableBroadcastProperties.regular(top + "/rb", RELIABLE_CYCLES));
    return Parts.withUsed(all, top + "/rb/beb");
  }

  static List<Property> overUniform(String top, int cycles, Property order) {
    List<Property> all = new ArrayList<>(ReliableBroadcastProperties.uniform(top, cycles));
    all.add(order);
    all.addAll(ReliableBroadcastProperties.uniform(top + "/urb", UNIFORM_CYCLES));
    return Parts.withUsed(all, top + "/urb/beb");
  }

  private static Protocol overUniformConsensus(
      String id, String name, String title, Model model, Part consensus) {
    return new Protocol(
        id,
        name,
        title,
        model,
        NOTES + "Total Order Broadcast",
        Composition.of(
            Part.of("utob", UniformTotalOrderBroadcast::new).uses(Parts.URB, consensus.asFamily()),
            Parts.P),
        "utob",
        Workload.BROADCAST,
        UNIFORM_TOTAL_CYCLES,
        overUniform("utob", UNIFORM_TOTAL_CYCLES, TotalOrderProperties.uniformTotalOrder("utob")));
  }
}
