package org.deltabed.protocol.catalogue;

import static org.deltabed.protocol.catalogue.SeededMistake.SHOWS_IN_SLOTS;

import java.util.List;
import org.deltabed.protocol.mistakes.ConfirmsFirst;
import org.deltabed.protocol.mistakes.ConfirmsTheJobBefore;
import org.deltabed.protocol.mistakes.ConfirmsTwice;
import org.deltabed.protocol.mistakes.ConfirmsWhenIdle;
import org.deltabed.protocol.mistakes.CountsInSendersEntry;
import org.deltabed.protocol.mistakes.CountsSendersDelivery;
import org.deltabed.protocol.mistakes.CountsWithoutListening;
import org.deltabed.protocol.mistakes.DoesNotCountReceipt;
import org.deltabed.protocol.mistakes.DoesNotStampItsOwn;
import org.deltabed.protocol.mistakes.LeavesTheLastJob;
import org.deltabed.protocol.mistakes.StampsBeforeCounting;

/** The seeded mistakes in those of {@link Basics}, each with the properties that it breaks. */
final class BasicMistakes {
  static final List<Variant> ALL =
      List.of(
          SeededMistake.of(
              "M1-confirms-first",
              "M1",
              "jh",
              ConfirmsFirst::new,
              "confirms a job and then processes it",
              1,
              0,
              SHOWS_IN_SLOTS,
              "jh: processed first"),
          SeededMistake.of(
              "M1-confirms-twice",
              "M1",
              "jh",
              ConfirmsTwice::new,
              "confirms a job twice",
              1,
              0,
              SHOWS_IN_SLOTS,
              "jh: no duplication"),
          SeededMistake.of(
              "M1-async-idle",
              "M1-async",
              "jh",
              ConfirmsWhenIdle::new,
              "confirms something when there is nothing to do",
              1,
              0,
              SHOWS_IN_SLOTS,
              "jh: no creation",
              "jh: eventual processing"),
          SeededMistake.of(
              "M1-async-job-before",
              "M1-async",
              "jh",
              ConfirmsTheJobBefore::new,
              "confirms a job when another waits behind it",
              1,
              0,
              SHOWS_IN_SLOTS,
              "jh: guaranteed response"),
          SeededMistake.of(
              "M1-async-last-job",
              "M1-async",
              "jh",
              LeavesTheLastJob::new,
              "leaves the last job in the buffer",
              1,
              0,
              SHOWS_IN_SLOTS,
              "jh: eventual processing"),
          SeededMistake.of(
              "M2-no-max",
              "M2",
              "lc",
              CountsWithoutListening::new,
              "counts its own events and does not look at timestamps",
              2,
              0,
              SHOWS_IN_SLOTS,
              "lc: clock condition"),
          SeededMistake.of(
              "M2-receipt-no-event",
              "M2",
              "lc",
              DoesNotCountReceipt::new,
              "takes the greater time for a receipt, and adds nothing",
              1,
              0,
              SHOWS_IN_SLOTS,
              "lc: clock condition"),
          SeededMistake.of(
              "M2-stamps-first",
              "M2",
              "lc",
              StampsBeforeCounting::new,
              "stamps a message before the sending is counted",
              2,
              0,
              SHOWS_IN_SLOTS,
              "lc: clock condition"),
          SeededMistake.of(
              "M2-not-its-own",
              "M2",
              "lc",
              DoesNotStampItsOwn::new,
              "does not count the delivery of its own messages",
              1,
              0,
              SHOWS_IN_SLOTS,
              "lc: every event is stamped"),
          SeededMistake.of(
              "M2-vector-page",
              "M2-vector",
              "vc",
              CountsInSendersEntry::new,
              "counts a delivery in the sender's entry, as waiting causal broadcast does",
              2,
              0,
              SHOWS_IN_SLOTS,
              "vc: clock condition",
              "vc: converse clock condition"),
          SeededMistake.of(
              "M2-vector-both",
              "M2-vector",
              "vc",
              CountsSendersDelivery::new,
              "merges the timestamp and counts in the sender's entry too",
              2,
              0,
              SHOWS_IN_SLOTS,
              "vc: converse clock condition"));

  private BasicMistakes() {}
}
