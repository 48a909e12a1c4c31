package org.deltabed.hardware.virtual;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * The two wires, as a simulation in line time: it is told what was written when, and says byte by
 * byte what is received, never before its last bit has passed. It has no thread, clock or device,
 * so that it can be tested in virtual time. Events are processed in the order of line time, however
 * late {@link #advance} is called. Allocates nothing in steady state. Guarded by its owner's lock.
 */
final class Line {

  private static final int POOL = 16;
  private static final int ACTIVE_MAX = 4 * VirtualBus.PORTS_MAX;

  /** Where received bytes go. */
  interface Output {
    void deliver(int receiver, byte value);
  }

  private final BusSettings settings;
  private final LineObserver observer;
  private final Output output;
  private final Noise noise;
  final Reach reach = new Reach();
  private final Sender[] senders = new Sender[VirtualBus.PORTS_MAX];

  /** Those that ever had power; the others are skipped in the loops. */
  private Sender[] used = new Sender[0];

  private final Transmission[] active = new Transmission[ACTIVE_MAX];
  private int activeCount;
  private final ArrayDeque<Transmission> pool = new ArrayDeque<>(ACTIVE_MAX);

  Line(BusSettings settings, LineObserver observer, Output output) {
    this.settings = settings;
    this.observer = observer;
    this.output = output;
    noise = new Noise(settings.seed(), settings.bitErrorRate());
    for (int port = 0; port < senders.length; port++) {
      senders[port] = new Sender(port, settings.baudRate());
    }
    for (int i = 0; i < POOL; i++) {
      pool.add(new Transmission());
    }
  }

  Sender sender(int port) {
    return senders[port];
  }

  /** Bytes that {@code port}'s node wrote, read at {@code nowNs}. Without power they are lost. */
  void offer(int port, byte[] bytes, int length, long nowNs) {
    Sender sender = senders[port];
    if (sender.powered) {
      sender.outbox.put(bytes, length, nowNs);
    } else {
      sender.counters.discardedBytes += length;
    }
  }

  /** Puts bytes on the line as if {@code port} had sent them; no observer is asked. */
  void inject(int port, byte[] bytes, long startNs) {
    Transmission transmission = newTransmission(port, startNs, bytes.length);
    System.arraycopy(bytes, 0, transmission.bytes, 0, bytes.length);
    add(transmission);
  }

  /** Noise from {@code port} for at least {@code durationNs}. */
  void babble(int port, long startNs, long durationNs) {
    long bytes = durationNs / senders[port].lineTimeNs(1) + 1;
    Transmission transmission = newTransmission(port, startNs, Math.toIntExact(bytes));
    transmission.babble = true;
    add(transmission);
  }

  void powerOn(int port) {
    Sender sender = senders[port];
    sender.powered = true;
    if (!Arrays.asList(used).contains(sender)) {
      used = Arrays.copyOf(used, used.length + 1);
      used[used.length - 1] = sender;
    }
  }

  /** Silences {@code port}: what has not passed by {@code nowNs} never will. */
  void cutPower(int port, long nowNs) {
    Sender sender = senders[port];
    if (!sender.powered) {
      return;
    }
    sender.powered = false;
    sender.counters.powerCuts++;
    sender.counters.discardedBytes += sender.outbox.clear();
    for (int i = 0; i < activeCount; i++) {
      Transmission transmission = active[i];
      if (transmission.port == port) {
        int length = Math.max(transmission.passed, bytesPassed(transmission, nowNs));
        if (!transmission.silent && !transmission.babble) {
          sender.counters.discardedBytes += transmission.length - length;
        }
        transmission.length = length;
      }
    }
  }

  private int bytesPassed(Transmission transmission, long nowNs) {
    long elapsedNs = Math.max(0, nowNs - transmission.startNs);
    long bytes = elapsedNs * transmission.baudRate / 10_000_000_000L;
    return (int) Math.min(bytes, transmission.length);
  }

  /** Lets line time run up to {@code nowNs}, or to a chunk whose end has not been read yet. */
  void advance(long nowNs) {
    long horizonNs = horizonNs(nowNs);
    while (true) {
      Sender starting = earliestStart(nowNs);
      long startNs = starting == null ? Long.MAX_VALUE : starting.readyNs(nowNs);
      Transmission passing = earliestByte();
      long byteNs = passing == null ? Long.MAX_VALUE : byteEndNs(passing);
      if (Math.min(startNs, byteNs) > horizonNs) {
        return;
      }
      if (startNs <= byteNs) {
        start(starting, startNs);
      } else {
        pass(passing);
      }
    }
  }

  private long horizonNs(long nowNs) {
    long horizonNs = nowNs;
    for (Sender sender : used) {
      horizonNs = Math.min(horizonNs, sender.assemblingNs(nowNs));
    }
    return horizonNs;
  }

  private Sender earliestStart(long nowNs) {
    Sender earliest = null;
    long earliestNs = Long.MAX_VALUE;
    for (Sender sender : used) {
      long readyNs = sender.readyNs(nowNs);
      if (readyNs < earliestNs) {
        earliest = sender;
        earliestNs = readyNs;
      }
    }
    return earliest;
  }

  private Transmission earliestByte() {
    Transmission earliest = null;
    long earliestNs = Long.MAX_VALUE;
    for (int i = 0; i < activeCount; i++) {
      long endNs = byteEndNs(active[i]);
      if (endNs < earliestNs) {
        earliest = active[i];
        earliestNs = endNs;
      }
    }
    return earliest;
  }

  /** End of the byte that passes now, or of the whole if nothing is left of it. */
  private long byteEndNs(Transmission transmission) {
    int bytes = Math.min(transmission.passed + 1, transmission.length);
    return transmission.startNs + transmission.lineTimeNs(bytes);
  }

  private long endNs(Transmission transmission) {
    return transmission.startNs + transmission.lineTimeNs(transmission.length);
  }

  private void start(Sender sender, long startNs) {
    int length = sender.readyLength();
    Transmission transmission = newTransmission(sender.port, startNs, length);
    sender.outbox.take(transmission.bytes, length);
    transmission.holdsTransmitter = true;
    Fate fate =
        observer.frame(sender.port, transmission.bytes, 0, length, startNs, endNs(transmission));
    if (!sender.powered) {
      sender.counters.discardedBytes += length;
      pool.add(transmission);
      return;
    }
    sender.transmitting = true;
    add(transmission);
    if (!fate.isPass()) {
      disturb(transmission, fate, sender.counters);
    }
  }

  private void disturb(Transmission transmission, Fate fate, PortCounters counters) {
    if (fate.dropped()) {
      transmission.silent = true;
      counters.droppedChunks++;
      return;
    }
    for (int bit : fate.flippedBits()) {
      transmission.flip(bit);
    }
    counters.flippedBits += fate.flippedBits().size();
    transmission.deafPorts = fate.deafPorts();
    if (fate.repeatNs() > 0) {
      addCopy(transmission, fate.delayNs() + fate.repeatNs());
      counters.repeatedChunks++;
    }
    Transmission cut = transmission;
    if (fate.delayNs() > 0) {
      cut = addCopy(transmission, fate.delayNs());
      transmission.silent = true;
      counters.delayedChunks++;
    }
    cut.cutAfterBytes = fate.cutAfterBytes();
    if (cut.cutAfterBytes == 0) {
      powerCut(cut, cut.startNs);
    }
  }

  private Transmission addCopy(Transmission original, long laterNs) {
    Transmission copy = newTransmission(original.port, original.startNs, original.length);
    copy.copyFrom(original);
    copy.startNs += laterNs;
    add(copy);
    return copy;
  }

  private void pass(Transmission transmission) {
    if (transmission.done()) {
      finish(transmission);
      return;
    }
    int index = transmission.passed++;
    long toNs = transmission.startNs + transmission.lineTimeNs(index + 1L);
    if (!transmission.silent) {
      long fromNs = transmission.startNs + transmission.lineTimeNs(index);
      boolean collided = collides(transmission, fromNs, toNs) || transmission.hasCollision(index);
      deliver(transmission, index, collided);
    }
    if (transmission.passed == transmission.cutAfterBytes) {
      powerCut(transmission, toNs);
    } else if (transmission.done()) {
      finish(transmission);
    }
  }

  /** True if anybody else is on the line meanwhile; the other's bytes are then marked as well. */
  private boolean collides(Transmission transmission, long fromNs, long toNs) {
    boolean collided = false;
    for (int i = 0; i < activeCount; i++) {
      Transmission other = active[i];
      if (other.equals(transmission)
          || other.silent
          || other.startNs >= toNs
          || endNs(other) <= fromNs
          || !reach.sameHalf(other.port, transmission.port)) {
        continue;
      }
      collided = true;
      for (int index = bytesPassed(other, fromNs);
          other.startNs + other.lineTimeNs(index) < toNs;
          index++) {
        if (other.startNs + other.lineTimeNs(index + 1L) > fromNs) {
          other.markCollision(index);
        }
      }
    }
    return collided;
  }

  private void deliver(Transmission transmission, int index, boolean collided) {
    PortCounters counters = senders[transmission.port].counters;
    int value = transmission.babble ? noise.babble() : transmission.bytes[index] & 0xff;
    int errors = noise.nextErrors();
    counters.flippedBits += Integer.bitCount(errors);
    value ^= errors ^ transmission.flipsOf(index);
    if (collided) {
      value ^= noise.garble();
      counters.collidedBytes++;
    }
    if (transmission.babble) {
      counters.babbledBytes++;
    }
    for (Sender receiver : used) {
      boolean self = receiver.port == transmission.port;
      if (!receiver.powered || (self && !settings.echo())) {
        continue;
      }
      boolean deaf = (transmission.deafPorts >>> receiver.port & 1) != 0;
      if (deaf || !reach.hears(receiver.port, transmission.port)) {
        receiver.counters.unheardBytes++;
      } else if (receiver.baudRate == transmission.baudRate) {
        output.deliver(receiver.port, (byte) value);
      } else {
        transmission.misread(index, (byte) value);
      }
    }
  }

  /** Who reads at another rate gets what it makes of the whole chunk when that has passed. */
  private void deliverMisread(Transmission transmission) {
    for (Sender receiver : used) {
      if (receiver.powered
          && receiver.baudRate != transmission.baudRate
          && reach.hears(receiver.port, transmission.port)) {
        for (byte value : transmission.readAt(receiver.baudRate)) {
          output.deliver(receiver.port, value);
        }
      }
    }
  }

  private void powerCut(Transmission transmission, long lineNs) {
    int port = transmission.port;
    int passed = transmission.passed;
    cutPower(port, lineNs);
    finish(transmission);
    observer.powerCut(port, lineNs, passed);
  }

  private void finish(Transmission transmission) {
    remove(transmission);
    if (transmission.misread()) {
      deliverMisread(transmission);
    }
    Sender sender = senders[transmission.port];
    long endNs = endNs(transmission);
    if (transmission.holdsTransmitter) {
      sender.transmitting = false;
      sender.freeNs = endNs;
    }
    if (!transmission.silent && transmission.length > 0) {
      if (!transmission.babble) {
        sender.counters.chunks++;
        sender.counters.bytes += transmission.length;
      }
      observer.onLine(transmission.port, transmission.startNs, endNs, transmission.length);
    }
    pool.add(transmission);
  }

  private Transmission newTransmission(int port, long startNs, int length) {
    Transmission transmission = pool.isEmpty() ? new Transmission() : pool.remove();
    transmission.reset(port, startNs, length, senders[port].baudRate);
    return transmission;
  }

  private void add(Transmission transmission) {
    if (activeCount == ACTIVE_MAX) {
      throw new IllegalStateException("more than " + ACTIVE_MAX + " chunks on the line at once");
    }
    active[activeCount++] = transmission;
  }

  private void remove(Transmission transmission) {
    for (int i = 0; i < activeCount; i++) {
      if (active[i].equals(transmission)) {
        active[i] = active[--activeCount];
        active[activeCount] = null;
        return;
      }
    }
    throw new IllegalStateException("a chunk ended that was not on the line");
  }

  /** When {@link #advance} must be called next, if nothing is written before. */
  long nextDueNs(long nowNs) {
    long dueNs = Long.MAX_VALUE;
    for (Sender sender : used) {
      dueNs = Math.min(dueNs, sender.assemblyDueNs());
    }
    if (horizonNs(nowNs) < nowNs) {
      return dueNs;
    }
    for (int i = 0; i < activeCount; i++) {
      Transmission transmission = active[i];
      long decisionNs =
          transmission.startNs + transmission.lineTimeNs(transmission.lengthToDecision());
      long portionNs =
          transmission.silent
              ? decisionNs
              : Math.max(byteEndNs(transmission), nowNs + settings.deliverEveryNs());
      dueNs = Math.min(dueNs, Math.min(decisionNs, portionNs));
    }
    return dueNs;
  }
}
