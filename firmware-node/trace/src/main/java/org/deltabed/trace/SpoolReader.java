package org.deltabed.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableMap;

/**
 * Reads the records of one boot from a spool, in order: of a boot that is over, up to its last
 * whole record (F31), or of the spool that this process writes, up to what was appended so far.
 * Holds one segment in memory. For one thread.
 *
 * <p>Once {@link SpoolDamaged} was thrown every further call throws it again: nothing is read past
 * damage.
 */
public final class SpoolReader {
  private final SpoolFolder folder;
  private final int boot;
  private final long fromSeq;
  private final Spool live;
  private SegmentImage image;
  private int index;
  private int next;
  private int at;
  private int size;
  private long nextSeq;
  private RunAttribution runs = new RunAttribution();
  private String runBefore = "";
  private SpoolDamaged damage;
  private boolean ended;
  private boolean torn;

  private SpoolReader(SpoolFolder folder, int boot, long fromSeq, Spool live) {
    this.folder = folder;
    this.boot = boot;
    this.fromSeq = fromSeq;
    this.live = live;
  }

  /**
   * Reads the spool of a boot that is over.
   *
   * @param fromSeq the first record wanted; if it was released already, the first one that is left
   *     comes first
   */
  public static SpoolReader open(Path folder, int boot, long fromSeq) throws IOException {
    SpoolFolder spools = new SpoolFolder(folder);
    SpoolReader reader = new SpoolReader(spools, boot, fromSeq, null);
    reader.begin(spools.segments(boot), fromSeq);
    return reader;
  }

  static SpoolReader follow(Spool spool, long fromSeq) throws IOException {
    SpoolReader reader = new SpoolReader(spool.folder(), spool.boot(), fromSeq, spool);
    reader.begin(spool.folder().segments(spool.boot()), fromSeq);
    return reader;
  }

  /** Reads the last segment only. */
  static SpoolReader openEnd(SpoolFolder folder, int boot) throws IOException {
    SpoolReader reader = new SpoolReader(folder, boot, 0, null);
    reader.begin(folder.segments(boot), Long.MAX_VALUE);
    return reader;
  }

  /**
   * Goes to the next record.
   *
   * @return false if there is none; a spool that grows may have one later
   * @throws SpoolDamaged if what should be the next record is damaged
   */
  public boolean advance() throws IOException {
    if (damage != null) {
      throw damage;
    }
    while (!ended && step()) {
      if (nextSeq > fromSeq) {
        return true;
      }
    }
    return false;
  }

  /** The record that {@link #advance} went to. */
  public TraceRecord record() {
    return RecordLayout.decode(
        image.bytes(), at, image.head().node(), boot, new RunAttribution(runBefore));
  }

  /** Its number. */
  public long seq() {
    return nextSeq - 1;
  }

  public Kind kind() {
    return RecordLayout.kind(image.bytes(), at);
  }

  /** The number that the record after it has, or will have. */
  public long nextSeq() {
    return nextSeq;
  }

  public int boot() {
    return boot;
  }

  /** Whether the end was cut off: a last record was not finished when the node went down. */
  public boolean isTorn() {
    return torn;
  }

  int node() {
    return image.head().node();
  }

  /** The run that was on before the current record. */
  String runBefore() {
    return runBefore;
  }

  int size() {
    return size;
  }

  void copyTo(byte[] out, int offset) {
    System.arraycopy(image.bytes(), at, out, offset, size);
  }

  /**
   * Starts with the last segment that begins at or before {@code wanted}, or the first one there
   * is.
   */
  private void begin(NavigableMap<Integer, Path> segments, long wanted) throws IOException {
    if (segments.isEmpty()) {
      ended = true;
      return;
    }
    index = segments.firstKey();
    for (Map.Entry<Integer, Path> segment : segments.tailMap(index, false).entrySet()) {
      SegmentImage head = SegmentImage.readHead(segment.getValue());
      if (head.state() != SegmentImage.State.USED || head.head().firstSeq() > wanted) {
        break;
      }
      index = segment.getKey();
    }
    image = SegmentImage.read(segments.get(index), new byte[0]);
    switch (image.state()) {
      case USED -> enter(image.head().firstSeq());
      case DAMAGED -> throw damaged(0, "the segment's head is damaged");
      case UNUSED, CUT -> ended = true;
    }
  }

  private void enter(long firstSeq) throws SpoolDamaged {
    SegmentLayout.Head head = image.head();
    if (head.boot() != boot || head.index() != index) {
      throw damaged(0, "this is segment " + head.index() + " of boot " + head.boot());
    }
    nextSeq = firstSeq;
    next = SegmentLayout.HEAD_BYTES;
    runs = new RunAttribution(head.run());
  }

  private boolean step() throws IOException {
    while (true) {
      if (live != null && nextSeq >= live.nextSeq()) {
        return false;
      }
      int found = image.sizeOf(next, nextSeq);
      if (found != 0) {
        take(found);
        return true;
      }
      if (live != null && grew()) {
        continue;
      }
      SegmentImage following = following();
      if (!follows(following)) {
        return end(following);
      }
      image = SegmentImage.read(folder.segment(boot, index + 1), image.bytes());
      index++;
      enter(nextSeq);
    }
  }

  private void take(int found) {
    at = next;
    size = found;
    next += found;
    nextSeq++;
    runBefore = runs.current();
    Kind kind = kind();
    if (kind == Kind.RUN_START || kind == Kind.RUN_END) {
      runs.of(kind, RecordLayout.data(image.bytes(), at));
    }
  }

  private boolean grew() throws IOException {
    int before = image.published();
    image.follow();
    return image.published() > before && image.sizeOf(next, nextSeq) != 0;
  }

  /** The head of the segment after this one, or null if there is none. */
  private SegmentImage following() throws IOException {
    NavigableMap<Integer, Path> segments = folder.segments(boot);
    if (segments.isEmpty() || segments.lastKey() <= index) {
      return null;
    }
    Path file = segments.get(index + 1);
    if (file == null) {
      throw damaged(next, "segment " + (index + 1) + " is missing");
    }
    return SegmentImage.readHead(file);
  }

  private boolean follows(SegmentImage following) {
    return following != null
        && following.state() == SegmentImage.State.USED
        && following.head().firstSeq() == nextSeq
        && next >= image.published();
  }

  private boolean end(SegmentImage following) throws SpoolDamaged {
    boolean goesOn =
        live != null
            || (following != null
                && (following.state() == SegmentImage.State.USED
                    || following.state() == SegmentImage.State.DAMAGED));
    switch (image.ending(next, nextSeq, goesOn)) {
      case DAMAGED -> throw damaged(next, "it is not what was written");
      case TORN -> torn = true;
      case CLEAN -> {}
    }
    ended = true;
    return false;
  }

  private SpoolDamaged damaged(int offset, String what) {
    String file = image == null ? folder.path().toString() : image.name();
    damage = new SpoolDamaged(file, boot, nextSeq, offset, what);
    return damage;
  }
}
