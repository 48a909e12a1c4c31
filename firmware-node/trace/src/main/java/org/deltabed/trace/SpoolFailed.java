package org.deltabed.trace;

/**
 * The spool cannot keep evidence any more (F33). There is nothing to go on with: a node that gets
 * it stops, as a crash.
 */
public final class SpoolFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Why. */
  public enum Reason {
    /** The file system has no room for the spool's size. */
    DISK_FULL,
    /** Files cannot be made or written: read-only, no permission, no such folder. */
    NOT_WRITABLE,
    /** The disk did not take the data. */
    SYNC_FAILED,
    /** The spool has its greatest size and nothing of it was released. */
    SPOOL_FULL,
    /** The next segment was not ready in time: the disk is too slow for the rate of records. */
    TOO_SLOW
  }

  private final Reason reason;

  public SpoolFailed(Reason reason, String message, Throwable cause) {
    super(reason + ": " + message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
