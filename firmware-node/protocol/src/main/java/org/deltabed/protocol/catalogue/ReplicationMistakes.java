package org.deltabed.protocol.catalogue;

import static org.deltabed.protocol.catalogue.SeededMistake.ASYNC_ONLY;
import static org.deltabed.protocol.catalogue.SeededMistake.SHOWS_IN_SLOTS;

import java.util.List;
import org.deltabed.protocol.mistakes.AgreesInOneRound;
import org.deltabed.protocol.mistakes.AppendsTheNumber;
import org.deltabed.protocol.mistakes.AsksTheFirstPrimary;
import org.deltabed.protocol.mistakes.EverybodyMakesViews;
import org.deltabed.protocol.mistakes.ExecutesWhatOneProposes;
import org.deltabed.protocol.mistakes.IdleServerFollows;
import org.deltabed.protocol.mistakes.LosesCallsWhileItWaits;
import org.deltabed.protocol.mistakes.PerformsWithoutTheTable;
import org.deltabed.protocol.mistakes.PutHashOfTheQuestion;
import org.deltabed.protocol.mistakes.TakesAnyView;
import org.deltabed.protocol.mistakes.TakesTheFirstAnswer;
import org.deltabed.protocol.mistakes.TakesValuesOnly;
import org.deltabed.protocol.mistakes.ViewsWithoutAcknowledgement;

/** The seeded mistakes in replication, each with the properties that it breaks. */
final class ReplicationMistakes {
  static final List<Variant> ALL =
      List.of(
          SeededMistake.of(
              "X05",
              "S2",
              "ph/srv",
              PutHashOfTheQuestion::new,
              "the design of the question: the backup answers with the result and the new value",
              5,
              1,
              ASYNC_ONLY,
              "ph: at-most-once",
              "ph: one order",
              "ph: linearizability"),
          SeededMistake.of(
              "X06",
              "S2",
              "ph/srv",
              TakesValuesOnly::new,
              "the primary takes over the backup's values without its duplicate table",
              5,
              1,
              ASYNC_ONLY,
              "ph: at-most-once",
              "ph: one order",
              "ph: linearizability"),
          SeededMistake.of(
              "S2-no-table",
              "S2",
              "ph/srv",
              PerformsWithoutTheTable::new,
              "nobody looks into the duplicate table",
              4,
              1,
              SHOWS_IN_SLOTS,
              "ph: at-most-once"),
          SeededMistake.of(
              "S2-hasty",
              "S2",
              "VS",
              ViewsWithoutAcknowledgement::new,
              "a backup becomes primary before it has got the state",
              5,
              1,
              ASYNC_ONLY,
              "ph: one order",
              "ph: linearizability"),
          SeededMistake.of(
              "S2-number-for-value",
              "S2",
              "ph/srv",
              AppendsTheNumber::new,
              "appends the number of a call in place of its value",
              3,
              0,
              SHOWS_IN_SLOTS,
              "ph: no creation",
              "ph: one order",
              "ph: linearizability"),
          SeededMistake.of(
              "S2-loses-calls",
              "S2",
              "ph/srv",
              LosesCallsWhileItWaits::new,
              "loses what comes while the primary waits for its backup",
              5,
              0,
              SHOWS_IN_SLOTS,
              "ph: liveness"),
          SeededMistake.of(
              "S2-first-primary",
              "S2",
              "ph",
              AsksTheFirstPrimary::new,
              "the client asks the first primary for ever",
              4,
              1,
              SHOWS_IN_SLOTS,
              "VS: liveness despite crashes"),
          SeededMistake.of(
              "S2-any-view",
              "S2",
              "VS",
              TakesAnyView::new,
              "takes every view that comes for the next one",
              4,
              1,
              SHOWS_IN_SLOTS,
              "VS: order"),
          SeededMistake.of(
              "S2-everybody",
              "S2",
              "VS",
              EverybodyMakesViews::new,
              "every process makes views, as its own detector tells it",
              4,
              1,
              ASYNC_ONLY,
              "VS: agreement"),
          SeededMistake.of(
              "S2-idle-follows",
              "S2",
              "VS",
              IdleServerFollows::new,
              "an idle server follows the primary where the backup cannot",
              4,
              1,
              ASYNC_ONLY,
              "VS: succession"),
          SeededMistake.of(
              "S3-first-answer",
              "S3",
              "ar",
              TakesTheFirstAnswer::new,
              "the client takes the first answer for the response",
              5,
              1,
              ASYNC_ONLY,
              "ar: linearizability"),
          SeededMistake.of(
              "S3-any-proposal",
              "S3",
              "ar",
              ExecutesWhatOneProposes::new,
              "what one server alone proposes is executed",
              5,
              1,
              ASYNC_ONLY,
              "ar: termination",
              "ar: linearizability"),
          SeededMistake.of(
              "S3-one-round",
              "S3",
              "ar/ic[]",
              AgreesInOneRound::new,
              "consensus after one round: every server believes what it was told",
              6,
              1,
              ASYNC_ONLY,
              "ar: agreement"));

  private ReplicationMistakes() {}
}
