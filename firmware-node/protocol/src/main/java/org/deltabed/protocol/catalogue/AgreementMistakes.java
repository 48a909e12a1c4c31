package org.deltabed.protocol.catalogue;

import static org.deltabed.protocol.catalogue.SeededMistake.ASYNC_ONLY;
import static org.deltabed.protocol.catalogue.SeededMistake.SHOWS_IN_SLOTS;

import java.util.List;
import org.deltabed.protocol.agreement.HierarchicalConsensus;
import org.deltabed.protocol.mistakes.AdoptsFromLowerRank;
import org.deltabed.protocol.mistakes.DecidesBeforeSayingSo;
import org.deltabed.protocol.mistakes.DecidesOwnMessage;
import org.deltabed.protocol.mistakes.DecidesRoundEarly;
import org.deltabed.protocol.mistakes.DecidesSlotEarly;
import org.deltabed.protocol.mistakes.DecidesWhenAdopting;
import org.deltabed.protocol.mistakes.DeliversNilForF;
import org.deltabed.protocol.mistakes.DeliversOnReceipt;
import org.deltabed.protocol.mistakes.DropsEarlyMessages;
import org.deltabed.protocol.mistakes.DropsEarlyMessagesRegular;
import org.deltabed.protocol.mistakes.FloodsOneRoundLess;
import org.deltabed.protocol.mistakes.GivesUpAtAnyCrash;
import org.deltabed.protocol.mistakes.NeverEarly;
import org.deltabed.protocol.mistakes.NeverGivesUpSender;
import org.deltabed.protocol.mistakes.ProposesZeroAtFirst;
import org.deltabed.protocol.mistakes.WaitsForLeaderAndItsCrash;
import org.deltabed.protocol.properties.ConsensusProperties;

/** The seeded mistakes in agreement algorithms, each with the properties that it breaks. */
final class AgreementMistakes {
  static final List<Variant> ALL =
      List.of(
          SeededMistake.of(
              "X01",
              "C1",
              "cons",
              AdoptsFromLowerRank::new,
              "takes a value from a lower rank after one from a higher rank",
              3,
              1,
              ASYNC_ONLY,
              "cons: agreement"),
          SeededMistake.of(
              "X02",
              "C2",
              "uc",
              WaitsForLeaderAndItsCrash::new,
              "a round ends when its leader is delivered and detected, for or",
              1,
              0,
              SHOWS_IN_SLOTS,
              "uc: termination"),
          SeededMistake.of(
              "X03",
              "C2",
              "uc",
              HierarchicalConsensus::new,
              "regular consensus where the uniform one is promised",
              2,
              1,
              SHOWS_IN_SLOTS,
              "uc: uniform agreement"),
          SeededMistake.of(
              "C1-drops-early",
              "C1",
              "cons",
              DropsEarlyMessagesRegular::new,
              "drops the message of a leader whose round has not come",
              3,
              0,
              SHOWS_IN_SLOTS,
              "cons: termination"),
          SeededMistake.of(
              "C1-decides-twice",
              "C1",
              "cons",
              DecidesWhenAdopting::new,
              "decides what it adopts, and once more when it leads",
              2,
              0,
              SHOWS_IN_SLOTS,
              "cons: integrity",
              "cons: agreement"),
          SeededMistake.of(
              "C2-drops-early",
              "C2",
              "uc",
              DropsEarlyMessages::new,
              "drops the message of a leader whose round has not come",
              2,
              0,
              SHOWS_IN_SLOTS,
              "uc: termination"),
          SeededMistake.of(
              "C2-round-early",
              "C2",
              "uc",
              DecidesRoundEarly::new,
              "decides at the end of round n-1",
              2,
              1,
              ASYNC_ONLY,
              "uc: uniform agreement"),
          SeededMistake.of(
              "C2-zero-for-nil",
              "C2",
              "uc",
              ProposesZeroAtFirst::new,
              "begins with 0 where the page has nil",
              1,
              0,
              SHOWS_IN_SLOTS,
              "uc: validity"),
          SeededMistake.of(
              "C5-decides-at-once",
              "C5",
              "uc",
              DecidesBeforeSayingSo::new,
              "decides when its estimate is final, and tells nobody",
              3,
              1,
              SHOWS_IN_SLOTS,
              "uc: uniform agreement"),
          SeededMistake.of(
              "C5-never-early",
              "C5",
              "uc",
              NeverEarly::new,
              "never learns that its estimate is final",
              3,
              2,
              SHOWS_IN_SLOTS,
              "uc: early decision"),
          SeededMistake.of(
              "C5-slot-early",
              "C5-slots",
              "uc",
              DecidesSlotEarly::new,
              "decides after f leaders, all of which may crash",
              2,
              1,
              SHOWS_IN_SLOTS,
              "uc: uniform agreement"),
          SeededMistake.of(
              "FS-round-early",
              "FS",
              "uc",
              FloodsOneRoundLess::new,
              "decides after round f",
              3,
              1,
              SHOWS_IN_SLOTS,
              "uc: uniform agreement"),
          SeededMistake.of(
              "C4-own-first",
              "C4",
              "cons",
              DecidesOwnMessage::new,
              "decides the first of its own messages",
              2,
              0,
              SHOWS_IN_SLOTS,
              "cons: agreement"),
          SeededMistake.claiming(
              "C4-as-uniform",
              "C4",
              ConsensusProperties.uniform("cons", OrderedBroadcasts.TOTAL_CYCLES),
              "total order broadcast where the uniform one is needed",
              2,
              1,
              SHOWS_IN_SLOTS,
              "cons: uniform agreement"),
          SeededMistake.of(
              "X11",
              "T1",
              "trb",
              DeliversOnReceipt::new,
              "delivers on receipt, past consensus",
              3,
              1,
              SHOWS_IN_SLOTS,
              "trb: agreement"),
          SeededMistake.of(
              "T1-nil-for-f",
              "T1",
              "trb",
              DeliversNilForF::new,
              "proposes nil where the page has f",
              2,
              1,
              SHOWS_IN_SLOTS,
              "trb: integrity"),
          SeededMistake.of(
              "T1-never-gives-up",
              "T1",
              "trb",
              NeverGivesUpSender::new,
              "waits for the message of a sender that crashed",
              2,
              1,
              SHOWS_IN_SLOTS,
              "trb: termination"),
          SeededMistake.of(
              "T1-any-crash",
              "T1",
              "trb",
              GivesUpAtAnyCrash::new,
              "takes the crash of anybody for that of the sender",
              2,
              1,
              SHOWS_IN_SLOTS,
              "trb: validity"),
          SeededMistake.of(
              "T1-regular",
              "T1-uniform",
              "trb/cons",
              HierarchicalConsensus::new,
              "regular consensus where the uniform one is used",
              2,
              1,
              SHOWS_IN_SLOTS,
              "trb: uniform agreement",
              "trb/cons: uniform agreement"));

  private AgreementMistakes() {}
}
