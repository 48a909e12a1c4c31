package org.deltabed.hardware.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deltabed.hardware.vm.NeedsGpioSim;
import org.deltabed.hardware.vm.SimChip;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** F11: a user who may not open the GPIO device is told which group to join, and that helps. */
@NeedsGpioSim
@Timeout(120)
class F11_NoPermissionTest {

  private static final String NOBODY = "65534";

  /** As Raspberry Pi OS numbers its group gpio; only that it is not ours matters here. */
  private static final int GPIO_GROUP = 986;

  @TempDir Path directory;
  private SimChip sim;

  @BeforeEach
  void make() throws IOException {
    sim = SimChip.create("forbidden", "GPIO0");
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    copyClasses(GpioOpenMain.class);
    copyClasses(GpioChips.class);
  }

  @AfterEach
  void remove() throws IOException {
    sim.close();
  }

  /** The project may stand where nobody else may look. */
  private void copyClasses(Class<?> one) throws IOException {
    String file = one.getName().replace('.', '/') + ".class";
    Path root = Path.of(one.getClassLoader().getResource(file).getPath());
    for (int i = 0; i < Path.of(file).getNameCount(); i++) {
      root = root.getParent();
    }
    try (Stream<Path> all = Files.walk(root.resolve("org/deltabed/hardware"))) {
      for (Path from : all.toList()) {
        Path to = directory.resolve(root.relativize(from).toString());
        if (Files.isDirectory(from)) {
          Files.createDirectories(to);
        } else {
          Files.copy(from, to);
        }
      }
    }
  }

  /** Opens chips as user nobody, who is in group gpio. */
  private List<String> open(String... chips) throws Exception {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY));
    command.add("--groups=" + GPIO_GROUP);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", directory.toString()));
    command.add(GpioOpenMain.class.getName());
    command.addAll(List.of(chips));
    Process process =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said.lines().toList();
  }

  @Test
  void theGroupIsNamedAndHelps() throws Exception {
    try (SimChip open = SimChip.create("allowed", "GPIO0")) {
      Files.setAttribute(open.device(), "unix:gid", GPIO_GROUP);
      Files.setPosixFilePermissions(open.device(), PosixFilePermissions.fromString("rw-rw----"));
      List<String> said = open(sim.device().toString(), sim.name(), "forbidden", "allowed");
      assertEquals(4, said.size(), said::toString);
      for (String line : said.subList(0, 3)) {
        assertTrue(line.startsWith("NO_PERMISSION " + sim.device() + ": no permission"), line);
        assertTrue(line.contains("join group gpio"), line);
      }
      assertEquals("open " + open.name() + " [allowed], 1 lines", said.get(3));
    }
  }
}
