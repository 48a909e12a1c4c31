package org.deltabed.hardware.virtual;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.deltabed.hardware.RealTimePriority;

/**
 * A two-wire line between pseudo-terminals, in real time: paced at the baud rate, with collisions,
 * power cuts and injected faults. One thread moves the bytes; it allocates nothing in steady state.
 * Ports are numbered 0..63 as the caller likes. All methods may be called from any thread.
 */
public final class VirtualBus implements AutoCloseable {

  /** Ports fit a bit set. */
  public static final int PORTS_MAX = 64;

  /** Longest babble: one minute. */
  public static final long BABBLE_NS_MAX = 60_000_000_000L;

  /** Idle wake-ups, so that a stall of the host is noticed also when nothing is on the line. */
  private static final long IDLE_NS = 2_000_000;

  private static final long CLOSE_MS_MAX = 2_000;

  private final BusSettings settings;
  private final LineObserver observer;
  private final Line line;
  private final Waiter waiter;
  private final ReentrantLock lock = new ReentrantLock();
  private final BusPort[] ports = new BusPort[PORTS_MAX];
  private final int[] pollIndex = new int[PORTS_MAX];
  private final byte[] scratch = new byte[PseudoTerminal.BLOCK_BYTES];
  private final Thread thread = new Thread(this::run, "virtual-bus");
  private volatile boolean closed;
  private volatile RuntimeException failure;
  private long wakeUps;
  private long maxLateNs;
  private long hiccups;
  private long lastHiccupNs;

  /**
   * Starts the bus, without ports.
   *
   * @throws IOException if the system gives no descriptors
   */
  public VirtualBus(BusSettings settings, LineObserver observer) throws IOException {
    this.settings = settings;
    this.observer = observer;
    line = new Line(settings, observer, (receiver, value) -> ports[receiver].stage(value));
    waiter = new Waiter();
    thread.setDaemon(true);
    thread.start();
  }

  /** The settings it was made with. */
  public BusSettings settings() {
    return settings;
  }

  /**
   * Gives {@code port} power, with a terminal made on the first call. Whatever an earlier boot has
   * written or left unread is gone.
   *
   * @return the path that the node opens as its serial device, the same in each boot
   */
  public String attach(int port) throws IOException {
    lock.lock();
    try {
      requireOpen();
      if (ports[port] == null) {
        ports[port] = new BusPort(port, line.sender(port).counters);
      }
      if (!line.sender(port).powered) {
        ports[port].clear(scratch);
        line.powerOn(port);
      }
      return ports[port].terminal.path();
    } finally {
      unlockAndWake();
    }
  }

  /**
   * The adapter of {@code port} is set to another rate than the bus: what it sends is noise to the
   * others, and what they send is noise to it (F24). For good, across boots.
   */
  public void setBaudRate(int port, int baudRate) {
    BusSettings.requireBaudRate(baudRate);
    lock.lock();
    try {
      line.sender(port).baudRate = baudRate;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Power cut of {@code port}: from now on it is silent and deaf, until {@link #attach} is called
   * again. Bytes not yet on the line never arrive, not even those that its process still writes
   * until it is killed. Call this just before the kill.
   */
  public void discard(int port) {
    lock.lock();
    try {
      line.cutPower(port, System.nanoTime());
    } finally {
      unlockAndWake();
    }
  }

  /** True between {@link #attach} and a power cut. */
  public boolean isPowered(int port) {
    lock.lock();
    try {
      return line.sender(port).powered;
    } finally {
      lock.unlock();
    }
  }

  /** Noise from {@code port} on the line, from now on for so long (F20). */
  public void babble(int port, long durationNs) {
    if (durationNs <= 0 || durationNs > BABBLE_NS_MAX) {
      throw new IllegalArgumentException("babble for 1 ns to 1 min, not " + durationNs + " ns");
    }
    lock.lock();
    try {
      line.babble(port, System.nanoTime(), durationNs);
    } finally {
      unlockAndWake();
    }
  }

  /**
   * Puts foreign bytes on the line, from now on, as {@code port} (F17-F19). Nobody needs to be
   * attached there, and no observer is asked; {@link LineObserver#onLine} is told.
   *
   * @param bytes at most 1024
   */
  public void inject(int port, byte[] bytes) {
    if (bytes.length == 0 || bytes.length > Outbox.CHUNK_BYTES_MAX) {
      throw new IllegalArgumentException("inject 1 to " + Outbox.CHUNK_BYTES_MAX + " bytes");
    }
    lock.lock();
    try {
      line.inject(port, bytes, System.nanoTime());
    } finally {
      unlockAndWake();
    }
  }

  /** Cuts, or mends, one direction: {@code receiver} does not hear {@code sender} (F21). */
  public void setLink(int sender, int receiver, boolean cut) {
    lock.lock();
    try {
      line.reach.setLink(sender, receiver, cut);
    } finally {
      lock.unlock();
    }
  }

  /** Makes {@code receiver} hear nobody, or everybody. */
  public void setDeaf(int receiver, boolean deaf) {
    lock.lock();
    try {
      line.reach.setDeaf(receiver, deaf);
    } finally {
      lock.unlock();
    }
  }

  /** Cuts the line in two: the ports of this bit set, and the others. 0 joins it again (F26). */
  public void split(long half) {
    lock.lock();
    try {
      line.reach.split(half);
    } finally {
      lock.unlock();
    }
  }

  /** The counts of one port. */
  public PortStatistics statistics(int port) {
    lock.lock();
    try {
      return line.sender(port).counters.snapshot();
    } finally {
      lock.unlock();
    }
  }

  /** How punctual the bus thread was since the start or the last {@link #resetHealth}. */
  public BusHealth health() {
    lock.lock();
    try {
      return new BusHealth(wakeUps, maxLateNs, hiccups, lastHiccupNs);
    } finally {
      lock.unlock();
    }
  }

  /** Forgets past lateness, for instance when a run starts. */
  public void resetHealth() {
    lock.lock();
    try {
      wakeUps = 0;
      maxLateNs = 0;
      hiccups = 0;
      lastHiccupNs = 0;
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    waiter.exactTimers();
    RealTimePriority.LINE.request();
    try {
      long dueNs = System.nanoTime();
      while (!closed) {
        dueNs = step(dueNs);
        waiter.await(dueNs - System.nanoTime());
      }
    } catch (RuntimeException e) {
      failure = e;
      closed = true;
      throw e;
    } finally {
      release();
    }
  }

  /** Lets line time run up to now, reads what was written, and says when to come back. */
  private long step(long dueNs) {
    lock.lock();
    try {
      long nowNs = System.nanoTime();
      noteLateness(dueNs, nowNs);
      // First the past, so that what is read now cannot collide with what has passed already.
      line.advance(nowNs);
      readPorts();
      nowNs = System.nanoTime();
      line.advance(nowNs);
      waiter.begin();
      for (int port = 0; port < PORTS_MAX; port++) {
        if (ports[port] != null) {
          ports[port].deliver();
          pollIndex[port] = waiter.add(ports[port].terminal.master(), hasRoom(port));
        }
      }
      return Math.min(line.nextDueNs(nowNs), nowNs + IDLE_NS);
    } finally {
      lock.unlock();
    }
  }

  private boolean hasRoom(int port) {
    return line.sender(port).outbox.free() >= scratch.length;
  }

  private void readPorts() {
    for (int port = 0; port < PORTS_MAX; port++) {
      // An index of 0 is the waker's: this port has not been waited for yet.
      if (ports[port] != null && pollIndex[port] > 0 && waiter.isReadable(pollIndex[port])) {
        int length = hasRoom(port) ? ports[port].terminal.read(scratch) : 0;
        if (length > 0) {
          line.offer(port, scratch, length, System.nanoTime());
        }
      }
    }
  }

  private void noteLateness(long dueNs, long nowNs) {
    long lateNs = nowNs - dueNs;
    if (lateNs <= 0) {
      return;
    }
    wakeUps++;
    maxLateNs = Math.max(maxLateNs, lateNs);
    if (lateNs >= settings.hiccupNs()) {
      hiccups++;
      lastHiccupNs = nowNs;
      observer.hiccup(dueNs, lateNs);
    }
  }

  private void unlockAndWake() {
    if (!closed) {
      waiter.wake();
    }
    lock.unlock();
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the bus is closed", failure);
    }
  }

  private void release() {
    lock.lock();
    try {
      closed = true;
      for (BusPort port : ports) {
        if (port != null) {
          port.terminal.close();
        }
      }
      waiter.close();
    } finally {
      lock.unlock();
    }
  }

  /** Stops the bus; all terminals hang up. */
  @Override
  public void close() {
    lock.lock();
    try {
      if (!closed) {
        closed = true;
        waiter.wake();
      }
    } finally {
      lock.unlock();
    }
    if (thread.threadId() != Thread.currentThread().threadId()) {
      try {
        thread.join(CLOSE_MS_MAX);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
