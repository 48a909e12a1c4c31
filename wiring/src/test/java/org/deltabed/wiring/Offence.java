package org.deltabed.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Breaks a description in one place and looks at what is said about it. */
final class Offence {
  static final Path VIRTUAL_5 = Path.of("virtual-5.yaml");

  private final BadInput error;

  private Offence(BadInput error) {
    this.error = error;
  }

  /** What is said of virtual-5 with {@code from}, which it must hold once, replaced. */
  static Offence replacing(String from, String to) throws IOException {
    String good = Files.readString(VIRTUAL_5);
    assertEquals(2, good.split(Pattern.quote(from), -1).length, from);
    return in(good.replace(from, to));
  }

  /** What is said of this description. */
  static Offence in(String yaml) {
    return in(yaml.getBytes(StandardCharsets.UTF_8));
  }

  static Offence in(byte[] yaml) {
    return new Offence(
        assertThrows(BadInput.class, () -> TestbedFile.of(StrictYaml.parse("t.yaml", yaml))));
  }

  static Offence loading(Path file) {
    return new Offence(assertThrows(BadInput.class, () -> TestbedFile.load(file)));
  }

  Offence inLine(int line) {
    assertEquals(line, error.line(), error.getMessage());
    String place = line > 0 ? error.file() + ":" + line + ": " : error.file() + ": ";
    assertEquals(place + error.rule() + " — " + error.remedy(), error.getMessage());
    return this;
  }

  Offence rule(String part) {
    assertTrue(error.rule().contains(part), error.getMessage());
    return this;
  }

  Offence remedy(String part) {
    assertTrue(error.remedy().contains(part), error.getMessage());
    return this;
  }
}
