package org.deltabed.protocol.catalogue;

import static org.deltabed.protocol.catalogue.Registers.REG;
import static org.deltabed.protocol.catalogue.SeededMistake.ASYNC_ONLY;
import static org.deltabed.protocol.catalogue.SeededMistake.SHOWS_IN_SLOTS;

import java.util.List;
import org.deltabed.protocol.history.Property;
import org.deltabed.protocol.memory.MultiValuedRegister;
import org.deltabed.protocol.mistakes.AcknowledgesOnlyNews;
import org.deltabed.protocol.mistakes.CountsLateAcks;
import org.deltabed.protocol.mistakes.ForgetsItsRank;
import org.deltabed.protocol.mistakes.ImposesOldValues;
import org.deltabed.protocol.mistakes.InvokesAtOnce;
import org.deltabed.protocol.mistakes.KeepsWhatItRead;
import org.deltabed.protocol.mistakes.ReadsBitsBackwards;
import org.deltabed.protocol.mistakes.ReadsWithoutImposing;
import org.deltabed.protocol.mistakes.ReturnsBeforeImposing;
import org.deltabed.protocol.mistakes.ReturnsTimestamps;
import org.deltabed.protocol.mistakes.StoresAnything;
import org.deltabed.protocol.mistakes.TakesItsOwnClock;
import org.deltabed.protocol.mistakes.TakesTheHighestTimestamp;
import org.deltabed.protocol.mistakes.VotesWithHalf;
import org.deltabed.protocol.mistakes.WaitsForTheDeadToStore;
import org.deltabed.protocol.mistakes.WritesToOne;
import org.deltabed.protocol.properties.RegisterProperties;

/** The seeded mistakes in registers, each with the properties that it breaks. */
final class RegisterMistakes {
  private static final String VALIDITY = REG + ": validity";
  private static final String ORDERING = REG + ": ordering";
  private static final String LINEARIZABILITY = REG + ": linearizability";
  private static final String TERMINATION = REG + ": termination";

  static final List<Variant> ALL =
      List.of(
          SeededMistake.of(
              "X04",
              "R3",
              REG,
              CountsLateAcks::new,
              "register ACK without operation id",
              3,
              0,
              ASYNC_ONLY,
              VALIDITY),
          SeededMistake.claiming(
              "R1-safe",
              "R1",
              List.of(RegisterProperties.safe(REG, MultiValuedRegister.LAST, true)),
              "claims safe semantics of what is put together from bits",
              2,
              0,
              ASYNC_ONLY,
              REG + ": safe semantics"),
          SeededMistake.claiming(
              "R1-regular",
              "R1",
              List.of(RegisterProperties.validity(REG, true)),
              "claims regular semantics of what is put together from bits",
              2,
              0,
              SHOWS_IN_SLOTS,
              VALIDITY),
          SeededMistake.of(
              "R1-backwards",
              "R1",
              REG,
              ReadsBitsBackwards::new,
              "reads the bits in another order than it writes them",
              2,
              0,
              ASYNC_ONLY,
              REG + ": safety"),
          SeededMistake.claiming(
              "R2-atomic",
              "R2",
              atomic(true),
              "claims atomic semantics of read-one write-all",
              3,
              0,
              SHOWS_IN_SLOTS,
              ORDERING,
              LINEARIZABILITY),
          SeededMistake.of(
              "R2-first-ack",
              "R2",
              REG,
              WritesToOne::new,
              "a write returns with the first acknowledgement",
              2,
              0,
              ASYNC_ONLY,
              VALIDITY),
          SeededMistake.of(
              "R2-waits-for-the-dead",
              "R2",
              REG,
              WaitsForTheDeadToStore::new,
              "a write waits for those that are detected",
              2,
              1,
              SHOWS_IN_SLOTS,
              TERMINATION),
          SeededMistake.claiming(
              "R3-atomic",
              "R3",
              atomic(false),
              "claims atomic semantics of majority voting",
              3,
              0,
              ASYNC_ONLY,
              ORDERING,
              LINEARIZABILITY),
          SeededMistake.of(
              "R3-stores-anything",
              "R3",
              REG,
              StoresAnything::new,
              "takes over a value whatever its timestamp",
              3,
              0,
              ASYNC_ONLY,
              VALIDITY),
          SeededMistake.of(
              "R3-half",
              "R3",
              REG,
              VotesWithHalf::new,
              "takes N/2 answers, rounded down, for a majority",
              2,
              0,
              ASYNC_ONLY,
              VALIDITY),
          SeededMistake.of(
              "R4-no-impose",
              "R4",
              REG,
              ReadsWithoutImposing::new,
              "a read returns the own value at once",
              3,
              0,
              ASYNC_ONLY,
              ORDERING,
              LINEARIZABILITY),
          SeededMistake.of(
              "R4-imposes-old-values",
              "R4",
              REG,
              ImposesOldValues::new,
              "takes over a value whatever its timestamp",
              2,
              0,
              SHOWS_IN_SLOTS,
              VALIDITY,
              ORDERING,
              LINEARIZABILITY),
          SeededMistake.of(
              "R5-no-impose",
              "R5",
              REG,
              ReturnsBeforeImposing::new,
              "a read returns what it found before a majority has it",
              3,
              0,
              ASYNC_ONLY,
              ORDERING,
              LINEARIZABILITY),
          SeededMistake.of(
              "R5-acks-only-news",
              "R5",
              REG,
              AcknowledgesOnlyNews::new,
              "does not acknowledge what it has already",
              2,
              0,
              SHOWS_IN_SLOTS,
              TERMINATION),
          SeededMistake.of(
              "R5-two-open",
              "R5",
              "app",
              InvokesAtOnce::new,
              "the client invokes an operation while another is open",
              1,
              0,
              SHOWS_IN_SLOTS,
              TERMINATION),
          SeededMistake.of(
              "R6-no-write-back",
              "R6",
              REG,
              KeepsWhatItRead::new,
              "a reader does not tell the others what it returns",
              3,
              0,
              ASYNC_ONLY,
              ORDERING,
              LINEARIZABILITY),
          SeededMistake.of(
              "R7-no-rank",
              "R7",
              REG,
              ForgetsItsRank::new,
              "does not tell two writers with the same timestamp apart",
              3,
              0,
              ASYNC_ONLY,
              LINEARIZABILITY),
          SeededMistake.of(
              "R7-highest",
              "R7-from-one",
              REG,
              TakesTheHighestTimestamp::new,
              "a writer uses the highest timestamp that it reads",
              2,
              0,
              ASYNC_ONLY,
              LINEARIZABILITY),
          SeededMistake.of(
              "R9-own-clock",
              "R9",
              REG,
              TakesItsOwnClock::new,
              "a put takes its version from the own replica",
              3,
              0,
              ASYNC_ONLY,
              REG + ": no stale read"),
          SeededMistake.of(
              "R9-weak-timestamps",
              "R9-weak",
              REG,
              ReturnsTimestamps::new,
              "a get returns the timestamp in place of the value",
              2,
              0,
              SHOWS_IN_SLOTS,
              REG + ": no creation"),
          SeededMistake.claiming(
              "R9-weak-fresh",
              "R9-weak",
              List.of(RegisterProperties.noStaleRead(REG, false)),
              "claims fresh reads of quorums with r + w <= N",
              2,
              0,
              ASYNC_ONLY,
              REG + ": no stale read"));

  private RegisterMistakes() {}

  private static List<Property> atomic(boolean needsDelta) {
    return List.of(
        RegisterProperties.ordering(REG, needsDelta),
        RegisterProperties.linearizability(REG, needsDelta));
  }
}
