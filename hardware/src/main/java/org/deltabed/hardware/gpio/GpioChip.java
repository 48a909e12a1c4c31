package org.deltabed.hardware.gpio;

import static org.deltabed.hardware.gpio.GpioUapi.CHIP_INFO;
import static org.deltabed.hardware.gpio.GpioUapi.LINE_INFO;
import static org.deltabed.hardware.gpio.GpioUapi.at;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deltabed.hardware.gpio.GpioRefused.Kind;
import org.deltabed.hardware.posix.Posix;

/**
 * An open GPIO chip, from which lines are requested. The lines outlive it: closing the chip takes
 * none away.
 */
public final class GpioChip implements AutoCloseable {

  private final Path device;
  private final Arena arena = Arena.ofAuto();
  private final Posix posix = new Posix(arena);
  private final int fd;
  private final ChipInfo info;
  private boolean closed;

  private GpioChip(Path device) throws IOException {
    this.device = device;
    fd = posix.open(arena.allocateFrom(device.toString()), Posix.O_RDWR | Posix.O_CLOEXEC);
    if (fd < 0) {
      throw notOpened();
    }
    MemorySegment chip = arena.allocate(CHIP_INFO);
    if (posix.ioctl(fd, GpioUapi.GET_CHIP_INFO, chip) < 0) {
      int errno = posix.errno();
      posix.close(fd);
      throw errno == Posix.ENODEV
          ? gone()
          : new GpioRefused(
              Kind.NO_SUCH_CHIP,
              device.toString(),
              "this is not a GPIO chip (errno " + errno + ")",
              "give a chip, such as /dev/gpiochip0");
    }
    info =
        new ChipInfo(
            device,
            text(chip, "name", CHIP_INFO),
            text(chip, "label", CHIP_INFO),
            chip.get(ValueLayout.JAVA_INT, at(CHIP_INFO, "lines")));
  }

  static GpioChip open(Path device) throws IOException {
    return new GpioChip(device);
  }

  private IOException notOpened() throws IOException {
    int errno = posix.errno();
    return switch (errno) {
      case Posix.EACCES, Posix.EPERM ->
          new GpioRefused(
              Kind.NO_PERMISSION,
              device.toString(),
              "no permission for user " + System.getProperty("user.name"),
              "join group gpio (sudo usermod -aG gpio USER, then log in again)");
      case Posix.ENOENT -> GpioChips.noSuchChip(device.toString());
      case Posix.ENODEV, Posix.ENXIO -> gone();
      default -> new IOException(device + " could not be opened, errno " + errno);
    };
  }

  private GpioRefused gone() {
    return gone(device.toString());
  }

  static GpioRefused gone(String what) {
    return new GpioRefused(
        Kind.GONE,
        what,
        "the GPIO chip went away",
        "plug it in, or load its driver, and start anew");
  }

  /** What the kernel says about the chip. */
  public ChipInfo info() {
    return info;
  }

  /** What the kernel says about one line, at this moment. */
  public synchronized LineInfo line(int offset) throws IOException {
    if (closed) {
      throw new IOException(device + " is closed");
    }
    if (offset < 0 || offset >= info.lines()) {
      throw noSuchLine(Integer.toString(offset));
    }
    MemorySegment line = arena.allocate(LINE_INFO);
    line.set(ValueLayout.JAVA_INT, at(LINE_INFO, "offset"), offset);
    if (posix.ioctl(fd, GpioUapi.GET_LINE_INFO, line) < 0) {
      throw posix.errno() == Posix.ENODEV ? gone() : posix.failure("line info of " + device);
    }
    long flags = line.get(ValueLayout.JAVA_LONG, at(LINE_INFO, "flags"));
    return new LineInfo(
        offset,
        text(line, "name", LINE_INFO),
        text(line, "consumer", LINE_INFO),
        (flags & GpioUapi.USED) != 0,
        (flags & GpioUapi.OUTPUT) != 0);
  }

  /** All lines, in order of their offsets. */
  public List<LineInfo> lines() throws IOException {
    List<LineInfo> lines = new ArrayList<>();
    for (int offset = 0; offset < info.lines(); offset++) {
      lines.add(line(offset));
    }
    return lines;
  }

  /**
   * Finds a line by the kernel's name of it, else by {@code GPIOn}, n being the offset, else by the
   * offset itself. Some kernels name the header's lines by their second use ({@code TXD1} for 14),
   * so {@code GPIO14} must work without a line of that name; on the header's chip of every Pi the
   * offset is the BCM number.
   *
   * @throws GpioRefused with the names that there are
   */
  public int offsetOf(String line) throws IOException {
    for (LineInfo candidate : lines()) {
      if (!line.isEmpty() && candidate.name().equals(line)) {
        return candidate.offset();
      }
    }
    String number = line.startsWith("GPIO") ? line.substring("GPIO".length()) : line;
    if (number.matches("[0-9]{1,4}") && Integer.parseInt(number) < info.lines()) {
      return Integer.parseInt(number);
    }
    throw noSuchLine(line);
  }

  private GpioRefused noSuchLine(String line) throws IOException {
    List<String> names = new ArrayList<>();
    for (int offset = 0; offset < info.lines(); offset++) {
      String name = line(offset).name();
      names.add(name.isEmpty() ? Integer.toString(offset) : name);
    }
    return new GpioRefused(
        Kind.NO_SUCH_LINE,
        device.toString(),
        "there is no line '" + line + "' on " + info,
        "there is: " + String.join(" ", names));
  }

  /**
   * Requests an input with both edges.
   *
   * @param line name, GPIOn or offset
   * @param debounceUs edges closer than this are one; 0 for none
   * @throws GpioRefused naming who has the line, if somebody has
   */
  public GpioInput input(String line, Bias bias, int debounceUs) throws IOException {
    long flags = GpioUapi.INPUT | GpioUapi.EDGE_RISING | GpioUapi.EDGE_FALLING | bias.flag();
    LineRequest request = new LineRequest(offsetOf(line), flags);
    if (debounceUs > 0) {
      request.attribute(GpioUapi.ATTRIBUTE_DEBOUNCE, debounceUs);
    }
    return new GpioInput(request(line, request));
  }

  /** Requests an output whose first level is part of the request: there is none in between. */
  public GpioOutput output(String line, boolean initial) throws IOException {
    LineRequest request = new LineRequest(offsetOf(line), GpioUapi.OUTPUT);
    request.attribute(GpioUapi.ATTRIBUTE_OUTPUT_VALUES, initial ? 1 : 0);
    return new GpioOutput(request(line, request));
  }

  /**
   * Requests an output and keeps the level that the line is driven to, such as one that a killed
   * process left behind on a Pi. The level of a line that nobody drives says nothing: it floats, or
   * a pull resistor makes it.
   *
   * @param restHigh what a line becomes that nobody drives
   */
  public GpioOutput outputAsItIs(String line, boolean restHigh) throws IOException {
    int offset = offsetOf(line);
    // Without a direction the kernel leaves the line alone, and asks the chip which one it has.
    GpioLine asIs = request(line, new LineRequest(offset, 0));
    try {
      asIs.makeOutput(line(offset).output() ? asIs.level() : restHigh);
    } catch (IOException e) {
      asIs.close();
      throw e;
    }
    return new GpioOutput(asIs);
  }

  private synchronized GpioLine request(String line, LineRequest request) throws IOException {
    if (closed) {
      throw new IOException(device + " is closed");
    }
    String what = device + " line " + line;
    if (posix.ioctl(fd, GpioUapi.GET_LINE, request.segment()) < 0) {
      throw notGiven(what, request.offset(), posix.errno());
    }
    return new GpioLine(what, request.fd());
  }

  private IOException notGiven(String what, int offset, int errno) throws IOException {
    return switch (errno) {
      case Posix.EBUSY -> {
        String consumer = line(offset).consumer();
        yield new GpioRefused(
            Kind.BUSY,
            what,
            "in use by "
                + (consumer.isEmpty() ? "somebody who gave no name" : "'" + consumer + "'"),
            "end that program, or choose another line");
      }
      case Posix.EACCES, Posix.EPERM ->
          new GpioRefused(
              Kind.BUSY, what, "the kernel keeps this line for itself", "choose another line");
      case Posix.ENODEV -> gone(what);
      default ->
          new GpioRefused(
              Kind.UNSUPPORTED,
              what,
              "the chip does not do what was asked (errno " + errno + ")",
              "choose another line, or an outer pull resistor");
    };
  }

  private static String text(
      MemorySegment segment, String field, java.lang.foreign.StructLayout layout) {
    MemorySegment name = segment.asSlice(at(layout, field), GpioUapi.NAME_BYTES);
    int length = 0;
    while (length < GpioUapi.NAME_BYTES && name.get(ValueLayout.JAVA_BYTE, length) != 0) {
      length++;
    }
    return new String(
        name.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      posix.close(fd);
    }
  }
}
