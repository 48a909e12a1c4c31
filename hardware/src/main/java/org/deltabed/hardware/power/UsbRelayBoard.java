package org.deltabed.hardware.power;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.deltabed.hardware.Bus;
import org.deltabed.hardware.PowerChange;
import org.deltabed.hardware.PowerNotConfirmed;
import org.deltabed.hardware.PowerState;
import org.deltabed.hardware.PowerSwitch;
import org.deltabed.hardware.serial.SerialBus;

/**
 * A board of relays on a USB serial port, with the LCUS protocol. Each relay's normally-closed
 * contact carries a node's supply: energised is off, and a board that is unplugged gives power.
 *
 * <p>A change is confirmed by the board's answer to a query after it, where it has a query. That is
 * the board's word; whether its contact moved, {@link SensedPower} tells.
 */
public final class UsbRelayBoard implements AutoCloseable {

  /** The maker's default; 8N1. */
  public static final int BAUD_RATE = 9600;

  /** The board drops what comes while it is busy with a command; others measured 10 to 100 ms. */
  private static final long BUSY_MS = 100;

  private final String device;
  private final Bus port;
  private final boolean answers;
  private final long confirmNs;
  private final ReentrantLock turn = new ReentrantLock();
  private final Object told = new Object();
  private final LcusFrames frames = new LcusFrames();
  private final OwedAnswers[] owed = new OwedAnswers[LcusFrames.CHANNELS_MAX + 1];
  private final PowerState[] power = new PowerState[LcusFrames.CHANNELS_MAX + 1];
  private final long[] toldNs = new long[LcusFrames.CHANNELS_MAX + 1];
  private IOException loss;

  /**
   * Takes the port over and listens; nothing is switched.
   *
   * @param device for messages
   * @param answers false for boards without the query, as most LCUS-1: nothing confirms then
   * @param confirmMs how long each answer may take
   */
  public UsbRelayBoard(String device, Bus port, boolean answers, long confirmMs) {
    this.device = device;
    this.port = port;
    this.answers = answers;
    this.confirmNs = TimeUnit.MILLISECONDS.toNanos(confirmMs);
    for (int channel = 0; channel <= LcusFrames.CHANNELS_MAX; channel++) {
      owed[channel] = new OwedAnswers();
      power[channel] = PowerState.UNKNOWN;
    }
    port.listen(new Receiver());
  }

  /** Opens the serial device for this process alone. */
  public static UsbRelayBoard open(String device, boolean answers, long confirmMs)
      throws IOException {
    return new UsbRelayBoard(device, SerialBus.open(device, BAUD_RATE), answers, confirmMs);
  }

  /**
   * One of its relays. Closing it leaves the board open.
   *
   * @param channel 1 to 8, as printed on the board
   */
  public PowerSwitch channel(int channel) {
    if (channel < 1 || channel > LcusFrames.CHANNELS_MAX) {
      throw new IllegalArgumentException("a channel is 1 to 8: " + channel);
    }
    return new Channel(channel);
  }

  private final class Receiver implements Bus.Receiver {
    @Override
    public void received(byte[] bytes, int length, long arrivalNs) {
      synchronized (told) {
        frames.take(
            bytes,
            length,
            (channel, energised) -> {
              owed[channel].answered();
              power[channel] = PowerState.of(!energised);
              toldNs[channel] = arrivalNs;
            });
        told.notifyAll();
      }
    }

    @Override
    public void lost(IOException cause) {
      synchronized (told) {
        loss = cause;
        told.notifyAll();
      }
    }
  }

  private PowerChange change(int channel, PowerState wanted) throws PowerNotConfirmed {
    long askedNs = System.nanoTime();
    turn.lock();
    try {
      return answers ? changeAndAsk(channel, wanted) : changeUnseen(channel, wanted);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw notConfirmed(channel, wanted, "the wait was interrupted", askedNs, e);
    } catch (IOException e) {
      throw notConfirmed(channel, wanted, e.getMessage(), askedNs, e);
    } finally {
      turn.unlock();
    }
  }

  private PowerNotConfirmed notConfirmed(
      int channel, PowerState wanted, String came, long askedNs, Throwable cause) {
    return new PowerNotConfirmed(
        "channel " + channel + " of " + device, wanted, came, System.nanoTime() - askedNs, cause);
  }

  private PowerChange changeAndAsk(int channel, PowerState wanted)
      throws IOException, InterruptedException {
    long askedNs = System.nanoTime();
    if (ask(channel) == wanted) {
      return new PowerChange(
          wanted, askedNs, toldNs(channel), "the board's answer; it was so before it was asked");
    }
    askedNs = System.nanoTime();
    write(LcusFrames.command(channel, wanted == PowerState.OFF));
    PowerState answer = ask(channel);
    if (answer != wanted) {
      throw new IOException("the board says that it is " + answer.word());
    }
    return new PowerChange(wanted, askedNs, toldNs(channel), "the board's answer");
  }

  private PowerChange changeUnseen(int channel, PowerState wanted)
      throws IOException, InterruptedException {
    long askedNs = System.nanoTime();
    power[channel] = PowerState.UNKNOWN;
    write(LcusFrames.command(channel, wanted == PowerState.OFF));
    power[channel] = wanted;
    return new PowerChange(wanted, askedNs, System.nanoTime(), "");
  }

  private void write(byte[] bytes) throws IOException, InterruptedException {
    synchronized (told) {
      if (loss != null) {
        throw new IOException(loss.getMessage(), loss);
      }
    }
    port.send(bytes, 0, bytes.length);
    Thread.sleep(BUSY_MS);
  }

  /** Asks how the channel is, and waits until this answer and all that are owed have come. */
  private PowerState ask(int channel) throws IOException, InterruptedException {
    synchronized (told) {
      power[channel] = PowerState.UNKNOWN;
      for (OwedAnswers one : owed) {
        one.asked();
      }
    }
    long untilNs = System.nanoTime() + confirmNs;
    write(LcusFrames.query());
    synchronized (told) {
      while (owed[channel].count() > 0 || power[channel] == PowerState.UNKNOWN) {
        long leftNs = untilNs - System.nanoTime();
        if (loss != null) {
          throw new IOException(loss.getMessage(), loss);
        }
        if (leftNs <= 0) {
          throw new IOException(
              "answers that the board owes: "
                  + owed[channel].count()
                  + " (one without a query, as most LCUS-1, needs protocol: lcus-silent)");
        }
        TimeUnit.NANOSECONDS.timedWait(told, leftNs);
      }
      return power[channel];
    }
  }

  private long toldNs(int channel) {
    synchronized (told) {
      return toldNs[channel];
    }
  }

  private PowerState state(int channel) {
    turn.lock();
    try {
      return answers ? ask(channel) : power[channel];
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return PowerState.UNKNOWN;
    } catch (IOException e) {
      return PowerState.UNKNOWN;
    } finally {
      turn.unlock();
    }
  }

  /** Closes the port; no relay moves. */
  @Override
  public void close() {
    port.close();
  }

  private final class Channel implements PowerSwitch {
    private final int number;

    Channel(int number) {
      this.number = number;
    }

    @Override
    public PowerChange on() throws PowerNotConfirmed {
      return change(number, PowerState.ON);
    }

    @Override
    public PowerChange off() throws PowerNotConfirmed {
      return change(number, PowerState.OFF);
    }

    @Override
    public PowerState state() {
      return UsbRelayBoard.this.state(number);
    }

    @Override
    public void close() {
      // The board is shared.
    }
  }
}
