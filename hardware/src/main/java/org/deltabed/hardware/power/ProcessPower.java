package org.deltabed.hardware.power;

import java.io.IOException;
import org.deltabed.hardware.CutEvidence;
import org.deltabed.hardware.posix.Posix;

/**
 * The mains of a node that is a child process: what a lab's relay or plug switches, not a switch
 * itself. A cut is SIGKILL: the process gets no chance to do anything. Signals go through a process
 * descriptor, so they can never reach another process.
 *
 * <p>The child's standard input is a pipe that stays open as long as this process lives. A program
 * that must not outlive the lab may end at its end of file; an agent does not read it, since a
 * service has none, and halts when its bus hangs up.
 */
public final class ProcessPower implements AutoCloseable {

  private static final long DEATH_MS_MAX = 10_000;

  private final String name;
  private final Launch launch;
  private final ExitListener listener;
  private volatile NodeProcess process;
  private boolean paused;

  /**
   * A node without power.
   *
   * @param name for thread names and messages
   */
  public ProcessPower(String name, Launch launch, ExitListener listener) {
    this.name = name;
    this.launch = launch;
    this.listener = listener;
  }

  /**
   * Gives power: a new boot.
   *
   * @throws IllegalStateException if the node has power already
   * @throws IOException if the process could not be started
   */
  public synchronized void on() throws IOException {
    if (isOn()) {
      throw new IllegalStateException(name + " has power already");
    }
    paused = false;
    process = new NodeProcess(name, launch, listener);
  }

  /**
   * SIGKILL, unless {@link #kill} sent it already, and waits for the death.
   *
   * @return what is known of when the node died
   * @throws IllegalStateException if the node was never on, or does not die
   */
  public synchronized CutEvidence off() {
    NodeProcess victim = boot();
    victim.cut();
    if (!victim.awaitEnd(DEATH_MS_MAX)) {
      throw new IllegalStateException(name + " (pid " + victim.pid() + ") does not die");
    }
    return victim.evidence();
  }

  /**
   * SIGKILL without waiting, for instance from the bus thread at a byte of a frame; {@link #off}
   * afterwards tells the evidence.
   *
   * @return a time just before the signal was sent, on {@link System#nanoTime()}
   */
  public long kill() {
    return boot().cut();
  }

  /** SIGSTOP: the node hangs, its bus driver does not. False if it was dead already. */
  public synchronized boolean pause() {
    boolean reached = boot().signal(Posix.SIGSTOP);
    paused |= reached;
    return reached;
  }

  /** SIGCONT. False if it was dead already. */
  public synchronized boolean resume() {
    paused = false;
    return boot().signal(Posix.SIGCONT);
  }

  /** True between {@link #pause} and {@link #resume}. */
  public synchronized boolean isPaused() {
    return paused && isOn();
  }

  /** True from {@link #on()} until the node's end was seen. */
  public synchronized boolean isOn() {
    return process != null && !process.hasEnded();
  }

  /** The process of the latest boot. */
  public synchronized long pid() {
    return boot().pid();
  }

  private NodeProcess boot() {
    NodeProcess latest = process;
    if (latest == null) {
      throw new IllegalStateException(name + " was never on");
    }
    return latest;
  }

  /** Takes power away if there still is any. */
  @Override
  public synchronized void close() {
    if (isOn()) {
      off();
    }
  }
}
