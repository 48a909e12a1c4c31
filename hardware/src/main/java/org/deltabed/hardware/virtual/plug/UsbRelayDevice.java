package org.deltabed.hardware.virtual.plug;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.deltabed.hardware.virtual.PseudoTerminal;

/**
 * A board of relays with the LCUS protocol, on a pseudo-terminal. Each relay's normally-closed
 * contact carries one mains: energised is off.
 */
public final class UsbRelayDevice implements AutoCloseable {

  private static final int START = 0xA0;
  private static final int QUERY = 0xFF;
  private static final int FRAME_BYTES = 4;
  private static final long POLL_MS = 2;

  private final PseudoTerminal terminal;
  private final List<Mains> mains;
  private final boolean answers;
  private final boolean[] energised;
  private final int[] frame = new int[FRAME_BYTES];
  private int filled;
  private final Thread worker;
  private volatile Behaviour behaviour = Behaviour.HONEST;
  private volatile long slowMs;

  private UsbRelayDevice(PseudoTerminal terminal, List<Mains> mains, boolean answers) {
    this.terminal = terminal;
    this.mains = List.copyOf(mains);
    this.answers = answers;
    this.energised = new boolean[mains.size()];
    this.worker = Thread.ofPlatform().daemon().name("simulated-relays").start(this::work);
  }

  /**
   * Plugs it in: all relays at rest.
   *
   * @param mains what its channels switch, from channel 1
   * @param answers false for a board that has no query
   */
  public static UsbRelayDevice start(List<Mains> mains, boolean answers) throws IOException {
    mains.forEach(one -> one.set(true));
    return new UsbRelayDevice(PseudoTerminal.open(), mains, answers);
  }

  /** The device that it appears as. */
  public String path() {
    return terminal.path();
  }

  /** As {@link SimulatedPlug#behave}. */
  public void behave(Behaviour next, long lateMs) {
    slowMs = lateMs;
    behaviour = next;
  }

  private void work() {
    byte[] bytes = new byte[64];
    try {
      while (!Thread.currentThread().isInterrupted()) {
        int length = terminal.read(bytes);
        for (int i = 0; i < length; i++) {
          take(bytes[i] & 0xFF);
        }
        Thread.sleep(POLL_MS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    }
  }

  private void take(int value) throws InterruptedException {
    if (filled == 0 && value == QUERY) {
      tell();
    } else if (filled > 0 || value == START) {
      frame[filled++] = value;
      if (filled == FRAME_BYTES) {
        filled = 0;
        command();
      }
    }
  }

  private void command() throws InterruptedException {
    int channel = frame[1];
    boolean right = ((frame[0] + frame[1] + frame[2]) & 0xFF) == frame[3];
    if (!right || channel < 1 || channel > energised.length || !isThere()) {
      return;
    }
    energised[channel - 1] = frame[2] == 1;
    if (behaviour != Behaviour.LIAR) {
      mains.get(channel - 1).set(frame[2] != 1);
    }
  }

  private void tell() throws InterruptedException {
    if (!answers || !isThere()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < energised.length; i++) {
      text.append("CH").append(i + 1).append(energised[i] ? ": ON \r\n" : ": OFF\r\n");
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
    terminal.write(bytes, bytes.length);
  }

  private boolean isThere() throws InterruptedException {
    if (behaviour == Behaviour.SLOW) {
      TimeUnit.MILLISECONDS.sleep(slowMs);
    }
    return behaviour != Behaviour.VANISHED;
  }

  /** Somebody unplugs it: its port is gone, and all relays fall back to rest. */
  public void unplug() {
    close();
    mains.forEach(one -> one.set(true));
  }

  /** Ends it; whoever has its port open finds it gone. Each mains stays as it is. */
  @Override
  public void close() {
    worker.interrupt();
    try {
      worker.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    terminal.close();
  }
}
