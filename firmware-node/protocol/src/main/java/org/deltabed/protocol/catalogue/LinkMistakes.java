package org.deltabed.protocol.catalogue;

import static org.deltabed.protocol.catalogue.SeededMistake.SHOWS_IN_SLOTS;

import java.util.List;
import org.deltabed.protocol.mistakes.AnswersForItself;
import org.deltabed.protocol.mistakes.DeliversForOthers;
import org.deltabed.protocol.mistakes.DeliversRepetitions;
import org.deltabed.protocol.mistakes.DeliversTwice;
import org.deltabed.protocol.mistakes.ForgetsTheSender;
import org.deltabed.protocol.mistakes.NeverReturns;
import org.deltabed.protocol.mistakes.SendsAgainToNext;
import org.deltabed.protocol.mistakes.SendsOnce;
import org.deltabed.protocol.mistakes.StripsItsEcho;

/** The seeded mistakes in those of {@link Links}, each with the properties that it breaks. */
final class LinkMistakes {
  static final List<Variant> ALL =
      List.of(
          SeededMistake.of(
              "L1-strips-its-echo",
              "L1",
              "fll",
              StripsItsEcho::new,
              "does not deliver what a process sends to itself",
              1,
              0,
              SHOWS_IN_SLOTS,
              "fll: fair-loss"),
          SeededMistake.of(
              "L1-delivers-twice",
              "L1",
              "fll",
              DeliversTwice::new,
              "delivers twice what comes once",
              1,
              0,
              SHOWS_IN_SLOTS,
              "fll: bounded duplication"),
          SeededMistake.of(
              "L1-for-others",
              "L1",
              "fll",
              DeliversForOthers::new,
              "delivers what is addressed to others",
              2,
              0,
              SHOWS_IN_SLOTS,
              "fll: no creation"),
          SeededMistake.of(
              "L2-never-returns",
              "L2",
              "sl",
              NeverReturns::new,
              "the page's handler, which sends for ever and hears nothing else",
              1,
              0,
              SHOWS_IN_SLOTS,
              "sl: stubborn delivery"),
          SeededMistake.of(
              "L2-sends-once",
              "L2",
              "sl",
              SendsOnce::new,
              "sends once",
              1,
              0,
              SHOWS_IN_SLOTS,
              "sl: stubborn delivery"),
          SeededMistake.of(
              "L2-again-to-next",
              "L2",
              "sl",
              SendsAgainToNext::new,
              "sends again to the process after the receiver",
              2,
              0,
              SHOWS_IN_SLOTS,
              "sl: no creation",
              "sl: stubborn delivery"),
          SeededMistake.of(
              "L3-forgets-sender",
              "L3",
              "pl",
              ForgetsTheSender::new,
              "remembers what was delivered without its sender, as the page does",
              2,
              0,
              SHOWS_IN_SLOTS,
              "pl: validity"),
          SeededMistake.of(
              "L3-repetitions",
              "L3",
              "pl",
              DeliversRepetitions::new,
              "delivers every repetition",
              1,
              0,
              SHOWS_IN_SLOTS,
              "pl: no duplication"),
          SeededMistake.of(
              "L3-answers-for-itself",
              "L3",
              "pl",
              AnswersForItself::new,
              "delivers every message as its own",
              2,
              0,
              SHOWS_IN_SLOTS,
              "pl: no creation",
              "pl: validity"));

  private LinkMistakes() {}
}
