package org.deltabed.hardware.gpio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deltabed.hardware.gpio.GpioRefused.Kind;

/** Finds the GPIO chips of this machine. */
public final class GpioChips {

  private static final Path DEV = Path.of("/dev");
  private static final String PREFIX = "gpiochip";

  private GpioChips() {}

  /**
   * The label of the chip that a board's 40-pin header is connected to; on it a line's offset is
   * its BCM number. From the kernel's drivers: {@code pinctrl-rp1.c} (Pi 5), {@code
   * pinctrl-bcm2835.c} (the others; it has one label for the Pi 4). A label does not change, while
   * the number did: the header of a Pi 5 was {@code gpiochip4} until 2024 and is {@code gpiochip0}
   * since (raspberrypi/linux#6144).
   *
   * @param board pi3, pi4, pi5 or zero2w
   * @throws IllegalArgumentException for any other: its chip must be named
   */
  public static String headerOf(String board) {
    return switch (board) {
      case "pi5" -> "pinctrl-rp1";
      case "pi4" -> "pinctrl-bcm2711";
      case "pi3", "zero2w" -> "pinctrl-bcm2835";
      default -> throw new IllegalArgumentException("no known header chip on board " + board);
    };
  }

  /** The chips that this user may open, in order of their numbers. */
  public static List<ChipInfo> list() throws IOException {
    List<ChipInfo> chips = new ArrayList<>();
    for (Path device : devices()) {
      try (GpioChip chip = GpioChip.open(device)) {
        chips.add(chip.info());
      } catch (GpioRefused e) {
        // Not ours, or just gone: not in the list.
      }
    }
    return chips;
  }

  private static List<Path> devices() throws IOException {
    try (Stream<Path> files = Files.list(DEV)) {
      return files
          .filter(file -> number(file) >= 0)
          .sorted(Comparator.comparingInt(GpioChips::number))
          .toList();
    }
  }

  /** The number in {@code gpiochip7}, or -1 for another file. */
  private static int number(Path device) {
    String name = device.getFileName().toString();
    return name.matches(PREFIX + "[0-9]{1,6}")
        ? Integer.parseInt(name.substring(PREFIX.length()))
        : -1;
  }

  /**
   * Opens a chip.
   *
   * @param chip path ({@code /dev/gpiochip0}), name ({@code gpiochip0}), number ({@code 0}) or
   *     label ({@code pinctrl-rp1})
   * @throws GpioRefused with the chips that there are, or the group to join (F11)
   */
  public static GpioChip open(String chip) throws IOException {
    if (chip.startsWith("/")) {
      return GpioChip.open(Path.of(chip));
    }
    String name = chip.matches("[0-9]+") ? PREFIX + chip : chip;
    if (Files.exists(DEV.resolve(name))) {
      return GpioChip.open(DEV.resolve(name));
    }
    GpioRefused forbidden = null;
    for (Path device : devices()) {
      try {
        GpioChip candidate = GpioChip.open(device);
        if (candidate.info().label().equals(chip)) {
          return candidate;
        }
        candidate.close();
      } catch (GpioRefused e) {
        // A label can only be read from the open device: this may be the one.
        forbidden = e.kind() == Kind.NO_PERMISSION ? e : forbidden;
      }
    }
    throw forbidden != null ? forbidden : noSuchChip(chip);
  }

  static GpioRefused noSuchChip(String chip) throws IOException {
    String there = list().stream().map(ChipInfo::toString).collect(Collectors.joining("; "));
    return new GpioRefused(
        Kind.NO_SUCH_CHIP,
        DEV.toString(),
        "there is no GPIO chip '" + chip + "'",
        there.isEmpty()
            ? "this machine has no GPIO chip that this user may open"
            : "there is: " + there);
  }
}
