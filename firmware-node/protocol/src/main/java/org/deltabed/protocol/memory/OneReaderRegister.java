package org.deltabed.protocol.memory;

import org.deltabed.protocol.Addressed;
import org.deltabed.protocol.Arrive;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Crash;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Nil;
import org.deltabed.protocol.Read;
import org.deltabed.protocol.ReadReturn;
import org.deltabed.protocol.Store;
import org.deltabed.protocol.Stored;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.Write;
import org.deltabed.protocol.WriteReturn;

/**
 * R6-base: a (1, 1) atomic register that its reader keeps (ooar).
 *
 * <p>Read-one write-all, where all is the one reader: the writer sends the value to the reader and
 * waits for its acknowledgement or its crash. The register ooar.r.w of reader r and writer w is
 * member {@link #index} of its family.
 *
 * <p><b>Events.</b> Requests {@code <Read>} at the reader and {@code <Write, v>} at the writer;
 * indications {@code <ReadReturn, v>} and {@code <WriteReturn>}.
 *
 * <p><b>Properties.</b> Termination: if a correct process invokes an operation, then the operation
 * eventually completes. Linearizability: a write takes effect when it reaches the reader.
 *
 * <p><b>Assumptions.</b> Fail-stop: crash-stop, any f &lt; N, the perfect failure detector P. The
 * writer has one write open at a time.
 *
 * <p><b>Uses.</b> {@code P}: PerfectFailureDetector.
 *
 * <p><b>Source.</b> dependable-systems-notes, 5.5 From (1,1) ATOMIC to (1,N) ATOMIC register, which
 * takes such registers for given; distributed-algorithms-notes, Regular register: "This algorithm
 * also implements a (1,1)-Atomic register".
 *
 * <p><b>In slots.</b> A write takes the slots from the writer's to the reader's next. A read takes
 * none.
 *
 * <p><b>Departures from the page.</b> The other processes are left out: nobody but the reader
 * reads.
 */
public class OneReaderRegister extends Component<OneReaderRegister.S> {
  /** The state; {@code alone} tells that the reader has crashed. */
  public record S(Value val, boolean alone, Doing doing) {}

  protected Value val;
  protected boolean alone;
  protected Doing doing;

  public OneReaderRegister(Context context) {
    super(context);
  }

  /** Where ooar.reader.writer is in its family. */
  static int index(int reader, int writer, int n) {
    return (writer - 1) * n + reader;
  }

  private int reader() {
    return (index - 1) % n + 1;
  }

  @Override
  protected void init() {
    val = new Nil();
    alone = false;
    doing = Doing.NOTHING;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      case Crash(int p) -> alone = alone || p == reader();
      case Read() -> trigger(new ReadReturn(val));
      case Write(var v) -> {
        doing = Doing.WRITING;
        send(new Addressed(reader(), new Store(0, 0, 0, v)));
      }
      case Arrive(int p, Addressed(int to, Store(long _, long _, int _, var v))) -> {
        if (to == self) {
          val = v;
          send(new Addressed(p, new Stored(0)));
        }
      }
      case Arrive(int _, Addressed(int to, Stored _)) -> {
        if (to == self) {
          written();
        }
      }
      default -> throw unexpected(event);
    }
  }

  @Override
  protected boolean guards() {
    if (alone && doing == Doing.WRITING) {
      written();
      return true;
    }
    return false;
  }

  private void written() {
    if (doing == Doing.WRITING) {
      doing = Doing.NOTHING;
      trigger(new WriteReturn());
    }
  }

  @Override
  public S save() {
    return new S(val, alone, doing);
  }

  @Override
  public void load(S state) {
    val = state.val;
    alone = state.alone;
    doing = state.doing;
  }
}
