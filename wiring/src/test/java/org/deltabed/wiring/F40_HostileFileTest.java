package org.deltabed.wiring;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** F40: YAML tags, alias bombs, 100 MB files are rejected within limits. */
class F40_HostileFileTest {
  @TempDir Path dir;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: 1\nb: !!java.net.URL [http://example.org]\n",
        "a: 1\nb: !!str text\n",
        "a: 1\nb: !local {c: 1}\n",
        "a: 1\nb: ! text\n",
        "a: 1\n!!str b: 1\n",
        "# the first key's tag\n!!str b: 1\n",
      })
  void tags(String yaml) {
    Offence.in(yaml).inLine(2).rule("tag").remedy("remove");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: 1\nb: &x [1]\n", "a: 1\nb: &x {c: 1}\n", "a: 1\n&x b: 1\n"})
  void anchors(String yaml) {
    Offence.in(yaml).inLine(2).rule("anchor");
  }

  @Test
  void aliases() {
    Offence.in("a: 1\nb: *x\n").inLine(2).rule("alias");
    Offence.in("a: 1\n<<: *x\n").inLine(2).rule("alias");
  }

  @Test
  void aliasBombIsRefusedAtItsFirstAnchor() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [lol, lol]\n");
    for (int i = 1; i < 60; i++) {
      String ten = ("*a" + (i - 1) + ", ").repeat(10);
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ten));
    }
    Offence.in(bomb.toString()).inLine(1).rule("anchor");
  }

  @Test
  void hundredMegabytesAreRefusedByTheirSizeUnread() throws IOException {
    Path file = dir.resolve("large.yaml");
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(100 << 20);
    }
    // A reader that stopped at the limit could not name the whole size.
    Offence.loading(file).inLine(0).rule("has 104857600 bytes").rule("1048576");
  }

  @Test
  void oneByteTooMany() {
    byte[] bytes = "#".repeat(StrictYaml.BYTES_MAX + 1).getBytes(StandardCharsets.UTF_8);
    Offence.in(bytes).inLine(0).rule("1048577 bytes");
  }

  @Test
  void notAFile() {
    Offence.loading(dir).inLine(0).rule("not a regular file");
    Offence.loading(dir.resolve("none.yaml")).inLine(0).rule("no such file");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void endlessDevice() {
    Offence.loading(Path.of("/dev/zero")).rule("not a regular file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? ", "{? ", "[{", "[[a, "})
  void deepNestingUpToTheLargestFile(String step) {
    String deep = step.repeat(StrictYaml.BYTES_MAX / step.length());
    Offence.in(deep).inLine(1);
  }

  @Test
  void nestedOnceTooDeep() {
    Offence.in("[".repeat(33) + "]".repeat(33)).inLine(1).rule("deeper than 32");
    Offence.in("[".repeat(32) + "]".repeat(32)).rule("must be of type object");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "'", "a", "a: ", "#", "\t", "|\n ", "%", "-", "1", "\n", "---\n"})
  void oneThingUpToTheLargestFile(String thing) {
    Offence.in(thing.repeat(StrictYaml.BYTES_MAX / thing.length()));
  }

  @Test
  void longNumbers() {
    Offence.in("name: a\nbus: " + "9".repeat(1_000_000)).inLine(2).rule("too long").remedy("18");
    Offence.in("name: a\nbus: 1e" + "9".repeat(1_000)).inLine(2).rule("too long");
  }

  @Test
  void notText() {
    byte[] latin1 = "# one\n# caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    Offence.in(latin1).inLine(2).rule("UTF-8");
    Offence.in("a: \0\n").rule("is not YAML");
  }

  @Test
  void moreOrLessThanOneDocument() {
    Offence.in("").rule("is empty");
    Offence.in("# nothing\n").rule("is empty");
    Offence.in("a: 1\n---\nb: 2\n").inLine(2).rule("second document");
  }

  @Test
  void brokenSyntaxNamesItsLine() {
    Offence.in("a: 1\nb: [1, 2\nc: 3\n").inLine(3).rule("is not YAML");
    Offence.in("a: 1\n[1]: 2\n").inLine(2).rule("key is not plain text");
  }

  /** Whatever a file holds, it is a testbed or a {@link BadInput}, and nothing else is thrown. */
  @Test
  void damagedDescriptions() throws IOException {
    byte[] good = Files.readAllBytes(Offence.VIRTUAL_5);
    Random random = new Random(40);
    for (int i = 0; i < 3_000; i++) {
      byte[] damaged = good.clone();
      for (int k = random.nextInt(4); k >= 0; k--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      loadOrRefuse(damaged);
      loadOrRefuse(Arrays.copyOf(good, random.nextInt(good.length)));
    }
  }

  private static void loadOrRefuse(byte[] yaml) {
    try {
      TestbedFile.of(StrictYaml.parse("t.yaml", yaml));
    } catch (BadInput _) {
      // refused: that is the other of the two
    }
  }
}
