package org.deltabed.protocol.memory;

import org.deltabed.protocol.Component;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Read;
import org.deltabed.protocol.ReadReturn;
import org.deltabed.protocol.Version;
import org.deltabed.protocol.Write;
import org.deltabed.protocol.WriteReturn;

/**
 * R6: a (1, N) atomic register from (1, 1) atomic registers (onar).
 *
 * <p>There is a register for each pair of a reader and a writer. The writer writes to those of all
 * readers; a reader takes the newest value of those that are for it, and before it returns that, it
 * tells all others what it is going to return, each by a register of which it is the writer.
 *
 * <p><b>Events.</b> Requests {@code <onar-READ>} and {@code <onar-WRITE, v>}; indications {@code
 * <ReadReturn, v>} and {@code <WriteReturn>}.
 *
 * <p><b>Properties.</b> Termination: if a correct process invokes an operation, then the operation
 * eventually completes. Validity: a read that is not concurrent with a write returns the last value
 * written; a read that is concurrent with a write returns the last value written or the value
 * concurrently written. Ordering: if a read returns a value v and a subsequent read returns a value
 * w, then the write of w does not precede the write of v. Together: linearizability.
 *
 * <p><b>Assumptions.</b> Those of the registers below; one process writes, and each has one
 * operation open at a time. The page names no model, as the registers hide it. Those that are used
 * here are fail-stop.
 *
 * <p><b>Uses.</b> {@code ooar[]}: the (1, 1) atomic registers, ooar.r.w at (w-1)·N + r.
 *
 * <p><b>Source.</b> dependable-systems-notes, 5.5 From (1,1) ATOMIC to (1,N) ATOMIC register.
 *
 * <p><b>In slots.</b> The N writes of an operation come one after the other, as on the page: about
 * a cycle each.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>The page does not say what the registers hold at first: {@code highest(readList)} is of
 *       pairs, so it is (0, ⊥). Here an ooar begins with nil, which is taken for that.
 *   <li>{@code highest} is taken as the reads return; {@code readList} is not kept.
 *   <li>Each reader reads ooar.self.self as well, which it has written itself. The page does not
 *       say why: without it a reader that reads twice could find less the second time, if the
 *       writer crashed before it came to the reader's own register.
 *   <li>The operations of the page wait for those that they use; here each goes on when the one
 *       before it returns.
 *   <li>"u² : ooar.i.j" is N² of them.
 * </ol>
 */
public class FromOneReader extends Component<FromOneReader.S> {
  /**
   * The state.
   *
   * @param version what is being written, or the newest that was read
   * @param p the loops' p
   */
  public record S(long ts, Version version, int p, Doing doing) {}

  private static final String OOAR = "ooar";

  protected long ts;
  protected Version version;
  protected int p;
  protected Doing doing;

  public FromOneReader(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    ts = 0;
    version = Version.NONE;
    p = 1;
    doing = Doing.NOTHING;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      // operation onar-WRITE(v) is
      case Write(var v) -> {
        ts = ts + 1;
        version = new Version(ts, 0, v);
        doing = Doing.WRITING;
        write();
      }
      // operation onar-READ() is
      case Read() -> {
        doing = Doing.READING;
        read();
      }
      case ReadReturn(var pair) -> {
        version = pair instanceof Version held ? version.orNewer(held) : version;
        next();
      }
      case WriteReturn() -> next();
      default -> throw unexpected(event);
    }
  }

  /** {@code for p ∈ Π do ooar.p.self-WRITE((ts, v))}. */
  private void write() {
    trigger(OOAR, OneReaderRegister.index(p, self, n), new Write(version));
  }

  /** {@code for p ∈ Π do readList[p] ← ooar.self.p-READ()}. */
  private void read() {
    trigger(OOAR, OneReaderRegister.index(self, p, n), new Read());
  }

  /** The next turn of the loop, or what comes after it. */
  private void next() {
    boolean isLast = p == n;
    p = isLast ? 1 : p + 1;
    if (!isLast) {
      if (doing == Doing.READING) {
        read();
      } else {
        write();
      }
    } else if (doing == Doing.READING) {
      allRead();
    } else {
      complete();
    }
  }

  /** {@code for p ∈ Π do ooar.p.self-WRITE((maxts, maxval))}. */
  protected void allRead() {
    doing = Doing.IMPOSING;
    write();
  }

  protected final void complete() {
    boolean reading = doing != Doing.WRITING;
    Version last = version;
    version = Version.NONE;
    doing = Doing.NOTHING;
    trigger(reading ? new ReadReturn(last.value()) : new WriteReturn());
  }

  @Override
  public S save() {
    return new S(ts, version, p, doing);
  }

  @Override
  public void load(S state) {
    ts = state.ts;
    version = state.version;
    p = state.p;
    doing = state.doing;
  }
}
