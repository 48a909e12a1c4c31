package org.deltabed.lab.report;

import java.nio.file.*;

public class WriteSamples {
  public static void main(String[] a) throws Exception {
    for (var e :
        java.util.Map.of(
                "demo", Samples.demo(), "violated", Samples.violated(), "broken", Samples.broken())
            .entrySet()) {
      long t = System.nanoTime();
      Path p = Report.write(e.getValue().write(Path.of("/tmp/r/out", e.getKey())));
      System.out.println(p + " " + Files.size(p) + " " + (System.nanoTime() - t) / 1000000 + " ms");
    }
  }
}
