package org.deltabed.protocol.catalogue;

import static org.deltabed.protocol.catalogue.Parts.DEPENDABLE;
import static org.deltabed.protocol.catalogue.Parts.NOTES;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Composition;
import org.deltabed.protocol.Composition.Part;
import org.deltabed.protocol.history.Property;
import org.deltabed.protocol.memory.FromOneReader;
import org.deltabed.protocol.memory.FromOneWriter;
import org.deltabed.protocol.memory.MajorityVoting;
import org.deltabed.protocol.memory.ManyWriters;
import org.deltabed.protocol.memory.MultiValuedRegister;
import org.deltabed.protocol.memory.OneReaderRegister;
import org.deltabed.protocol.memory.QuorumStore;
import org.deltabed.protocol.memory.ReadImposeWriteAll;
import org.deltabed.protocol.memory.ReadImposeWriteMajority;
import org.deltabed.protocol.memory.ReadOneWriteAll;
import org.deltabed.protocol.memory.SequentialClient;
import org.deltabed.protocol.memory.WeakQuorumStore;
import org.deltabed.protocol.properties.DetectorProperties;
import org.deltabed.protocol.properties.RegisterProperties;

/** Shared memory; each below a client that has one operation open at a time. */
final class Registers {
  /** Where operations are judged. */
  static final String REG = "app/reg";

  private static final String BEB = REG + "/beb";

  /** In which a process acknowledges to itself too, and a crash is heard. */
  private static final int WRITE_ALL_CYCLES = 4;

  /** Two rounds of messages, each of a cycle, after waiting for the own slot. */
  private static final int MAJORITY_CYCLES = 4;

  /** Of a process that has two operations to wait for. */
  private static final int TWO = 2;

  private static final int BITS = 4;

  /** Each bit takes two cycles, and one may wait for a crash to be heard. */
  private static final int TWO_WRITES_OF_BITS_CYCLES = TWO * BITS * 2 + 2;

  /** A system in which the registers that are made of N others have their time too. */
  private static final int N = 3;

  /** A write and a read, of N registers each. */
  private static final int TWO_FROM_ONE_WRITER_CYCLES = 2 * (N + 1) + 2 * N + 2;

  static final List<Protocol> ALL =
      List.of(
          new Protocol(
              "R1",
              "multi-valued-register-from-bits",
              "multi-valued register, not safe",
              Model.FAIL_STOP,
              DEPENDABLE + "4.1.6 An unsafe register",
              client(
                  Part.of("reg", MultiValuedRegister::new)
                      .uses(
                          Part.of("br", ReadOneWriteAll::new)
                              .uses(Parts.BEB)
                              .usesShared("P")
                              .asFamily()),
                  Parts.P),
              "app",
              Workload.READ_WRITE_BITS,
              TWO_WRITES_OF_BITS_CYCLES,
              withP(
                  List.of(
                      RegisterProperties.termination(REG, _ -> BITS * WRITE_ALL_CYCLES),
                      RegisterProperties.safety(REG, true)),
                  RegisterProperties.regular(REG + "/br[0]", _ -> WRITE_ALL_CYCLES, true))),
          new Protocol(
              "R2",
              "regular-register-write-all",
              "(1,N) regular register",
              Model.FAIL_STOP,
              NOTES + "Regular register",
              client(Part.of("reg", ReadOneWriteAll::new).uses(Parts.BEB).usesShared("P"), Parts.P),
              "app",
              Workload.READ_WRITE_TWICE,
              TWO * WRITE_ALL_CYCLES,
              Parts.withUsed(RegisterProperties.regular(REG, _ -> WRITE_ALL_CYCLES, true), BEB)),
          new Protocol(
              "R3",
              "regular-register-majority",
              "(1,N) regular register",
              Model.MAJORITY,
              NOTES + "Regular register - Majority Algorithm",
              client(Part.of("reg", MajorityVoting::new).uses(Parts.BEB)),
              "app",
              Workload.READ_WRITE_TWICE,
              TWO * MAJORITY_CYCLES,
              Parts.withBroadcast(
                  RegisterProperties.regular(REG, _ -> MAJORITY_CYCLES, false), BEB)),
          new Protocol(
              "R4",
              "atomic-register-write-all",
              "(1,N) atomic register",
              Model.FAIL_STOP,
              NOTES + "Atomic register",
              client(
                  Part.of("reg", ReadImposeWriteAll::new).uses(Parts.BEB).usesShared("P"), Parts.P),
              "app",
              Workload.READ_WRITE,
              WRITE_ALL_CYCLES,
              Parts.withUsed(RegisterProperties.atomic(REG, _ -> WRITE_ALL_CYCLES, true), BEB)),
          new Protocol(
              "R5",
              "atomic-register-majority",
              "(1,N) atomic register",
              Model.MAJORITY,
              NOTES + "Atomic register - Majority Algorithm",
              client(Part.of("reg", ReadImposeWriteMajority::new).uses(Parts.BEB)),
              "app",
              Workload.READ_WRITE,
              MAJORITY_CYCLES,
              Parts.withBroadcast(
                  RegisterProperties.atomic(REG, _ -> MAJORITY_CYCLES, false), BEB)),
          new Protocol(
              "R6",
              "atomic-register-from-one-reader",
              "(1,N) atomic register",
              Model.FAIL_STOP,
              DEPENDABLE + "5.5 From (1,1) ATOMIC to (1,N) ATOMIC register",
              client(
                  Part.of("reg", FromOneReader::new)
                      .uses(Part.of("ooar", OneReaderRegister::new).usesShared("P").asFamily()),
                  Parts.P),
              "app",
              Workload.READ_WRITE,
              fromOneReaderCycles(N),
              withP(
                  RegisterProperties.atomic(REG, Registers::fromOneReaderCycles, true),
                  RegisterProperties.manyWriters(REG + "/ooar[2]", _ -> WRITE_ALL_CYCLES, true))),
          new Protocol(
              "R7",
              "atomic-register-many-writers",
              "(N,N) atomic register",
              Model.FAIL_STOP,
              NOTES + "(N,N) Atomic Register",
              client(Part.of("reg", ManyWriters::new).uses(Parts.BEB).usesShared("P"), Parts.P),
              "app",
              Workload.READ_WRITE_BY_TWO,
              TWO * WRITE_ALL_CYCLES,
              Parts.withUsed(
                  RegisterProperties.manyWriters(REG, _ -> WRITE_ALL_CYCLES, true), BEB)),
          new Protocol(
              "R7-from-one",
              "atomic-register-from-one-writer",
              "(N,N) atomic register",
              Model.FAIL_STOP,
              DEPENDABLE + "5.6 From (1,N) ATOMIC to (N,N) ATOMIC register",
              client(
                  Part.of("reg", FromOneWriter::new)
                      .uses(
                          Part.of("onar", ReadImposeWriteAll::new)
                              .uses(Parts.BEB)
                              .usesShared("P")
                              .asFamily()),
                  Parts.P),
              "app",
              Workload.READ_WRITE_BY_TWO,
              TWO_FROM_ONE_WRITER_CYCLES,
              withP(
                  RegisterProperties.manyWriters(REG, Registers::fromOneWriterCycles, true),
                  RegisterProperties.atomic(REG + "/onar[1]", _ -> WRITE_ALL_CYCLES, true))),
          new Protocol(
              "R9",
              "quorum-key-value-store",
              "key-value store, r + w > N",
              Model.MAJORITY,
              DEPENDABLE + "6.2 Key-Value Store (KVS)",
              client(Part.of("reg", QuorumStore::new).uses(Parts.BEB)),
              "app",
              Workload.PUT_GET,
              TWO * MAJORITY_CYCLES,
              Parts.withBroadcast(
                  List.of(
                      RegisterProperties.termination(REG, _ -> MAJORITY_CYCLES),
                      RegisterProperties.noStaleRead(REG, false)),
                  BEB)),
          new Protocol(
              "R9-weak",
              "weak-quorum-key-value-store",
              "key-value store, r + w <= N",
              Model.CRASH,
              DEPENDABLE + "6.1.3 Practical Leaderless Replication",
              client(Part.of("reg", WeakQuorumStore::new).uses(Parts.BEB)),
              "app",
              Workload.PUT_GET,
              TWO * MAJORITY_CYCLES,
              Parts.withBroadcast(
                  List.of(
                      RegisterProperties.termination(REG, _ -> MAJORITY_CYCLES),
                      RegisterProperties.noCreation(REG, false)),
                  BEB)));

  private Registers() {}

  /** N writes of a base register, one after the other. */
  private static int fromOneReaderCycles(int n) {
    return 2 * n + 3;
  }

  /** N operations of a base register and one more, one after the other. */
  private static int fromOneWriterCycles(int n) {
    return 2 * (n + 1) + WRITE_ALL_CYCLES;
  }

  private static Composition client(Part register, Part... shared) {
    return Composition.of(Part.of("app", SequentialClient::new).uses(register), shared);
  }

  private static List<Property> withP(List<Property> own, List<Property> below) {
    List<Property> all = new ArrayList<>(own);
    all.addAll(below);
    all.addAll(DetectorProperties.perfect("P"));
    return all;
  }
}
