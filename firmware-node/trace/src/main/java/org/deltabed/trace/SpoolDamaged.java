package org.deltabed.trace;

import java.io.IOException;

/**
 * A spool does not read back: what stands where a record was is not that record (F32). Everything
 * before it was read; nothing after it is, for what is missing must be said and not skipped.
 */
public final class SpoolDamaged extends IOException {
  private static final long serialVersionUID = 1;

  private final String file;
  private final int boot;
  private final long seq;
  private final long offset;

  SpoolDamaged(String file, int boot, long seq, long offset, String what) {
    super(file + ": record " + seq + " of boot " + boot + " at byte " + offset + ": " + what);
    this.file = file;
    this.boot = boot;
    this.seq = seq;
    this.offset = offset;
  }

  /** The segment's file name. */
  public String file() {
    return file;
  }

  public int boot() {
    return boot;
  }

  /** The number of the first record that cannot be read. */
  public long seq() {
    return seq;
  }

  /** Where in the file it begins, in bytes. */
  public long offset() {
    return offset;
  }
}
