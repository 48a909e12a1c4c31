package org.deltabed.hardware.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.deltabed.hardware.Bus;
import org.deltabed.hardware.RealTimePriority;

/**
 * The line behind a serial device, 8N1, by jSerialComm. One thread reads, semi-blocking with
 * time-out 0: POSIX time-outs round to 100 ms, so deadlines live above. Nothing is allocated per
 * read or write. RS-485 direction is left to the adapter or the device tree, unless another {@link
 * Direction} is given.
 */
public final class SerialBus implements Bus {

  private static final int READ_BYTES = 1024;

  /** Empty reads in a row that can only mean a hang-up; a blocking read never returns nothing. */
  private static final int EMPTY_READS_MAX = 8;

  private static final long CLOSE_MS_MAX = 2_000;
  private static final long LOOK_AGAIN_NS = 500_000;

  private final String device;
  private final SerialPort port;
  private final OwnDescriptor descriptor;
  private final DriverEnable driverEnable;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicBoolean lossTold = new AtomicBoolean();
  private Receiver receiver;
  private Thread reader;

  private SerialBus(
      String device, int baudRate, SerialPort port, OwnDescriptor descriptor, Direction direction) {
    this.device = device;
    this.port = port;
    this.descriptor = descriptor;
    driverEnable =
        direction instanceof Direction.Pin pin
            ? new DriverEnable(pin.driverEnable(), descriptor.fd(), baudRate, this::lose)
            : null;
  }

  /**
   * Opens the device for this process alone, and throws away what was received before.
   *
   * @param device path, such as {@code /dev/ttyAMA0}; a symbolic link is followed
   * @throws IOException naming the device, and the group to join if it is a matter of permission
   */
  public static SerialBus open(String device, int baudRate) throws IOException {
    return open(device, baudRate, Direction.auto());
  }

  /**
   * As {@link #open(String, int)}, with an adapter that somebody must turn around.
   *
   * @throws IOException also if the driver refuses the kernel's RS-485 mode
   */
  public static SerialBus open(String device, int baudRate, Direction direction)
      throws IOException {
    Path path = Path.of(device);
    if (!Files.exists(path)) {
      // The library would go on to try other names below /dev, and might open another device.
      throw new IOException("no such serial device: " + device);
    }
    SerialPort port = port(device, baudRate);
    // First, since the library's descriptor keeps all others away.
    OwnDescriptor descriptor =
        direction instanceof Direction.Auto ? OwnDescriptor.none() : OwnDescriptor.open(device);
    try {
      if (!port.openPort(0)) {
        throw new IOException(refusal(path, port.getLastErrorCode()));
      }
      if (direction instanceof Direction.Kernel) {
        KernelRs485.enable(device, descriptor.fd());
      }
    } catch (IOException e) {
      port.closePort();
      descriptor.close();
      throw e;
    }
    port.flushIOBuffers();
    return new SerialBus(device, baudRate, port, descriptor, direction);
  }

  private static SerialPort port(String device, int baudRate) throws IOException {
    SerialLibrary.prepare();
    SerialPort port;
    try {
      port = SerialPort.getCommPort(device);
    } catch (SerialPortInvalidPortException e) {
      throw new IOException("not a serial device: " + device, e);
    }
    // All before opening: each change of an open port costs a system call and may wait.
    port.setComPortParameters(baudRate, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
    port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
    port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, 0, 0);
    port.disableRs485ModeControl();
    return port;
  }

  static String refusal(Path device, int errno) {
    if (!Files.isReadable(device) || !Files.isWritable(device)) {
      return "no permission on " + device + ": join group dialout";
    }
    return device + " could not be opened, errno " + errno + " (in use by another process?)";
  }

  @Override
  public void listen(Receiver receiver) {
    start(receiver, () -> read(receiver));
  }

  /**
   * As {@link #listen}, by looking twice in a millisecond in place of waiting: the receiver hears
   * also when there was nothing. For a witness, who must know before which time bytes had not come.
   */
  public void listenClosely(Receiver receiver) {
    start(receiver, () -> look(receiver));
  }

  private synchronized void start(Receiver to, Runnable reading) {
    if (reader != null) {
      throw new IllegalStateException("listen was called before");
    }
    receiver = to;
    reader = new Thread(reading, "serial-reader");
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * The time before a look at an empty queue is one at which nothing had come: nobody else reads.
   */
  private void look(Receiver receiver) {
    RealTimePriority.RECEIVER.request();
    byte[] buffer = new byte[READ_BYTES];
    while (!closed.get()) {
      long lookNs = System.nanoTime();
      int waiting = port.bytesAvailable();
      if (waiting == 0) {
        receiver.silent(lookNs);
        LockSupport.parkNanos(LOOK_AGAIN_NS);
        continue;
      }
      int length = waiting < 0 ? waiting : port.readBytes(buffer, Math.min(waiting, READ_BYTES));
      if (length <= 0) {
        lose(new IOException(device + " was lost, errno " + port.getLastErrorCode()));
        return;
      }
      receiver.received(buffer, length, System.nanoTime());
      if (length == waiting) {
        receiver.silent(lookNs); // all that there was then is handed over
      }
    }
  }

  private void read(Receiver receiver) {
    RealTimePriority.RECEIVER.request();
    byte[] buffer = new byte[READ_BYTES];
    int emptyReads = 0;
    while (!closed.get()) {
      int length = port.readBytes(buffer, READ_BYTES);
      long arrivalNs = System.nanoTime();
      if (length > 0) {
        emptyReads = 0;
        receiver.received(buffer, length, arrivalNs);
      } else if (length < 0 || ++emptyReads >= EMPTY_READS_MAX) {
        lose(new IOException(device + " was lost, errno " + port.getLastErrorCode()));
        return;
      }
    }
  }

  private void lose(IOException cause) {
    Receiver told;
    synchronized (this) {
      told = receiver;
    }
    if (told != null && !closed.get() && lossTold.compareAndSet(false, true)) {
      told.lost(cause);
    }
  }

  @Override
  public void send(byte[] bytes, int offset, int length) throws IOException {
    if (closed.get()) {
      throw new IOException(device + " is closed");
    }
    int written =
        driverEnable == null ? write(bytes, offset, length) : writeDriven(bytes, offset, length);
    if (written != length) {
      throw new IOException(
          device + " took " + written + " of " + length + " bytes, errno " + portError());
    }
  }

  private int write(byte[] bytes, int offset, int length) {
    return port.writeBytes(bytes, length, offset);
  }

  private int writeDriven(byte[] bytes, int offset, int length) throws IOException {
    driverEnable.take();
    try {
      return write(bytes, offset, length);
    } finally {
      driverEnable.written(length);
    }
  }

  private int portError() {
    return port.getLastErrorCode();
  }

  /**
   * Closes within 2 s. A driver that hangs in close keeps its own daemon thread, not the caller.
   */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    if (driverEnable != null) {
      driverEnable.close();
    }
    Thread closer = new Thread(this::closeDevice, "serial-close");
    closer.setDaemon(true);
    closer.start();
    join(closer);
    Thread reading;
    synchronized (this) {
      reading = reader;
    }
    if (reading != null && reading.threadId() != Thread.currentThread().threadId()) {
      join(reading);
    }
  }

  private void closeDevice() {
    if (driverEnable != null) {
      driverEnable.awaitEnd();
    }
    port.closePort();
    descriptor.close();
  }

  private static void join(Thread thread) {
    try {
      thread.join(CLOSE_MS_MAX / 2);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
