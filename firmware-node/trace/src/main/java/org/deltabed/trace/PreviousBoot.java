package org.deltabed.trace;

import java.io.IOException;

/**
 * What the folder says of the newest boot so far. Only the end of its spool is read, since a start
 * must be quick; whoever uploads the rest finds what damage it has.
 *
 * @param boot 0 if there was none
 * @param lastSeq the last whole record, -1 if there is none
 * @param damage what is wrong at the end, or null
 */
record PreviousBoot(int boot, long lastSeq, SpoolDamaged damage) {

  /** A boot of which nothing is left here. */
  static PreviousBoot gone(int boot) {
    return new PreviousBoot(boot, -1, null);
  }

  static PreviousBoot of(SpoolFolder folder) throws IOException {
    var boots = folder.boots();
    if (boots.isEmpty()) {
      return gone(0);
    }
    int boot = boots.lastKey();
    try {
      SpoolReader reader = SpoolReader.openEnd(folder, boot);
      while (reader.advance()) {
        // only the last one's number is wanted
      }
      return new PreviousBoot(boot, reader.nextSeq() - 1, null);
    } catch (SpoolDamaged damage) {
      return new PreviousBoot(boot, damage.seq() - 1, damage);
    }
  }
}
