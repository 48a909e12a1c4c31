package org.deltabed.hardware.testing;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines for test programs that run in a JVM of their own. */
public final class ChildJvm {

  private ChildJvm() {}

  /** Runs {@code main} with the class path of this test. */
  public static List<String> command(Class<?> main, String... arguments) {
    List<String> argv = new ArrayList<>();
    argv.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    argv.addAll(
        List.of("-Xmx32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp"));
    argv.add(System.getProperty("surefire.test.class.path", classPath()));
    argv.add(main.getName());
    argv.addAll(List.of(arguments));
    return argv;
  }

  private static String classPath() {
    return System.getProperty("java.class.path") + File.pathSeparator + ".";
  }
}
