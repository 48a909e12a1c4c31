package org.deltabed.protocol.catalogue;

import java.util.List;
import java.util.function.Function;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.agreement.HierarchicalConsensus;
import org.deltabed.protocol.mistakes.AdoptsFromLowerRank;
import org.deltabed.protocol.mistakes.DecidesRoundEarly;
import org.deltabed.protocol.mistakes.DecidesWhenAdopting;
import org.deltabed.protocol.mistakes.DetectsOneCrash;
import org.deltabed.protocol.mistakes.DropsEarlyMessages;
import org.deltabed.protocol.mistakes.DropsEarlyMessagesRegular;
import org.deltabed.protocol.mistakes.ForgetsItself;
import org.deltabed.protocol.mistakes.ProposesZeroAtFirst;
import org.deltabed.protocol.mistakes.SendsTwice;
import org.deltabed.protocol.mistakes.SignsForOthers;
import org.deltabed.protocol.mistakes.SuspectsNextOwner;
import org.deltabed.protocol.mistakes.WaitsForLeaderAndItsCrash;

/** The seeded mistakes, each with the properties that it breaks. */
final class SeededMistakes {
  private static final boolean SLOTS = true;
  private static final boolean NO_SLOTS = false;

  static final List<Variant> ALL =
      List.of(
          variant(
              "X01",
              "C1",
              "cons",
              AdoptsFromLowerRank::new,
              "takes a value from a lower rank after one from a higher rank",
              3,
              1,
              NO_SLOTS,
              "cons: agreement"),
          variant(
              "X02",
              "C2",
              "uc",
              WaitsForLeaderAndItsCrash::new,
              "a round ends when its leader is delivered and detected, for or",
              1,
              0,
              SLOTS,
              "uc: termination"),
          variant(
              "X03",
              "C2",
              "uc",
              HierarchicalConsensus::new,
              "regular consensus where the uniform one is promised",
              2,
              1,
              SLOTS,
              "uc: uniform agreement"),
          variant(
              "C1-drops-early",
              "C1",
              "cons",
              DropsEarlyMessagesRegular::new,
              "drops the message of a leader whose round has not come",
              3,
              0,
              SLOTS,
              "cons: termination"),
          variant(
              "C1-decides-twice",
              "C1",
              "cons",
              DecidesWhenAdopting::new,
              "decides what it adopts, and once more when it leads",
              2,
              0,
              SLOTS,
              "cons: integrity",
              "cons: agreement"),
          variant(
              "C2-drops-early",
              "C2",
              "uc",
              DropsEarlyMessages::new,
              "drops the message of a leader whose round has not come",
              2,
              0,
              SLOTS,
              "uc: termination"),
          variant(
              "C2-round-early",
              "C2",
              "uc",
              DecidesRoundEarly::new,
              "decides at the end of round n-1",
              2,
              1,
              NO_SLOTS,
              "uc: uniform agreement"),
          variant(
              "C2-zero-for-nil",
              "C2",
              "uc",
              ProposesZeroAtFirst::new,
              "begins with 0 where the page has nil",
              1,
              0,
              SLOTS,
              "uc: validity"),
          variant(
              "D2-next-owner",
              "D2",
              "P",
              SuspectsNextOwner::new,
              "suspects the owner of the slot after the silent one",
              2,
              1,
              SLOTS,
              "P: strong accuracy",
              "P: strong completeness"),
          variant(
              "D2-one-crash",
              "D2",
              "P",
              DetectsOneCrash::new,
              "detects the first crash and no other",
              3,
              2,
              SLOTS,
              "P: strong completeness"),
          variant(
              "B1-sends-twice",
              "B1",
              "beb",
              SendsTwice::new,
              "sends twice",
              1,
              0,
              SLOTS,
              "beb: no duplication"),
          variant(
              "B1-forgets-itself",
              "B1",
              "beb",
              ForgetsItself::new,
              "does not deliver to the sender itself",
              1,
              0,
              SLOTS,
              "beb: validity"),
          variant(
              "B1-signs-for-others",
              "B1",
              "beb",
              SignsForOthers::new,
              "delivers every message as its own",
              2,
              0,
              SLOTS,
              "beb: no creation",
              "beb: validity"));

  private SeededMistakes() {}

  private static Variant variant(
      String id,
      String protocolId,
      String path,
      Function<Component.Context, Component<?>> mistaken,
      String mistake,
      int smallestN,
      int smallestF,
      boolean showsInSlots,
      String... breaks) {
    Protocol right = Catalogue.find(protocolId);
    Protocol wrong =
        new Protocol(
            right.id(),
            right.name(),
            right.title(),
            right.page(),
            right.composition().swap(path, part -> part.madeBy(mistaken)),
            right.top(),
            right.firstRequest(),
            right.properties());
    return new Variant(id, mistake, wrong, smallestN, smallestF, showsInSlots, List.of(breaks));
  }
}
