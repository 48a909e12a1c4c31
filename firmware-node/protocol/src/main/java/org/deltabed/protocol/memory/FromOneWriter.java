package org.deltabed.protocol.memory;

import org.deltabed.protocol.Component;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Read;
import org.deltabed.protocol.ReadReturn;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.Version;
import org.deltabed.protocol.Write;
import org.deltabed.protocol.WriteReturn;

/**
 * R7-from-one: an (N, N) atomic register from (1, N) atomic registers (nnar).
 *
 * <p>Each process has a register that it alone writes. A writer reads them all and writes its value
 * to its own with a higher timestamp than any it has read; a reader returns the newest of them all.
 *
 * <p><b>Events.</b> Requests {@code <nnar, Read>} and {@code <nnar, Write, v>}; indications {@code
 * <nnar, ReadReturn, v>} and {@code <nnar, WriteReturn>}.
 *
 * <p><b>Properties.</b> Termination: if a correct process invokes an operation, then the operation
 * eventually completes. Atomicity, which is linearizability: every read operation returns the value
 * that was written most recently, where every complete operation appears to have been executed at
 * some instant between its invocation and its completion.
 *
 * <p><b>Assumptions.</b> Those of the registers below; each process has one operation open at a
 * time. The page names no model, as the registers hide it. Those that are used here are fail-stop.
 *
 * <p><b>Uses.</b> {@code onar[]}: the (1, N) atomic registers, by the rank of the writer.
 *
 * <p><b>Source.</b> dependable-systems-notes, 5.6 From (1,N) ATOMIC to (N,N) ATOMIC register.
 *
 * <p><b>In slots.</b> The N reads come one after the other, a cycle each, and one more for the
 * write.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>The page has two lines: "writer uses highest timestamp that it reads", "timestamps become
 *       (ts, index) duples". Literally a writer would take the highest timestamp itself: of two
 *       writes one after the other, by p2 and then by p1, the second would have (1, 1) after (1, 2)
 *       and be lost (mistake R7-highest). It is that timestamp plus 1.
 *   <li>That a reader, too, reads all and takes the highest (ts, index) is not on the page.
 * </ol>
 *
 * <p>A reader need not write back: the register in which it found the newest version is atomic, so
 * whoever reads that later finds the same version in it or a newer one.
 */
public class FromOneWriter extends Component<FromOneWriter.S> {
  /**
   * The state.
   *
   * @param writing the value to be written, or null
   * @param newest the newest version that was read
   * @param p whose register is being read
   */
  public record S(Value writing, Version newest, int p, Doing doing) {}

  private static final String ONAR = "onar";

  protected Value writing;
  protected Version newest;
  protected int p;
  protected Doing doing;

  public FromOneWriter(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    writing = null;
    newest = Version.NONE;
    p = 1;
    doing = Doing.NOTHING;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      case Write(var v) -> {
        writing = v;
        doing = Doing.CONSULTING;
        trigger(ONAR, p, new Read());
      }
      case Read() -> {
        doing = Doing.READING;
        trigger(ONAR, p, new Read());
      }
      case ReadReturn(var read) -> {
        newest = read instanceof Version version ? newest.orNewer(version) : newest;
        p = p == n ? 1 : p + 1;
        if (p > 1) {
          trigger(ONAR, p, new Read());
        } else {
          allRead();
        }
      }
      case WriteReturn() -> {
        writing = null;
        newest = Version.NONE;
        doing = Doing.NOTHING;
        trigger(new WriteReturn());
      }
      default -> throw unexpected(event);
    }
  }

  private void allRead() {
    if (doing == Doing.CONSULTING) {
      doing = Doing.WRITING;
      trigger(ONAR, self, new Write(new Version(next(newest.ts()), self, writing)));
    } else {
      Value value = newest.value();
      newest = Version.NONE;
      doing = Doing.NOTHING;
      trigger(new ReadReturn(value));
    }
  }

  /** Departure 1. */
  protected long next(long highest) {
    return highest + 1;
  }

  @Override
  public S save() {
    return new S(writing, newest, p, doing);
  }

  @Override
  public void load(S state) {
    writing = state.writing;
    newest = state.newest;
    p = state.p;
    doing = state.doing;
  }
}
