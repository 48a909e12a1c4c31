package org.deltabed.protocol.basic;

import org.deltabed.protocol.Component;
import org.deltabed.protocol.Confirm;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Handle;
import org.deltabed.protocol.Processed;
import org.deltabed.protocol.Value;

/**
 * M1: synchronous job handler, which implements the job handler (jh).
 *
 * <p>Processes a job when it is submitted, and then confirms it.
 *
 * <p><b>Events.</b> Request {@code <jh, handle | job>}; indications {@code <jh, confirm | job>} and
 * {@code <jh, processed | job>}, where the page has "process job".
 *
 * <p><b>Properties.</b> Guaranteed response: every job submitted for handling is eventually
 * confirmed. No creation: no job is confirmed or processed unless it was submitted. No duplication:
 * no job is confirmed or processed more often than it was submitted. Processed first: no job is
 * confirmed before it was processed.
 *
 * <p><b>Assumptions.</b> One process, which may crash; no links.
 *
 * <p><b>Source.</b> dependable-systems-notes, 1.1.4 Module Jobhandler.
 *
 * <p><b>In slots.</b> At once.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>The page's one property is liveness: a handler that confirms everything that there is, as
 *       often as it likes, and processes nothing keeps it. The other three are ours; "safety or
 *       liveness alone is not very useful", says the page's 2.1.2.
 *   <li>The page's property leaves out that the process may crash. It is owed by a correct one.
 *   <li>"process job" is inside, where nobody sees whether it is done. Here it is an indication.
 *   <li>No order of confirmations is owed, as {@code some element of buf} on the page of the
 *       asynchronous handler chooses any.
 * </ol>
 */
public class JobHandler extends Component<JobHandler.S> {
  /** Nothing is remembered. */
  public record S() {}

  private static final S STATE = new S();

  public JobHandler(Context context) {
    super(context);
  }

  @Override
  protected void init() {}

  @Override
  protected void upon(Event event) {
    switch (event) {
      // upon <jh, handle | job> do
      case Handle(var job) -> handle(job);
      default -> throw unexpected(event);
    }
  }

  protected void handle(Value job) {
    trigger(new Processed(job)); // "process job"
    trigger(new Confirm(job));
  }

  @Override
  public S save() {
    return STATE;
  }

  @Override
  public void load(S state) {}
}
