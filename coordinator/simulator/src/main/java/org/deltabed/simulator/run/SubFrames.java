package org.deltabed.simulator.run;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.simulator.schedule.LockstepSchedule;
import org.deltabed.simulator.schedule.LockstepSchedule.Crash;
import org.deltabed.simulator.schedule.Schedule;

/** A frame that breaks off: sub-frames to those that it reaches, and none to the others. */
final class SubFrames {
  private SubFrames() {}

  /** Whom the last frame of that process was sent to, though they may have crashed themselves. */
  static ProcessSet reached(Schedule schedule, int process) {
    return ((LockstepSchedule) schedule)
        .crashes().stream()
            .filter(crash -> crash.process() == process)
            .map(Crash::reached)
            .findFirst()
            .orElseThrow();
  }

  /** The receivers in the order in which they are sent to: those that are reached first. */
  static List<Integer> order(ProcessSet reached, int process, int n) {
    List<Integer> order = new ArrayList<>();
    reached.forEach(order::add);
    ProcessSet.all(n).without(process).minus(reached).forEach(order::add);
    return order;
  }

  /** The data of a CRASH_POINT record. */
  static String crashPoint(ProcessSet reached, int process, int n) {
    List<String> order = order(reached, process, n).stream().map(String::valueOf).toList();
    return "{\"afterSubFrames\":%d,\"order\":[%s]}"
        .formatted(reached.size(), String.join(",", order));
  }
}
