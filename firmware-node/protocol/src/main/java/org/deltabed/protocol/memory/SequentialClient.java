package org.deltabed.protocol.memory;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Get;
import org.deltabed.protocol.Put;
import org.deltabed.protocol.Read;
import org.deltabed.protocol.ReadReturn;
import org.deltabed.protocol.Write;
import org.deltabed.protocol.WriteReturn;

/**
 * R1-app: the application of a register or of a key-value store (app).
 *
 * <p>It invokes one operation at a time: what it is asked for while one is open waits until that
 * one returns. Registers rely on it, as a process that has two operations open would not know which
 * of them an answer is for. A process that crashes leaves at most one operation pending.
 *
 * <p><b>Events.</b> Requests {@code <Read>}, {@code <Write, v>}, {@code <get, k>}, {@code <put, k,
 * v>}; indications {@code <ReadReturn, v>} and {@code <WriteReturn>}, passed on.
 *
 * <p><b>Properties.</b> Those of the register below, for all that it is asked.
 *
 * <p><b>Assumptions.</b> Those of the register below.
 *
 * <p><b>Uses.</b> {@code reg}: a register or a store.
 *
 * <p><b>Source.</b> dependable-systems-notes, 4.1.2-4.1.4: operations of one process are
 * sequential, those of different processes may be concurrent.
 *
 * <p><b>In slots.</b> The next operation is invoked in the step in which the former returns.
 *
 * <p><b>Departures from the page.</b> The pages give no application; they take it that no process
 * invokes an operation while it has another.
 */
public class SequentialClient extends Component<SequentialClient.S> {
  /** The state; {@code waiting} in the order in which it was asked. */
  public record S(boolean isOpen, List<Event> waiting) {}

  private static final String REG = "reg";

  protected boolean isOpen;
  protected List<Event> waiting;

  public SequentialClient(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    isOpen = false;
    waiting = List.of();
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      case Read _, Write _, Get _, Put _ -> asked(event);
      case ReadReturn _, WriteReturn _ -> {
        trigger(event);
        isOpen = false;
      }
      default -> throw unexpected(event);
    }
  }

  private void asked(Event operation) {
    List<Event> more = new ArrayList<>(waiting);
    more.add(operation);
    waiting = List.copyOf(more);
  }

  /** {@code no operation is open}. */
  protected boolean mayInvoke() {
    return !isOpen;
  }

  @Override
  protected boolean guards() {
    if (!waiting.isEmpty() && mayInvoke()) {
      isOpen = true;
      trigger(REG, waiting.getFirst());
      waiting = List.copyOf(waiting.subList(1, waiting.size()));
      return true;
    }
    return false;
  }

  @Override
  public S save() {
    return new S(isOpen, waiting);
  }

  @Override
  public void load(S state) {
    isOpen = state.isOpen;
    waiting = state.waiting;
  }
}
