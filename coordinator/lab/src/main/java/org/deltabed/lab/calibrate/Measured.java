package org.deltabed.lab.calibrate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deltabed.wiring.Testbed;

/**
 * What was measured.
 *
 * @param bySize delays from hand-over to arrival, by length of the frame on the line in bytes
 * @param way how much longer than its bytes on the line a frame took; sorted, ns
 * @param sending how late nodes sent in their own slots; sorted, ns
 * @param step how late delivery steps were taken; sorted, ns
 * @param damaged chunks at the tap that were no frames, by length of the frames meanwhile
 * @param heard frames at the tap, by the same
 */
record Measured(
    Map<Integer, Spread> bySize,
    List<Long> way,
    List<Long> sending,
    List<Long> step,
    Map<Integer, Long> damaged,
    Map<Integer, Long> heard) {

  static Measured of(
      FrameLog log, Testbed testbed, Map<Integer, Long> damaged, Map<Integer, Long> heard) {
    long cycleNs = testbed.timing().cycleNs();
    Map<Integer, Spread> bySize = new TreeMap<>();
    List<Long> way = new ArrayList<>();
    long fixedNs = testbed.bus().turnaroundNs();
    Delays.byLength(log, testbed.clock().shared(), cycleNs)
        .forEach(
            (bytes, delays) -> {
              bySize.put(bytes, Spread.of(delays));
              long lineNs = bytes * testbed.timing().byteNs() + fixedNs;
              delays.forEach(it -> way.add(Math.max(0, it - lineNs)));
            });
    Collections.sort(way);
    Lateness sending = new Lateness(cycleNs);
    log.sent().forEach(it -> sending.add(it.sender(), 0, it.round(), it.timeNs()));
    Lateness step = new Lateness(cycleNs);
    log.received().forEach(it -> step.add(it.receiver(), it.sender(), it.round(), it.stepNs()));
    return new Measured(bySize, way, sending.sorted(), step.sorted(), damaged, heard);
  }

  /** Of all frames, how many were damaged. */
  long allDamaged() {
    return damaged.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Frames at the tap. */
  long allHeard() {
    return heard.values().stream().mapToLong(Long::longValue).sum();
  }
}
