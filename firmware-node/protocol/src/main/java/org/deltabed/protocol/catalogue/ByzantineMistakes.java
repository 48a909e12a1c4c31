package org.deltabed.protocol.catalogue;

import static org.deltabed.protocol.catalogue.SeededMistake.ASYNC_ONLY;
import static org.deltabed.protocol.catalogue.SeededMistake.SHOWS_IN_SLOTS;

import java.util.List;
import org.deltabed.protocol.mistakes.CountsUnverifiedSignatures;
import org.deltabed.protocol.mistakes.CountsVotesTwice;
import org.deltabed.protocol.mistakes.DeliversEveryFinal;
import org.deltabed.protocol.mistakes.DeliversOnOneEcho;
import org.deltabed.protocol.mistakes.EchoesEverySend;
import org.deltabed.protocol.mistakes.ForgetsWhoseNumber;
import org.deltabed.protocol.mistakes.KnowsItByWhoPassedItOn;
import org.deltabed.protocol.mistakes.NeverAmplifies;
import org.deltabed.protocol.mistakes.NumbersRepetitionsAnew;
import org.deltabed.protocol.mistakes.OneKeyForAll;
import org.deltabed.protocol.mistakes.PassesOnUnverified;
import org.deltabed.protocol.mistakes.StoresUnsigned;
import org.deltabed.protocol.mistakes.StoresWhateverIsSent;
import org.deltabed.protocol.mistakes.TakesTwoThirdsForAQuorum;
import org.deltabed.protocol.mistakes.VerifiesWithItsOwnKey;
import org.deltabed.protocol.mistakes.WaitsForEveryEcho;

/** The seeded mistakes in those of {@link Byzantines}, each with the properties that it breaks. */
final class ByzantineMistakes {
  static final List<Variant> ALL =
      List.of(
          SeededMistake.of(
              "X08",
              "Y1",
              "bcb",
              TakesTwoThirdsForAQuorum::new,
              "takes 2 * floor((n - 1) / 3) + 1 processes for a quorum",
              5,
              1,
              ASYNC_ONLY,
              "bcb: consistency"),
          SeededMistake.of(
              "X09",
              "Y3",
              "brb",
              CountsVotesTwice::new,
              "counts two votes of one sender",
              4,
              1,
              ASYNC_ONLY,
              "brb: consistency"),
          SeededMistake.of(
              "M3-unverified",
              "M3",
              "sb",
              PassesOnUnverified::new,
              "takes any signature for good",
              4,
              1,
              ASYNC_ONLY,
              "sb: integrity"),
          SeededMistake.of(
              "M3-own-key",
              "M3",
              "sb",
              VerifiesWithItsOwnKey::new,
              "verifies every signature with its own key",
              2,
              0,
              SHOWS_IN_SLOTS,
              "sb: validity",
              "sb: agreement"),
          SeededMistake.of(
              "M3-by-relay",
              "M3",
              "sb",
              KnowsItByWhoPassedItOn::new,
              "takes a message for new that another has passed on",
              2,
              0,
              SHOWS_IN_SLOTS,
              "sb: no duplication"),
          SeededMistake.of(
              "L4-forgets-sender",
              "L4",
              "al",
              ForgetsWhoseNumber::new,
              "remembers numbers without whose they are",
              2,
              0,
              SHOWS_IN_SLOTS,
              "al: reliable delivery"),
          SeededMistake.of(
              "L4-repetitions",
              "L4",
              "al",
              NumbersRepetitionsAnew::new,
              "sends again under a new number",
              1,
              0,
              SHOWS_IN_SLOTS,
              "al: no duplication"),
          SeededMistake.of(
              "L4-one-key",
              "L4",
              "al",
              OneKeyForAll::new,
              "one key for all, so that what is for one is good for others",
              2,
              0,
              SHOWS_IN_SLOTS,
              "al: authenticity"),
          SeededMistake.of(
              "Y1-echoes-all",
              "Y1",
              "bcb",
              EchoesEverySend::new,
              "echoes whatever the sender sends",
              4,
              1,
              ASYNC_ONLY,
              "bcb: consistency"),
          SeededMistake.of(
              "Y1-every-echo",
              "Y1",
              "bcb",
              WaitsForEveryEcho::new,
              "waits for the echoes of all",
              4,
              1,
              ASYNC_ONLY,
              "bcb: validity"),
          SeededMistake.of(
              "Y1-one-echo",
              "Y1",
              "bcb",
              DeliversOnOneEcho::new,
              "delivers on one echo",
              4,
              1,
              ASYNC_ONLY,
              "bcb: integrity",
              "bcb: consistency"),
          SeededMistake.of(
              "Y2-unverified",
              "Y2",
              "bcb",
              CountsUnverifiedSignatures::new,
              "does not verify the signatures of a FINAL",
              4,
              1,
              ASYNC_ONLY,
              "bcb: consistency",
              "bcb: integrity"),
          SeededMistake.of(
              "Y2-every-final",
              "Y2",
              "bcb",
              DeliversEveryFinal::new,
              "delivers with every good FINAL",
              4,
              1,
              ASYNC_ONLY,
              "bcb: no duplication"),
          SeededMistake.of(
              "Y3-no-amplification",
              "Y3",
              "brb",
              NeverAmplifies::new,
              "is not ready because f + 1 others are",
              4,
              1,
              ASYNC_ONLY,
              "brb: totality"),
          SeededMistake.of(
              "R8-unsigned",
              "R8",
              "bonrr",
              StoresUnsigned::new,
              "takes any signature for good",
              4,
              1,
              ASYNC_ONLY,
              "bonrr: validity"),
          SeededMistake.of(
              "R8-stores-all",
              "R8",
              "bonrr",
              StoresWhateverIsSent::new,
              "stores a write before it verifies its signature, as the page does",
              4,
              1,
              ASYNC_ONLY,
              "bonrr: termination"));

  private ByzantineMistakes() {}
}
