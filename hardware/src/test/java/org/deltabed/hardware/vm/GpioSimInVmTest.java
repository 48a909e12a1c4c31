package org.deltabed.hardware.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * Boots a small emulated PC whose kernel has the GPIO simulator and 16550 serial ports, and runs
 * there all tests with the tag {@value InVm#TAG}; each of them is one here. By hand: {@code
 * hardware/src/test/vm/run}.
 */
@Timeout(600)
class GpioSimInVmTest {

  private static final Path SCRIPTS = Path.of("src/test/vm").toAbsolutePath();
  private static final Path OUT = Path.of("target/vm").toAbsolutePath();
  private static final int SECONDS_MAX = 300;

  /** A class that is no longer found must not pass for one that succeeded. */
  private static final int TESTS_MIN = 45;

  @TestFactory
  Stream<DynamicTest> inTheVirtualMachine() throws Exception {
    Path kernel = kernel();
    Path results = OUT.resolve("results");
    Files.createDirectories(OUT);
    Files.deleteIfExists(results);
    long startNs = System.nanoTime();
    int code = run(boot(kernel), OUT.resolve("boot.log"));
    long seconds = (System.nanoTime() - startNs) / 1_000_000_000;
    String said = Files.exists(OUT.resolve("program.log")) ? read("program.log") : "";
    assertEquals(0, code, read("boot.log") + said);
    List<String> lines = Files.readAllLines(results);
    assertEquals(InVm.END, lines.removeLast(), said);
    assertTrue(lines.size() >= TESTS_MIN, "only " + lines.size() + " tests: " + lines);
    said.lines().filter(line -> line.startsWith("measured: ")).forEach(System.out::println);
    System.out.printf("%d tests in the virtual machine, %d s%n", lines.size(), seconds);
    return lines.stream().map(GpioSimInVmTest::asTest);
  }

  private static String read(String file) throws IOException {
    return Files.readString(OUT.resolve(file), StandardCharsets.UTF_8);
  }

  private static Path kernel() throws Exception {
    if (!onPath("qemu-system-x86_64")) {
      skip("qemu-system-x86_64 is not installed (apt install qemu-system-x86)");
    }
    Path found = Files.createTempFile("deltabed", "kernel");
    try {
      int code = run(List.of(SCRIPTS.resolve("kernel").toString(), "--find"), found);
      String said = Files.readString(found).trim();
      if (code != 0) {
        skip(said);
      }
      return Path.of(said);
    } finally {
      Files.delete(found);
    }
  }

  private static boolean onPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }

  /** Says so, and is a failure where CI is true. */
  private static void skip(String reason) {
    String missing = "GPIO and serial ports are NOT tested: " + reason;
    System.out.println(missing);
    Assertions.assertFalse("true".equals(System.getenv("CI")), missing);
    Assumptions.abort(missing);
  }

  private static List<String> boot(Path kernel) {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command = new ArrayList<>();
    command.add(SCRIPTS.resolve("boot").toString());
    command.add(kernel.toString());
    command.add(OUT.toString());
    command.add(Integer.toString(SECONDS_MAX));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Duser.home=/run/home",
            "-Djava.io.tmpdir=/run/tmp",
            "-D" + NeedsSerialPair.PROPERTY + "=/dev/ttyS1:/dev/ttyS2",
            "-cp",
            classPath));
    command.addAll(List.of(InVm.class.getName(), "/run/out/results"));
    return command;
  }

  private static int run(List<String> command, Path output) throws Exception {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start()
        .waitFor();
  }

  private static DynamicTest asTest(String line) {
    String[] fields = line.split("\t", -1);
    String name = fields[1] + "." + fields[2] + " (" + fields[3] + " ms)";
    return DynamicTest.dynamicTest(
        name, () -> assertEquals("SUCCESSFUL", fields[0], name + fields[4].replace("\\n", "\n")));
  }
}
