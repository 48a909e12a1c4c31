package org.deltabed.simulator.timed;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.deltabed.hardware.virtual.BusSettings;
import org.deltabed.wiring.Testbed;

/**
 * The two wires in virtual time: bytes take their time, what overlaps is garbled, and of a sender
 * whose power is cut only the bytes that have wholly passed are there.
 */
final class TimedLine {
  /** Hears what has passed, when its last bit has. */
  interface Listener {
    void passed(Transmission transmission, byte[] bytes);
  }

  private final VirtualTime time;
  private final BusSettings settings;
  private final long turnaroundNs;
  private final Listener listener;
  private final SplittableRandom garbage;
  private final List<Transmission> recent = new ArrayList<>();

  TimedLine(VirtualTime time, Testbed testbed, long seed, Listener listener) {
    this.time = time;
    this.listener = listener;
    settings = BusSettings.of(testbed.bus().baudRate());
    turnaroundNs = testbed.bus().turnaroundNs();
    garbage = new SplittableRandom(seed);
  }

  /** A node hands a frame over; it follows what is still to come of that node. */
  Transmission send(int process, byte[] frame, int round) {
    long startNs = time.nowNs() + turnaroundNs;
    for (Transmission before : recent) {
      if (before.process == process) {
        startNs = Math.max(startNs, before.endNs());
      }
    }
    recent.removeIf(before -> before.endNs() + settings.lineTimeNs(1024) < time.nowNs());
    Transmission transmission = new Transmission(process, frame, round, startNs, settings);
    recent.add(transmission);
    time.at(transmission.endNs(), () -> pass(transmission));
    return transmission;
  }

  /** What of this sender has not wholly passed by now never will. */
  void cut(int process) {
    for (Transmission transmission : recent) {
      if (transmission.process == process && transmission.cut(time.nowNs())) {
        time.at(time.nowNs(), () -> pass(transmission));
      }
    }
  }

  private void pass(Transmission transmission) {
    if (transmission.passed || transmission.length() == 0) {
      return;
    }
    transmission.passed = true;
    listener.passed(transmission, received(transmission));
  }

  private byte[] received(Transmission transmission) {
    byte[] bytes = transmission.bytes();
    for (Transmission other : recent) {
      if (other.process != transmission.process) {
        for (int i = 0; i < bytes.length; i++) {
          if (other.startNs() < transmission.byteEndNs(i)
              && other.endNs() > transmission.byteStartNs(i)) {
            bytes[i] ^= (byte) garbage.nextInt(1, 256);
            transmission.garbled = true;
          }
        }
      }
    }
    return bytes;
  }
}
