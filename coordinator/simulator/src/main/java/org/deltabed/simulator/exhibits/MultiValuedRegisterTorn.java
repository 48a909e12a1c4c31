package org.deltabed.simulator.exhibits;

import java.util.List;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Store;
import org.deltabed.protocol.Stored;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.schedule.Setting;

/** A number is written bit by bit, and read between two of them. */
public final class MultiValuedRegisterTorn implements Exhibit {
  private static final int WRITER = 1;
  private static final int READER = 2;
  private static final int BITS = 4;

  /** Shows the same to everybody. */
  public MultiValuedRegisterTorn() {}

  @Override
  public String name() {
    return "multi-valued-register";
  }

  @Override
  public String page() {
    return "dependable-systems-notes, 4.1.6 An unsafe register";
  }

  @Override
  public String title() {
    return "a register made of bits: a read returns a value that nobody wrote";
  }

  @Override
  public List<Scene> scenes() {
    return List.of(
        new Scene(
            "Nobody writes meanwhile",
            run("", BITS),
            """
            p1 writes, p2 reads. The number is kept in four binary registers, br-0 to br-3, and these \
            are right: each is a regular one, and its write returns when both processes have \
            acknowledged the bit. p1 writes 9 = (1001), as on the page, and then 6 = (0110), from br-0 \
            to br-3; so the first arrows to p2 carry 1, 0, 0, 1, and the others 0, 1, 1, 0.
            p2 reads when all is done, and puts 0, 1, 1, 0 together to 6. When no operation is \
            concurrent, a read returns what was written last: that is the safety of 4.1.1, and all \
            that this register owes. Its binary registers need no message for a read, which is why \
            a read begins and ends in one action here."""),
        new Scene(
            "A read after two bits of the new number: 10",
            run("R1-regular", 2),
            """
            Now p2 reads after two of the four writes, while the third bit is on its way to it. It finds the two low bits of 6, which are 10, \
            below the two high bits of 9, which are 10 as well, and returns (1010) = 10. Nobody has \
            ever written 10.
            So the register is not regular, which is claimed of it here (mistake R1-regular), where a read returns the last value or one that is \
            being written, though every bit of it is regular. It would still be a safe one: there a \
            read that is concurrent with a write may return any value of the domain, and 10 is in \
            the domain 0..11."""),
        new Scene(
            "A read after three bits: 14, which is not even in the domain",
            run("R1-safe", 3),
            """
            One bit later, three bits of 6 and one of 9 make (1110) = 14. The domain ends with 11: \
            four bits hold sixteen numbers, and four of these are no value at all. A safe register \
            owes nothing to a read that is concurrent with a write, but a value of its domain it \
            does owe (mistake R1-safe claims that): so this one is unsafe, as the heading of the \
            page says.
            Had the domain been 0..15, each mixture of bits would be in it, and the register safe; \
            regular it would not be."""));
  }

  /** p1 writes 9, then 6, of which so many bits are written when p2 reads. */
  private static Execution run(String variant, int bits) {
    Setting setting = new Setting("R1", variant, 2, 1, List.of(new Num(9), new Num(0)), 2);
    Stage stage = Stage.of(setting).ask(WRITER);
    write(stage, BITS);
    stage.ask(WRITER);
    write(stage, bits);
    if (bits < BITS) {
      stage.arrive(WRITER, WRITER, Store.class).arrive(WRITER, WRITER, Stored.class).ask(READER);
      stage.arrive(READER, WRITER, Store.class).arrive(WRITER, READER, Stored.class);
      write(stage, BITS - bits - 1);
    } else {
      stage.ask(READER);
    }
    return stage.end();
  }

  /** The next bits, each at both processes, and acknowledged by both. */
  private static void write(Stage stage, int bits) {
    for (int i = 0; i < bits; i++) {
      stage
          .arrive(WRITER, WRITER, Store.class)
          .arrive(WRITER, WRITER, Stored.class)
          .arrive(READER, WRITER, Store.class)
          .arrive(WRITER, READER, Stored.class);
    }
  }
}
