package org.deltabed.protocol.history.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Execute;
import org.deltabed.protocol.Nil;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Output;
import org.deltabed.protocol.Read;
import org.deltabed.protocol.ReadReturn;
import org.deltabed.protocol.Sequence;
import org.deltabed.protocol.Text;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.Write;
import org.deltabed.protocol.WriteReturn;
import org.deltabed.protocol.replication.Account;
import org.junit.jupiter.api.Test;

class LinearizabilityTest {
  private static final int SMALL_HISTORIES = 100_000;
  private static final int LONG = 10_000;
  private static final int LIMIT = 100_000;

  private static Linearizability.Result check(Operation... operations) {
    return Linearizability.check(RegisterSpecification.REGISTER, List.of(operations), LIMIT);
  }

  private static Operation write(int p, int number, long value, long from, long to) {
    return new Operation(
        p,
        number,
        new Write(new Num(value)),
        to == Operation.NEVER ? null : new WriteReturn(),
        from,
        to,
        List.of());
  }

  private static Operation read(int p, int number, Value value, long from, long to) {
    return new Operation(p, number, new Read(), new ReadReturn(value), from, to, List.of());
  }

  private static Operation read(int p, int number, long value, long from, long to) {
    return read(p, number, new Num(value), from, to);
  }

  @Test
  void agreesWithBruteForce() {
    int wrong = 0;
    for (int seed = 0; seed < SMALL_HISTORIES; seed++) {
      List<Operation> operations = new RandomOperations(seed).anything(7);
      boolean expected = true;
      for (long key = 0; key <= 1; key++) {
        Num part = new Num(key);
        expected &=
            BruteForce.isLinearizable(
                RegisterSpecification.REGISTER,
                operations.stream()
                    .filter(o -> RegisterSpecification.REGISTER.part(o).equals(part))
                    .toList());
      }
      Linearizability.Result result =
          Linearizability.check(RegisterSpecification.REGISTER, operations, LIMIT);
      assertEquals(expected, result.verdict() instanceof Verdict.Linearizable, "seed " + seed);
      assertEquals(expected, result.culprits().isEmpty(), "seed " + seed);
      wrong += expected ? 0 : 1;
    }
    assertTrue(wrong > SMALL_HISTORIES / 20 && wrong < SMALL_HISTORIES * 19 / 20, "wrong " + wrong);
  }

  /** The culprits alone have no order, and would have one without any of them. */
  @Test
  void theCulpritsAreTheFewest() {
    for (int seed = 0; seed < 2_000; seed++) {
      List<Operation> operations = new RandomOperations(seed).anything(7);
      List<Operation> culprits =
          Linearizability.check(RegisterSpecification.REGISTER, operations, LIMIT).culprits();
      if (culprits.isEmpty()) {
        continue;
      }
      assertTrue(!BruteForce.isLinearizable(RegisterSpecification.REGISTER, culprits));
      for (Operation one : culprits) {
        List<Operation> rest = new ArrayList<>(culprits);
        rest.remove(one);
        assertTrue(
            !RegisterSpecification.REGISTER.isDispensable(one, rest)
                || BruteForce.isLinearizable(RegisterSpecification.REGISTER, rest),
            "seed " + seed);
      }
    }
  }

  /** "If a read returns v and a subsequent read returns w": the new value, then the old one. */
  @Test
  void anInversionIsExplainedByTheTwoReadsAndTheWrites() {
    Operation old = write(1, 0, 1, 0, 1);
    Operation under = write(1, 1, 2, 2, 9);
    Operation first = read(2, 0, 2, 3, 4);
    Operation second = read(3, 0, 1, 5, 6);
    Operation right = read(2, 1, 2, 7, 8);
    assertEquals(
        List.of(old, under, first, second), check(old, under, first, second, right).culprits());
  }

  @Test
  void aPendingWriteTookEffectOrNot() {
    Operation pending = write(1, 0, 1, 0, Operation.NEVER);
    Operation nothing = read(2, 0, new Nil(), 1, 2);
    Operation something = read(2, 1, 1, 3, 4);
    Operation nothingAgain = read(2, 2, new Nil(), 5, 6);
    assertInstanceOf(Verdict.Linearizable.class, check(pending, nothing).verdict());
    assertInstanceOf(Verdict.Linearizable.class, check(pending, nothing, something).verdict());
    assertInstanceOf(
        Verdict.NotLinearizable.class, check(pending, nothing, something, nothingAgain).verdict());
  }

  /** A response and a request of other processes in one slot are in no order. */
  @Test
  void whatMeetsInASlotIsConcurrent() {
    assertInstanceOf(
        Verdict.Linearizable.class,
        check(write(1, 0, 1, 0, 3), read(2, 0, new Nil(), 3, 4)).verdict());
    assertInstanceOf(
        Verdict.NotLinearizable.class,
        check(write(1, 0, 1, 0, 3), read(1, 1, new Nil(), 3, 4)).verdict());
  }

  @Test
  void aLongHistoryIsDecided() {
    List<Operation> operations = new RandomOperations(1).ofStore(8, 10, LONG);
    assertInstanceOf(
        Verdict.Linearizable.class,
        Linearizability.check(RegisterSpecification.REGISTER, operations, LIMIT).verdict());
  }

  @Test
  void aLongHistoryWithOneWrongReadIsExplained() {
    List<Operation> operations = new ArrayList<>(new RandomOperations(2).ofStore(8, 10, LONG));
    int at = LONG * 3 / 4;
    while (!(operations.get(at).response() instanceof ReadReturn)) {
      at++;
    }
    Operation right = operations.get(at);
    Operation wrong =
        new Operation(
            right.process(),
            right.number(),
            right.request(),
            new ReadReturn(new Nil()),
            right.invoked(),
            right.returned(),
            List.of());
    operations.set(at, wrong);
    Linearizability.Result result =
        Linearizability.check(RegisterSpecification.REGISTER, operations, LIMIT);
    assertInstanceOf(Verdict.NotLinearizable.class, result.verdict());
    assertTrue(result.culprits().contains(wrong));
    assertEquals(2, result.culprits().size(), result.culprits()::toString);
  }

  /** Thirty writers crashed, and somebody reads what none of them wrote. */
  @Test
  void aBadHistoryIsUndecidedWithinTheLimit() {
    List<Operation> operations = new ArrayList<>();
    for (int p = 1; p <= 30; p++) {
      operations.add(write(p, 0, p, 0, Operation.NEVER));
    }
    operations.add(read(31, 0, 99, 1, 2));
    Linearizability.Result result =
        Linearizability.check(RegisterSpecification.REGISTER, operations, LIMIT);
    assertTrue(
        result.verdict() instanceof Verdict.Undecided(long configurations)
            && configurations > LIMIT
            && configurations < 2 * LIMIT,
        () -> result.verdict().toString());
  }

  private static final ObjectSpecification<Account> ACCOUNT =
      new ObjectSpecification<>(
          Account.EMPTY,
          (account, command) -> {
            Account.Applied applied = account.apply(command);
            return new ObjectSpecification.Answer<>(applied.response(), applied.state());
          },
          request -> ((Execute) request).command(),
          response -> ((Output) response).response(),
          _ -> "");

  private static Operation execute(int p, long amount, Value answer, long from, long to) {
    return new Operation(
        p, 0, new Execute(new Num(amount)), new Output(answer), from, to, List.of());
  }

  /** What is drawn was paid in before. */
  @Test
  void anAccountHasAnOrderToo() {
    Operation pays = execute(1, 5, new Num(5), 0, 9);
    Operation draws = execute(2, -5, new Num(0), 2, 3);
    Operation refused = execute(3, -1, new Nil(), 4, 5);
    Operation tooLate = execute(3, -5, new Num(0), 4, 5);
    assertInstanceOf(Verdict.Linearizable.class, object(ACCOUNT, pays, draws, refused));
    assertInstanceOf(Verdict.NotLinearizable.class, object(ACCOUNT, pays, draws, tooLate));
  }

  /** PutHash answers the value before, and appends: executed twice, it shows in the next answer. */
  @Test
  void putHashExecutedTwiceHasNoOrder() {
    ObjectSpecification<String> putHash =
        new ObjectSpecification<>(
            "",
            (value, command) ->
                new ObjectSpecification.Answer<>(new Text(value), value + text(command, 1)),
            request -> ((Execute) request).command(),
            response -> ((Output) response).response(),
            command -> text(command, 0));
    Operation first = putHash(1, "x", "", 0, 3);
    Operation second = putHash(2, "y", "x", 2, 5);
    Operation afterTwice = putHash(2, "y", "xx", 2, 5);
    assertInstanceOf(Verdict.Linearizable.class, object(putHash, first, second));
    assertInstanceOf(Verdict.NotLinearizable.class, object(putHash, first, afterTwice));
  }

  private static String text(Value command, int part) {
    return ((Text) ((Sequence) command).values().get(part)).text();
  }

  private static Operation putHash(int p, String value, String before, long from, long to) {
    Event request = new Execute(Sequence.of(new Text("k"), new Text(value)));
    return new Operation(p, 0, request, new Output(new Text(before)), from, to, List.of());
  }

  private static <S> Verdict object(ObjectSpecification<S> specification, Operation... operations) {
    return Linearizability.check(specification, List.of(operations), LIMIT).verdict();
  }
}
