package org.deltabed.lab.calibrate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Delays from hand-over to arrival, by length of frame, without trusting that clocks agree: of what
 * two nodes sent each other with frames of one length, the quickest in both directions took equally
 * long. What is left of the difference is their clocks' offset while that length was measured.
 */
final class Delays {

  /** Rounds for which an offset is taken to stand still, however clocks drift. */
  private static final int STRETCH = 32;

  private record Key(int bytes, int stretch, int from, int to) {}

  private final boolean sharedClock;
  private final Map<Key, List<Long>> raw = new HashMap<>();

  private Delays(boolean sharedClock) {
    this.sharedClock = sharedClock;
  }

  /**
   * The delays, in ns and sorted, by length in bytes.
   *
   * @param sharedClock whether all times are of one clock
   * @param delayNsMax what is longer, or negative on one clock, joins frames that are not the same
   */
  static Map<Integer, List<Long>> byLength(FrameLog log, boolean sharedClock, long delayNsMax) {
    Delays delays = new Delays(sharedClock);
    Map<Long, FrameLog.Sent> sent = new HashMap<>();
    log.sent().forEach(it -> sent.put((long) it.round() << 8 | it.sender(), it));
    for (FrameLog.Received it : log.received()) {
      FrameLog.Sent frame = sent.get((long) it.round() << 8 | it.sender());
      if (frame != null) {
        Key key = new Key(frame.bytes(), it.round() / STRETCH, it.sender(), it.receiver());
        delays
            .raw
            .computeIfAbsent(key, _ -> new ArrayList<>())
            .add(it.arrivalNs() - frame.timeNs());
      }
    }
    return delays.corrected(delayNsMax);
  }

  private Map<Integer, List<Long>> corrected(long delayNsMax) {
    Map<Integer, List<Long>> all = new HashMap<>();
    raw.forEach(
        (key, delays) -> {
          long offsetNs = sharedClock ? 0 : offsetNs(key);
          if (offsetNs == Long.MAX_VALUE) {
            return;
          }
          for (long delayNs : delays) {
            if (delayNs - offsetNs > 0 && delayNs - offsetNs <= delayNsMax) {
              all.computeIfAbsent(key.bytes(), _ -> new ArrayList<>()).add(delayNs - offsetNs);
            }
          }
        });
    all.values().forEach(Collections::sort);
    return all;
  }

  /** By how much the receiver's clock is ahead of the sender's. */
  private long offsetNs(Key key) {
    List<Long> back = raw.get(new Key(key.bytes(), key.stretch(), key.to(), key.from()));
    if (back == null) {
      return Long.MAX_VALUE; // only one direction was heard: nothing is known, nothing counts
    }
    return (Collections.min(raw.get(key)) - Collections.min(back)) / 2;
  }
}
