package org.deltabed.protocol.history;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.deltabed.protocol.Crash;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.ProcessSet;

/**
 * What happened in one run, as far as the records tell; properties are judged on it.
 *
 * @param processes the processes that took part, 1..n
 * @param crashed those that crashed in the run
 * @param byzantine those that did as they liked; all that neither did so nor crashed are correct
 * @param crashSlots for each crashed process the <em>earliest</em> slot in which it may have
 *     crashed, in slots since the run's start; a process is absent if that is not known
 * @param slots how many slots the run lasted; what is owed after its end is not judged
 * @param bus what the bus did that it should not have done, where the model bears it
 * @param occurrences every event that crossed an instance's upper interface; each process's own in
 *     its order
 */
public record History(
    ProcessSet processes,
    ProcessSet crashed,
    ProcessSet byzantine,
    Map<Integer, Long> crashSlots,
    long slots,
    Bus bus,
    List<Occurrence> occurrences) {

  /**
   * What a model bears of the bus.
   *
   * @param stableFrom the slot from which on no frame of a process that lives was lost, 0 where
   *     none was: liveness is judged from here on
   * @param repetitions how often a frame was delivered once more to somebody
   */
  public record Bus(long stableFrom, long repetitions) {
    /** Every frame of a process that lives came to everybody, once. */
    public static final Bus RIGHT = new Bus(0, 0);
  }

  public History {
    crashSlots = Collections.unmodifiableMap(new TreeMap<>(crashSlots));
    occurrences = List.copyOf(occurrences);
  }

  /** A history of a run in which every frame came to everybody, once. */
  public History(
      ProcessSet processes,
      ProcessSet crashed,
      ProcessSet byzantine,
      Map<Integer, Long> crashSlots,
      long slots,
      List<Occurrence> occurrences) {
    this(processes, crashed, byzantine, crashSlots, slots, Bus.RIGHT, occurrences);
  }

  /** A history in which processes crash, and do nothing worse. */
  public History(
      ProcessSet processes,
      ProcessSet crashed,
      Map<Integer, Long> crashSlots,
      long slots,
      List<Occurrence> occurrences) {
    this(processes, crashed, ProcessSet.EMPTY, crashSlots, slots, occurrences);
  }

  /** A history whose crash slots are not known and that ended with its last occurrence. */
  public History(ProcessSet processes, ProcessSet crashed, List<Occurrence> occurrences) {
    this(
        processes,
        crashed,
        Map.of(),
        1 + occurrences.stream().mapToLong(Occurrence::slot).max().orElse(-1),
        occurrences);
  }

  public int n() {
    return processes.size();
  }

  public ProcessSet correct() {
    return processes.minus(crashed).minus(byzantine);
  }

  public boolean isCorrect(int process) {
    return correct().contains(process);
  }

  /** The occurrences of that kind at that instance, in the history's order. */
  public Stream<Occurrence> of(String instance, Direction direction, Class<? extends Event> type) {
    return occurrences.stream()
        .filter(o -> o.direction() == direction)
        .filter(o -> type.isInstance(o.event()))
        .filter(o -> o.instance().equals(instance));
  }

  /** The slot from which on no frame of a process that lives was lost. */
  public long stableFrom() {
    return bus.stableFrom();
  }

  /** Whether what was due by the end of that slot had its time. */
  public boolean lastedThrough(long slot) {
    return slots > slot;
  }

  /**
   * The last slot in which one of those that crashed may have been alive, or -1 if none crashed.
   */
  public long lastCrashSlot() {
    long last = -1;
    for (int p = crashed.first(); p != 0; p = crashed.next(p)) {
      last = Math.max(last, deadSlot(p));
    }
    return last;
  }

  /**
   * The slot from which on a crash counts for what is owed after it: the latest of the slot in
   * which it may first have happened, of the process's own records and, where the slot is not
   * known, of the suspicions of it.
   */
  public long deadSlot(int process) {
    Long earliest = crashSlots.get(process);
    long last = earliest == null ? 0 : earliest;
    for (Occurrence o : occurrences) {
      boolean own = o.process() == process;
      boolean suspicion = earliest == null && o.event() instanceof Crash(int p) && p == process;
      if (own || suspicion) {
        last = Math.max(last, o.slot());
      }
    }
    return last;
  }
}
