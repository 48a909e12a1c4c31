package org.deltabed.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deltabed.trace.TraceRecord;

/**
 * What one file of the lab's witness says: signs of life and proofs of death of nodes, and how long
 * the machine stood still.
 */
final class WitnessTrace implements TraceReading.Listener {
  /** A frame on the line, or a rise of the ALIVE pin. */
  record Sign(long timeNs, String what, String ref) {}

  /** A node was seen dead. */
  record Proof(long timeNs, long aliveNs, String means, String what, String ref) {}

  private static final long UNKNOWN = 0;

  /** A line's record that is no tap's: its end is exact, and its boot is not told. */
  private static final long EXACT = -1;

  private static final long TAP_WITHOUT_BOOT = -2;
  private static final long BOOT_MASK = 0xffff;
  private static final Pattern OFF = Pattern.compile("\"state\"\\s*:\\s*\"off\"");
  private static final Pattern SENSED = Pattern.compile("\"sensed\"\\s*:\\s*true");
  private static final Pattern FAILED = Pattern.compile("\"failed\"\\s*:\\s*\"");
  private static final Pattern BOOT = Pattern.compile("\"boot\"\\s*:\\s*(\\d{1,9})");

  final TraceFile file;
  final Sequences sequences;
  private final Longs lineProcesses = new Longs();
  private final Longs lineStartsNs = new Longs();
  private final Longs lineEndsNs = new Longs();
  private final Longs lineLines = new Longs();

  /** Of what the tap heard: the low 16 bits of the sender's boot; {@link #EXACT} of the others. */
  private final Longs lineBoots = new Longs();

  private final List<Seen> pins = new ArrayList<>();
  private final List<Seen> ends = new ArrayList<>();
  private final List<Seen> powerOns = new ArrayList<>();
  private final List<Seen> unproved = new ArrayList<>();
  private final List<Seen> failedCuts = new ArrayList<>();
  long records;
  long hiccups;
  long hiccupMaxNs;
  boolean ended;
  long lastSeq = -1;

  private WitnessTrace(TraceFile file) {
    this.file = file;
    this.sequences = new Sequences(file);
  }

  static WitnessTrace read(TraceFile file) {
    WitnessTrace trace = new WitnessTrace(file);
    TraceReading.read(file, trace);
    return trace;
  }

  /** The same of records that are in memory; the first counts as line 1. */
  static WitnessTrace of(TraceFile file, List<TraceRecord> records) {
    WitnessTrace trace = new WitnessTrace(file);
    TraceReading.read(records, trace);
    return trace;
  }

  @Override
  public void record(TraceRecord record, long line) {
    records++;
    sequences.add(record.seq(), line);
    lastSeq = Math.max(lastSeq, record.seq());
    switch (record.kind()) {
      case LINE -> {
        lineProcesses.add(record.peer());
        lineStartsNs.add(record.a());
        lineEndsNs.add(record.b());
        lineLines.add(line);
        lineBoots.add(bootOnLine(record.data()));
      }
      case PIN -> pin(new Seen(record, file, line));
      case POWER -> power(new Seen(record, file, line));
      case POWER_CUT, EXIT -> ends.add(new Seen(record, file, line));
      case POWER_ON -> powerOns.add(new Seen(record, file, line));
      case HICCUP -> {
        hiccups++;
        hiccupMaxNs = Math.max(hiccupMaxNs, record.a());
      }
      case RUN_END -> ended = true;
      default -> {}
    }
  }

  private static long bootOnLine(String data) {
    if (!data.contains("\"tap\"")) {
      return EXACT;
    }
    Matcher boot = BOOT.matcher(data);
    return boot.find() ? Long.parseLong(boot.group(1)) & BOOT_MASK : TAP_WITHOUT_BOOT;
  }

  /** The supply rail tells when power is gone, and when it is back. */
  private void pin(Seen seen) {
    pins.add(seen);
    if (isPin(seen.record(), "sense")) {
      (seen.record().a() == 0 ? ends : powerOns).add(seen);
    }
  }

  /**
   * A switch that says that it switched proves that, and not that the node is dead. One that did
   * not confirm may have switched or not: that is no change.
   */
  private void power(Seen seen) {
    String data = seen.record().data();
    boolean off = OFF.matcher(data).find();
    if (FAILED.matcher(data).find()) {
      if (off) {
        failedCuts.add(seen);
      }
    } else if (off) {
      (SENSED.matcher(data).find() ? ends : unproved).add(seen);
    } else {
      powerOns.add(seen);
    }
  }

  /** The last time that a driver says it cut this process's power, without a proof, or null. */
  Seen unprovedCut(int process) {
    return last(unproved, process);
  }

  /** The last time that this process's power was to be cut and its switch failed, or null. */
  Seen failedCut(int process) {
    return last(failedCuts, process);
  }

  private static Seen last(List<Seen> all, int process) {
    return all.stream().filter(seen -> seen.peer() == process).reduce(null, (_, later) -> later);
  }

  /** Every proof of death of a process, in the order of the file. */
  List<Proof> proofs(int process) {
    List<Proof> proofs = new ArrayList<>();
    for (Seen end : ends) {
      if (end.peer() == process) {
        proofs.addAll(proof(end));
      }
    }
    return proofs;
  }

  private static List<Proof> proof(Seen end) {
    TraceRecord record = end.record();
    return switch (record.kind()) {
      case POWER_CUT ->
          record.b() == UNKNOWN
              ? List.of()
              : List.of(
                  new Proof(
                      record.b(),
                      record.a(),
                      CrashMeans.POWER_CUT,
                      "power cut, exit seen (" + end.ref() + ")",
                      end.ref()));
      case EXIT ->
          List.of(
              new Proof(
                  record.b(),
                  UNKNOWN,
                  CrashMeans.ofExitCode(record.a()),
                  "exit with code " + record.a() + " seen (" + end.ref() + ")",
                  end.ref()));
      case PIN ->
          List.of(
              new Proof(
                  record.timeNs(),
                  UNKNOWN,
                  CrashMeans.SENSE,
                  "power gone, SENSE pin (" + end.ref() + ")",
                  end.ref()));
      case POWER ->
          List.of(
              new Proof(
                  record.b(),
                  UNKNOWN,
                  CrashMeans.SENSE,
                  "power gone, confirmed by its SENSE pin (" + end.ref() + ")",
                  end.ref()));
      default -> throw new IllegalStateException("no end: " + record.kind());
    };
  }

  /** When a process was given power next after a time; the greatest number when it was not. */
  long nextPowerOnNs(int process, long afterNs) {
    return powerOns.stream()
        .filter(on -> on.peer() == process && on.timeNs() > afterNs)
        .mapToLong(Seen::timeNs)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /**
   * The first frame of a later boot that the tap heard and that was not gone by {@code fromNs}: by
   * its end the boot before was dead.
   */
  Optional<Proof> laterBoot(int process, int boot, long fromNs) {
    for (int i = 0; i < lineProcesses.size(); i++) {
      boolean its = lineProcesses.get(i) == process && isLater(lineBoots.get(i), boot);
      if (its && lineEndsNs.get(i) >= fromNs) {
        String what = "frame of a later boot on the line (" + ref(i) + ")";
        return Optional.of(
            new Proof(lineEndsNs.get(i), UNKNOWN, CrashMeans.NEW_BOOT, what, ref(i)));
      }
    }
    return Optional.empty();
  }

  /** Of boots only the low bits are on the line: the half that lies ahead of one is later. */
  private static boolean isLater(long onLine, int boot) {
    long ahead = (onLine - boot) & BOOT_MASK;
    return onLine >= 0 && ahead > 0 && ahead <= BOOT_MASK / 2;
  }

  /** The first frame of a boot that certainly began after a time, or null. */
  Sign speaksAfter(int process, int boot, long afterNs, long untilNs) {
    for (int i = 0; i < lineProcesses.size(); i++) {
      long startNs = lineStartsNs.get(i);
      boolean its = lineProcesses.get(i) == process && ofBoot(i, boot);
      if (its && startNs > afterNs && lineEndsNs.get(i) < untilNs) {
        return new Sign(startNs, "frame on the line (" + ref(i) + ")", ref(i));
      }
    }
    return null;
  }

  private boolean ofBoot(int line, int boot) {
    return lineBoots.get(line) < 0 || lineBoots.get(line) == (boot & BOOT_MASK);
  }

  /** The last sign of life of a process's boot not after {@code untilNs}, or null. */
  Sign lastSign(int process, int boot, long untilNs) {
    Sign alive = lastAlive(process, untilNs);
    Sign frame = lastFrame(process, boot, untilNs);
    return frame == null || (alive != null && alive.timeNs() >= frame.timeNs()) ? alive : frame;
  }

  /**
   * The last frame of a process's boot that was on the line not after {@code untilNs}, or null. Of
   * what the tap heard only the start counts, which is a lower bound: it is stamped when it was
   * read.
   */
  Sign lastFrame(int process, int boot, long untilNs) {
    int line = -1;
    long lineNs = Long.MIN_VALUE;
    for (int i = 0; i < lineProcesses.size(); i++) {
      if (lineProcesses.get(i) == process && ofBoot(i, boot)) {
        boolean whole = lineBoots.get(i) == EXACT && lineEndsNs.get(i) <= untilNs;
        // What was still on the line when death was seen says only that the node lived at its
        // start.
        long timeNs = whole ? lineEndsNs.get(i) : lineStartsNs.get(i);
        if (timeNs <= untilNs && timeNs > lineNs) {
          lineNs = timeNs;
          line = i;
        }
      }
    }
    return line < 0 ? null : new Sign(lineNs, "frame on the line (" + ref(line) + ")", ref(line));
  }

  /** Whether a PIN record is about that use of a pin. */
  static boolean isPin(TraceRecord record, String use) {
    return record.data().contains(use);
  }

  /**
   * Only a rise is by the node. The lab's input has a pull-down: the line of a node whose power is
   * gone falls by itself.
   */
  private Sign lastAlive(int process, long untilNs) {
    Sign last = null;
    for (Seen pin : pins) {
      boolean rise = pin.record().a() == 1 && isPin(pin.record(), "alive");
      boolean its = rise && pin.peer() == process;
      if (its && pin.timeNs() <= untilNs && (last == null || pin.timeNs() > last.timeNs())) {
        last = new Sign(pin.timeNs(), "ALIVE pin (" + pin.ref() + ")", pin.ref());
      }
    }
    return last;
  }

  /** The last edge of the CRASH pin of a process not after {@code untilNs}, or null. */
  Sign lastCrashPin(int process, long untilNs) {
    Sign last = null;
    for (Seen pin : pins) {
      if (pin.peer() == process && isPin(pin.record(), "crash") && pin.timeNs() <= untilNs) {
        last = new Sign(pin.timeNs(), "CRASH pin (" + pin.ref() + ")", pin.ref());
      }
    }
    return last;
  }

  private String ref(int line) {
    return file.ref(lineLines.get(line));
  }
}
