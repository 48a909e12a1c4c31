package org.deltabed.protocol.memory;

import org.deltabed.protocol.Component;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Nil;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Read;
import org.deltabed.protocol.ReadReturn;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.Write;
import org.deltabed.protocol.WriteReturn;

/**
 * R1: a multi-valued register from binary ones (mvr), which is not safe.
 *
 * <p>A number is written bit by bit, each to a binary register, and read bit by bit. A read while a
 * write is under way may put bits of the old number and of the new one together to a number that
 * nobody wrote, and that is not even in the domain.
 *
 * <p><b>Events.</b> Requests {@code mvr.read()} and {@code mvr.write(v)}; indications {@code
 * <ReadReturn, v>} and {@code <WriteReturn>}.
 *
 * <p><b>Properties.</b> Termination: every operation eventually returns a response. Safety: every
 * read operation returns the value written by the last write operation, when no concurrent
 * operation. Not owed, though the binary registers are regular: safe semantics (mistake R1-safe)
 * and regular semantics (mistake R1-regular).
 *
 * <p><b>Assumptions.</b> Those of the registers below; one process writes, and each has one
 * operation open at a time. Those that are used here are fail-stop.
 *
 * <p><b>Uses.</b> {@code br[]}: binary registers, br-0 to br-3.
 *
 * <p><b>Source.</b> dependable-systems-notes, 4.1.6 An unsafe register.
 *
 * <p><b>In slots.</b> A write takes four writes of a binary register, one after the other.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>Four binary registers hold 0..15, the domain is 0..11. It is unsafe for that: were the
 *       domain all that can be read, any mixture of bits would be in it, and the register safe, as
 *       a safe register may return any value of its domain. Regular it would not be.
 *   <li>The binary registers are 0 at first, so mvr is; "initially mvr stores 9" of the execution
 *       is after a write. Here they are nil at first; four of these are nil, and one beside others
 *       is 0.
 *   <li>The domain is not checked. What is no number is written as 0.
 * </ol>
 */
public class MultiValuedRegister extends Component<MultiValuedRegister.S> {
  /**
   * The state.
   *
   * @param v the number that is being written, or as much of it as was read
   * @param i the loops' i
   */
  public record S(long v, int i, Doing doing) {}

  /** The domain is 0..11. */
  public static final long LAST = 11;

  protected static final int BITS = 4;

  /** Before any bit was read that somebody wrote. */
  private static final long BLANK = -1;

  private static final String BR = "br";

  protected long v;
  protected int i;
  protected Doing doing;

  public MultiValuedRegister(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    v = BLANK;
    i = 0;
    doing = Doing.NOTHING;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      // function mvr.write(v)
      case Write(var value) -> {
        v = number(value);
        doing = Doing.WRITING;
        writeBit();
      }
      // function mvr.read()
      case Read() -> {
        doing = Doing.READING;
        trigger(BR, i, new Read());
      }
      case WriteReturn() -> {
        i = i + 1;
        if (i < BITS) {
          writeBit();
        } else {
          complete(new WriteReturn()); // return ACK
        }
      }
      case ReadReturn(var bit) -> {
        if (bit instanceof Num(long b)) {
          v = Math.max(v, 0) | weight(b); // v_i ← br-i.read()
        }
        i = i + 1;
        if (i < BITS) {
          trigger(BR, i, new Read());
        } else {
          complete(new ReadReturn(v == BLANK ? new Nil() : new Num(v))); // return (v3 v2 v1 v0)
        }
      }
      default -> throw unexpected(event);
    }
  }

  /** {@code br-i.write(b_i)}. */
  private void writeBit() {
    trigger(BR, i, new Write(new Num(v >> i & 1)));
  }

  /** What the bit that was read is worth. */
  protected long weight(long b) {
    return b << i;
  }

  private void complete(Event event) {
    v = BLANK;
    i = 0;
    doing = Doing.NOTHING;
    trigger(event);
  }

  private static long number(Value value) {
    return value instanceof Num(long number) ? number : 0;
  }

  @Override
  public S save() {
    return new S(v, i, doing);
  }

  @Override
  public void load(S state) {
    v = state.v;
    i = state.i;
    doing = state.doing;
  }
}
