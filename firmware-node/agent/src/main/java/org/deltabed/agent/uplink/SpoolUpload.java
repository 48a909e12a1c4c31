package org.deltabed.agent.uplink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import org.deltabed.agent.core.Answer;
import org.deltabed.agent.core.Json;
import org.deltabed.agent.shell.CommandDesk;
import org.deltabed.trace.Spool;
import org.deltabed.trace.SpoolDamaged;
import org.deltabed.trace.SpoolReader;

/**
 * Publishes the spools: first those of earlier boots that were never wholly acknowledged, then the
 * present one as it grows. A boot that is through is marked by a file beside its spool.
 */
final class SpoolUpload {
  /** Spools of so many earlier boots are kept for resending. */
  private static final int BOOTS_KEPT = 32;

  /**
   * So many records of the present boot are kept for resending after the broker has them: it drops
   * silently what a slow collector does not take. They fill a quarter of the spool, about.
   */
  static final int RECORDS_KEPT = 100_000;

  private final Spool spool;
  private final Path folder;
  private final long session;
  private final SpoolFeed current;
  private final Deque<SpoolFeed> earlier = new ArrayDeque<>();
  private final Map<Integer, Long> lastSeqs = new TreeMap<>();
  private final CommandDesk desk;

  SpoolUpload(Spool spool, Path folder, long session, CommandDesk desk) throws IOException {
    this.spool = spool;
    this.folder = folder;
    this.session = session;
    this.desk = desk;
    current = new SpoolFeed(spool.boot(), session, spool::reader);
    for (int boot : spool.folder().boots().keySet()) {
      if (boot < spool.boot() - BOOTS_KEPT && Files.exists(mark(boot))) {
        spool.folder().discard(boot);
        Files.deleteIfExists(mark(boot));
      } else if (boot < spool.boot() && !Files.exists(mark(boot))) {
        earlier.add(feed(boot));
      }
    }
    if (spool.previousBoot() > 0) {
      lastSeqs.put(spool.previousBoot(), spool.previousLastSeq());
    }
  }

  private SpoolFeed feed(int boot) {
    return new SpoolFeed(boot, session, fromSeq -> SpoolReader.open(folder, boot, fromSeq));
  }

  private Path mark(int boot) {
    return folder.resolve("uploaded-" + boot);
  }

  /** The last record of each boot, as far as it is known. */
  Map<Integer, Long> lastSeqs() {
    lastSeqs.put(spool.boot(), spool.nextSeq() - 1);
    return lastSeqs;
  }

  /** The connection is new: what was in flight may be lost. */
  void reconnected() {
    earlier.forEach(feed -> feed.rewind(Long.MAX_VALUE));
    current.rewind(Long.MAX_VALUE);
  }

  /** Publishes a boot again from a record on; false if it has no spool here. */
  boolean resend(int boot, long fromSeq) throws IOException {
    if (boot == spool.boot()) {
      current.rewind(fromSeq);
      return true;
    }
    if (!spool.folder().boots().containsKey(boot)) {
      return false;
    }
    earlier.removeIf(feed -> feed.boot() == boot);
    SpoolFeed again = feed(boot);
    again.startAt(fromSeq);
    earlier.addFirst(again);
    return true;
  }

  /** Publishes what there is and what the link takes; returns whether anything was published. */
  boolean pump(BrokerLink link, String topic) throws IOException {
    boolean any = false;
    SpoolFeed feed = earlier.isEmpty() ? current : earlier.peekFirst();
    try {
      while (feed.publish(link, topic)) {
        any = true;
      }
      spool.release(current.acknowledgedSeq() - RECORDS_KEPT);
      if (feed != current && link.room() > 0 && feed.settled()) {
        finish(feed);
      }
    } catch (SpoolDamaged damage) {
      damaged(feed, damage);
    }
    return any;
  }

  private void finish(SpoolFeed feed) throws IOException {
    earlier.remove(feed);
    lastSeqs.put(feed.boot(), feed.acknowledgedSeq() - 1);
    if (Files.notExists(mark(feed.boot()))) {
      Files.createFile(mark(feed.boot()));
    }
  }

  /** Nothing behind the damage is read; that there is damage is itself a record. */
  private void damaged(SpoolFeed feed, SpoolDamaged damage) throws IOException {
    if (feed == current) {
      throw damage;
    }
    String data = Json.object("text", damage.getMessage());
    desk.post(
        new CommandDesk.Command(
            "",
            "",
            (node, nowNs) -> {
              node.spoolDamaged(feed.boot(), damage.seq(), data, nowNs);
              return new Answer(true, "", node.round());
            }));
    finish(feed);
  }

  /** Whether the broker has acknowledged every record of the present boot. */
  boolean complete() {
    return earlier.isEmpty() && current.acknowledgedSeq() >= spool.nextSeq();
  }
}
