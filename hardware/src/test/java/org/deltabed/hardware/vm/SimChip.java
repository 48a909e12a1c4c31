package org.deltabed.hardware.vm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A GPIO chip of the kernel's simulator, and the other side of its lines: {@code pull} is what a
 * wire does to an input, {@code value} what a meter shows. See the kernel's {@code
 * admin-guide/gpio/gpio-sim.rst}.
 */
public final class SimChip implements AutoCloseable {

  private static final Path CONFIG = Path.of("/sys/kernel/config/gpio-sim");
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final ByteBuffer UP = direct("pull-up");
  private static final ByteBuffer DOWN = direct("pull-down");

  private final Path directory;
  private final Path lines;
  private final String name;
  private boolean live;

  private SimChip(Path directory) throws IOException {
    this.directory = directory;
    write(directory.resolve("live"), "1");
    live = true;
    name = Files.readString(directory.resolve("bank/chip_name")).trim();
    String device = Files.readString(directory.resolve("dev_name")).trim();
    lines = Path.of("/sys/devices/platform", device, name);
  }

  /** True where this process may make such chips. */
  public static boolean available() {
    return Files.isWritable(CONFIG);
  }

  /** Makes a chip with a label, and as many lines as names; a name may be "". */
  public static SimChip create(String label, String... names) throws IOException {
    Path directory = declare(label, names);
    return new SimChip(directory);
  }

  /** As {@link #create}, but the kernel itself has line 0 from the start. */
  public static SimChip createWithHog(String label, String consumer, String... names)
      throws IOException {
    Path directory = declare(label, names);
    Path hog = Files.createDirectories(directory.resolve("bank/line0/hog"));
    write(hog.resolve("name"), consumer);
    write(hog.resolve("direction"), "output-low");
    return new SimChip(directory);
  }

  private static Path declare(String label, String... names) throws IOException {
    Path directory = CONFIG.resolve("deltabed-" + COUNT.incrementAndGet());
    Path bank = directory.resolve("bank");
    Files.createDirectory(directory);
    Files.createDirectory(bank);
    write(bank.resolve("num_lines"), Integer.toString(names.length));
    write(bank.resolve("label"), label);
    for (int i = 0; i < names.length; i++) {
      Path line = Files.createDirectory(bank.resolve("line" + i));
      if (!names[i].isEmpty()) {
        write(line.resolve("name"), names[i]);
      }
    }
    return directory;
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.WRITE);
  }

  private static ByteBuffer direct(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
  }

  /** The kernel's name, such as {@code gpiochip0}. */
  public String name() {
    return name;
  }

  public Path device() {
    return Path.of("/dev", name);
  }

  private Path side(int line, String what) {
    return lines.resolve("sim_gpio" + line).resolve(what);
  }

  /** What an outer wire or resistor does to a line that is not driven by us. */
  public void pull(int line, boolean up) throws IOException {
    try (Puller puller = puller(line)) {
      puller.pull(up);
    }
  }

  /** The same, many times and fast. */
  public Puller puller(int line) throws IOException {
    return new Puller(FileChannel.open(side(line, "pull"), StandardOpenOption.WRITE));
  }

  /** The level of the line, whoever makes it. */
  public boolean value(int line) throws IOException {
    return Files.readString(side(line, "value")).startsWith("1");
  }

  /** Takes the chip away as if its adapter had been unplugged, also while lines are in use. */
  public void unplug() throws IOException {
    write(directory.resolve("live"), "0");
    live = false;
  }

  @Override
  public void close() throws IOException {
    if (live) {
      unplug();
    }
    Path bank = directory.resolve("bank");
    for (int i = 0; Files.exists(bank.resolve("line" + i)); i++) {
      Files.deleteIfExists(bank.resolve("line" + i + "/hog"));
      Files.delete(bank.resolve("line" + i));
    }
    Files.delete(bank);
    Files.delete(directory);
  }

  /** Pulls one line. */
  public record Puller(FileChannel file) implements AutoCloseable {

    public void pull(boolean up) throws IOException {
      file.write((up ? UP : DOWN).duplicate(), 0);
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
