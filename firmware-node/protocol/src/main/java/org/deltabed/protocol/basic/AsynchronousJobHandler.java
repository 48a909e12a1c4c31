package org.deltabed.protocol.basic;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Confirm;
import org.deltabed.protocol.CycleEnd;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Handle;
import org.deltabed.protocol.Processed;
import org.deltabed.protocol.Value;

/**
 * M1-async: asynchronous job handler, which implements the job handler (jh).
 *
 * <p>Confirms a job when it is submitted, keeps it in a buffer, and processes it later.
 *
 * <p><b>Events.</b> Request {@code <jh, handle | job>}; indications {@code <jh, confirm | job>} and
 * {@code <jh, processed | job>}, where the page has "process job".
 *
 * <p><b>Properties.</b> Guaranteed response: every job submitted for handling is eventually
 * confirmed. No creation: no job is confirmed or processed unless it was submitted. No duplication:
 * no job is confirmed or processed more often than it was submitted. Eventual processing: every job
 * that a correct process confirms is eventually processed.
 *
 * <p><b>Assumptions.</b> One process, which may crash; no links. A cycle's end is the time at which
 * a job is processed.
 *
 * <p><b>Source.</b> dependable-systems-notes, 1.1.4 Module Jobhandler.
 *
 * <p><b>In slots.</b> Confirmed at once, processed when the cycle ends, or as many cycles later as
 * jobs are before it.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>A crash between the confirmation and the processing loses a confirmed job for ever (n=2,
 *       f=1): the buffer is not in stable storage. The page's property does not notice, as the job
 *       <em>is</em> confirmed; so a confirmation says that the job was taken, and no more. Whoever
 *       needs it done asks for the synchronous handler's "processed first".
 *   <li>{@code upon buf ≠ ∅} is true right after the confirmation, and in a runtime that runs a
 *       true guard at once no crash could come between the two: the handler would be a synchronous
 *       one that confirms first. What makes it asynchronous is that processing takes time, here
 *       until the end of a cycle.
 *   <li>{@code buf} is a set on the page: a job that is submitted again while it waits is confirmed
 *       twice and processed once. Here it is a list.
 *   <li>{@code some element of buf} may pass over one job for ever while others come. Here it is
 *       the oldest.
 *   <li>The properties but the first are ours, as in the synchronous handler.
 * </ol>
 */
public class AsynchronousJobHandler extends Component<AsynchronousJobHandler.S> {
  /** The state: the jobs that wait, the oldest first. */
  public record S(List<Value> buf) {}

  protected List<Value> buf;

  public AsynchronousJobHandler(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    buf = List.of();
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      // upon <jh, handle | job> do
      case Handle(var job) -> {
        List<Value> more = new ArrayList<>(buf);
        more.add(job);
        buf = List.copyOf(more);
        confirm(job);
      }
      // upon buf ≠ ∅ do
      case CycleEnd() -> {
        if (isToProcess()) {
          processOldest();
        }
      }
      default -> throw unexpected(event);
    }
  }

  protected void confirm(Value job) {
    trigger(new Confirm(job));
  }

  protected boolean isToProcess() {
    return !buf.isEmpty();
  }

  private void processOldest() {
    trigger(new Processed(buf.getFirst())); // "process job"
    buf = buf.subList(1, buf.size()).stream().toList();
  }

  @Override
  protected boolean hearsCycles() {
    return true;
  }

  @Override
  public S save() {
    return new S(buf);
  }

  @Override
  public void load(S state) {
    buf = state.buf;
  }
}
