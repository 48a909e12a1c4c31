package org.deltabed.protocol.catalogue;

import static org.deltabed.protocol.catalogue.SeededMistake.ASYNC_ONLY;
import static org.deltabed.protocol.catalogue.SeededMistake.SHOWS_IN_SLOTS;

import java.util.List;
import org.deltabed.protocol.mistakes.AgreesInOneRound;
import org.deltabed.protocol.mistakes.ExecutesWhatOneProposes;
import org.deltabed.protocol.mistakes.PerformsWithoutTheTable;
import org.deltabed.protocol.mistakes.PutHashOfTheQuestion;
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
