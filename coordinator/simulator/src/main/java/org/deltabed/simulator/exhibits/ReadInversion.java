package org.deltabed.simulator.exhibits;

import java.util.List;
import java.util.stream.IntStream;
import org.deltabed.protocol.Held;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Query;
import org.deltabed.protocol.Store;
import org.deltabed.protocol.Stored;
import org.deltabed.protocol.Value;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.schedule.Setting;

/** Two reads during a slow write: regular registers return the new value, then the old one. */
public final class ReadInversion implements Exhibit {
  private static final int WRITER = 1;
  private static final int ONE = 2;
  private static final int OTHER = 3;
  private static final int[] ALL_THREE = {1, 2, 3};
  private static final String BEB = "app/reg/beb";

  /** Shows the same to everybody. */
  public ReadInversion() {}

  @Override
  public String name() {
    return "read-inversion";
  }

  @Override
  public String page() {
    return "distributed-algorithms-notes, Atomic register; dependable-systems-notes, 5.1 to 5.4";
  }

  @Override
  public String title() {
    return "regular is not atomic: a read returns the new value, and a later read the old one";
  }

  @Override
  public List<Scene> scenes() {
    return List.of(
        new Scene(
            "Read-one write-all, which is regular",
            writeAll("R2", "R2-atomic"),
            """
            The page's run of its first algorithm, with nil for the old value: p1 writes 10, p2 and p3 \
            read. The write is slow. Its message comes to p2 and not yet to p3.
            p2 reads: it returns what it holds, 10. After that p3 reads, and returns what it holds, \
            nil. Both reads are concurrent with the write, so each of them may return the old value or \
            the new one: that is all that a regular register owes. But p3's read comes after p2's, \
            and whoever hears of both sees time run backwards. This breaks ordering, which an atomic \
            register owes too; so the register is asked for it here (that is the mistake R2-atomic)."""),
        new Scene(
            "Read-impose write-all, in the same run",
            writeAll("R4", ""),
            """
            The write is as slow as before, and its message to p3 comes as late. But p2 does not \
            return the 10 that it holds until everybody has acknowledged it: it brings it to all by \
            itself, which is the page's "read globally". So when p2's read is over, p3 has 10 from \
            p2, and p3's read, which comes later, returns 10. (p3 brings 10 to all again; it cannot \
            know that they have it.) The message of the write comes to p3 at last, and is no news.
            Had p3 read before p2's read was over, nil would have been right: the two reads would \
            have been concurrent."""),
        new Scene(
            "Majority voting, which is regular",
            majority("R3", "R3-atomic"),
            """
            The page's run of its second algorithm: five processes, no detector, and a write that has \
            come only to p2. p2 asks all, and takes the newest of three answers, its own and those of \
            p4 and p5. Its own is the newest, and it returns 10.
            After that p3 asks. The first three answers are its own and those of p4 and p5; the write \
            has come to none of them, so p3 returns nil. The two majorities have p4 and p5 in common, \
            but p4 and p5 have only been asked by p2, and not been told what it found."""),
        new Scene(
            "Read-impose write-majority, in the same run",
            majority("R5", ""),
            """
            The same messages come in the same order, with one thing more: before p2 returns 10 it \
            makes sure that a majority has it, and p4 and p5 are of that majority. p3 asks the same \
            three as before, gets 10 from p4 and p5, and the newest is 10. Any majority that is asked \
            after p2's read has a process in common with the one that p2 has written to."""));
  }

  /** The write comes to p2; p2 reads, then p3; then the write goes on. */
  private static Execution writeAll(String protocol, String variant) {
    Stage stage = Stage.of(setting(protocol, variant, 3)).ask(WRITER);
    stage.arrive(ONE, WRITER, Store.class).ask(ONE);
    impose(stage, ONE, ALL_THREE);
    stage.ask(OTHER);
    impose(stage, OTHER, ALL_THREE);
    stage.arrive(OTHER, WRITER, Store.class).arrive(WRITER, WRITER, Store.class);
    for (int p : ALL_THREE) {
      stage.arrive(WRITER, p, Stored.class);
    }
    return stage.end();
  }

  /** The write comes to p2 alone; p2 reads, then p3, each from two others and itself. */
  private static Execution majority(String protocol, String variant) {
    Stage stage = Stage.of(setting(protocol, variant, 5)).ask(WRITER);
    stage.arrive(ONE, WRITER, Store.class);
    read(stage, ONE);
    read(stage, OTHER);
    return stage.end();
  }

  private static void read(Stage stage, int reader) {
    int[] asked = {reader, 4, 5};
    stage.ask(reader);
    for (int p : asked) {
      stage.arrive(p, reader, Query.class);
    }
    for (int p : asked) {
      stage.arrive(reader, p, Held.class);
    }
    impose(stage, reader, asked);
  }

  /** What a reader of an atomic register does before it returns; one of a regular one does not. */
  private static void impose(Stage stage, int reader, int[] others) {
    for (int p : others) {
      stage.arriveIfAny(p, reader, BEB, Store.class);
    }
    for (int p : others) {
      stage.arriveIfAny(reader, p, BEB, Stored.class);
    }
  }

  private static Setting setting(String protocol, String variant, int n) {
    List<Value> values =
        IntStream.rangeClosed(1, n).<Value>mapToObj(p -> new Num(10L * p)).toList();
    return new Setting(protocol, variant, n, (n - 1) / 2, values, 1);
  }
}
