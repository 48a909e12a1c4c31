package org.deltabed.hardware;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import org.deltabed.hardware.posix.UnixDatagram;

/**
 * Tells systemd how its service is, as sd_notify(3) does: that it is ready, and again and again
 * that it lives. Outside a service it does nothing, and loads nothing.
 */
public sealed class ServiceManager {

  private static final long NS_PER_US = 1_000;

  /** Signs of life for each interval that systemd waits for one. */
  private static final int SIGNS = 4;

  /** No service. */
  public static final ServiceManager NONE = new ServiceManager(0);

  private final long signNs;

  private ServiceManager(long signNs) {
    this.signNs = signNs;
  }

  /** The one that this process was started by, if any. */
  public static ServiceManager ofThisProcess() throws IOException {
    return of(System.getenv(), ProcessHandle.current().pid());
  }

  /**
   * As an environment says.
   *
   * @param pid this process: signs of life may be another one's affair
   * @throws IOException if the environment names a socket that cannot be used
   */
  static ServiceManager of(Map<String, String> environment, long pid) throws IOException {
    String socket = environment.getOrDefault("NOTIFY_SOCKET", "");
    if (socket.isEmpty()) {
      return NONE;
    }
    return new Systemd(new UnixDatagram(socket), watchdogNs(environment, pid));
  }

  private static long watchdogNs(Map<String, String> environment, long pid) {
    String of = environment.getOrDefault("WATCHDOG_PID", Long.toString(pid));
    String text = environment.getOrDefault("WATCHDOG_USEC", "0");
    return of.equals(Long.toString(pid)) ? Long.parseLong(text) * NS_PER_US : 0;
  }

  /** How often {@link #alive} wants to be called, in nanoseconds; 0 if nobody waits for it. */
  public long signNs() {
    return signNs;
  }

  /** The service does its work from now on. */
  public void ready() {}

  /** The service lives. */
  public void alive() {}

  /** The service ends in order. */
  public void stopping() {}

  private static final class Systemd extends ServiceManager {
    private final UnixDatagram socket;
    private final MemorySegment ready;
    private final MemorySegment alive;
    private final MemorySegment stopping;

    Systemd(UnixDatagram socket, long watchdogNs) {
      super(watchdogNs / SIGNS);
      this.socket = socket;
      ready = socket.message("READY=1");
      alive = socket.message("WATCHDOG=1");
      stopping = socket.message("STOPPING=1");
    }

    // A message that nobody takes is no reason to stop: systemd draws its own conclusion.
    @Override
    public synchronized void ready() {
      socket.send(ready);
    }

    @Override
    public synchronized void alive() {
      socket.send(alive);
    }

    @Override
    public synchronized void stopping() {
      socket.send(stopping);
    }
  }
}
