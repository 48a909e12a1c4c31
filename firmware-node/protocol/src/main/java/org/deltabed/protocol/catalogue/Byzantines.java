package org.deltabed.protocol.catalogue;

import static org.deltabed.protocol.catalogue.Parts.DEPENDABLE;
import static org.deltabed.protocol.catalogue.Parts.NOTES;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Composition;
import org.deltabed.protocol.Composition.Part;
import org.deltabed.protocol.broadcast.AuthenticatedEchoBroadcast;
import org.deltabed.protocol.broadcast.ByzantineReliableBroadcast;
import org.deltabed.protocol.broadcast.SignedEchoBroadcast;
import org.deltabed.protocol.broadcast.SignedRelayBroadcast;
import org.deltabed.protocol.history.Property;
import org.deltabed.protocol.properties.ByzantineBroadcastProperties;
import org.deltabed.protocol.properties.ByzantineRegisterProperties;
import org.deltabed.protocol.properties.LinkProperties;
import org.deltabed.protocol.register.ByzantineRegularRegister;

/** Cryptography, and what is built on it for processes that do as they like. */
final class Byzantines {
  /** A step of n codes fills two frames of four processes, three of five. */
  private static final int ECHO_CYCLES = 8;

  private static final int READY_CYCLES = 12;

  /** A quorum of signatures for each process fills many frames. */
  private static final int SIGNED_CYCLES = 40;

  static final List<Protocol> ALL =
      List.of(
          new Protocol(
              "M3",
              "hash-mac-signature",
              "hash, MAC and signature: a broadcast of signed messages",
              Model.BYZANTINE,
              DEPENDABLE + "2.2 Cryptographic Abstraction",
              Composition.of(Part.of("sb", SignedRelayBroadcast::new).uses(Parts.AL)),
              "sb",
              Workload.BROADCAST,
              SIGNED_CYCLES,
              withLinks(ByzantineBroadcastProperties.signed("sb", SIGNED_CYCLES), SIGNED_CYCLES),
              Lies::signedRelay),
          new Protocol(
              "L4",
              "authenticated-perfect-links",
              "authenticated perfect links",
              Model.BYZANTINE,
              NOTES + "Authenticated Echo Broadcast",
              Composition.of(Parts.AL),
              "al",
              Workload.SEND,
              ECHO_CYCLES,
              LinkProperties.authenticated("al", ECHO_CYCLES),
              Lies::links),
          new Protocol(
              "Y1",
              "authenticated-echo",
              "Byzantine consistent broadcast",
              Model.BYZANTINE,
              NOTES + "Authenticated Echo Broadcast",
              Composition.of(Part.of("bcb", AuthenticatedEchoBroadcast::new).uses(Parts.AL)),
              "bcb",
              Workload.BROADCAST_BY_FIRST,
              ECHO_CYCLES,
              withLinks(ByzantineBroadcastProperties.consistent("bcb", ECHO_CYCLES), ECHO_CYCLES),
              Lies::echo),
          new Protocol(
              "Y2",
              "signed-echo",
              "Byzantine consistent broadcast",
              Model.BYZANTINE,
              NOTES + "Signed Echo Broadcast",
              Composition.of(Part.of("bcb", SignedEchoBroadcast::new).uses(Parts.AL)),
              "bcb",
              Workload.BROADCAST_BY_FIRST,
              SIGNED_CYCLES,
              withLinks(
                  ByzantineBroadcastProperties.consistent("bcb", SIGNED_CYCLES), SIGNED_CYCLES),
              Lies::signedEcho),
          new Protocol(
              "Y3",
              "byzantine-reliable-broadcast",
              "Byzantine reliable broadcast",
              Model.BYZANTINE,
              NOTES + "Byzantine Reliable Broadcast",
              Composition.of(Part.of("brb", ByzantineReliableBroadcast::new).uses(Parts.AL)),
              "brb",
              Workload.BROADCAST_BY_FIRST,
              READY_CYCLES,
              withLinks(ByzantineBroadcastProperties.reliable("brb", READY_CYCLES), READY_CYCLES),
              Lies::reliable),
          new Protocol(
              "R8",
              "byzantine-regular-register",
              "Byzantine (1,N) regular register",
              Model.BYZANTINE,
              DEPENDABLE + "6.1.1 (1,N)-REGULAR Register",
              Composition.of(Part.of("bonrr", ByzantineRegularRegister::new).uses(Parts.AL)),
              "bonrr",
              Workload.READ_WRITE,
              SIGNED_CYCLES,
              withLinks(
                  ByzantineRegisterProperties.regular(
                      "bonrr", ByzantineRegularRegister.WRITER, SIGNED_CYCLES),
                  SIGNED_CYCLES),
              Lies::register));

  private Byzantines() {}

  private static List<Property> withLinks(List<Property> own, int cycles) {
    List<Property> all = new ArrayList<>(own);
    String top = own.getFirst().instance();
    all.addAll(LinkProperties.authenticated(top + "/al", cycles));
    return all;
  }
}
