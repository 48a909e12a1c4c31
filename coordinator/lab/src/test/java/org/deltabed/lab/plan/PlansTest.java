package org.deltabed.lab.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.junit.jupiter.api.Test;

/** There is a plan for every protocol, and all of them can be run. */
class PlansTest {
  private static final Path PLANS = Path.of("../plans");

  @Test
  void everyPlanIsReadWithoutError() throws IOException {
    try (Stream<Path> files = Files.list(PLANS)) {
      List<Path> plans = files.filter(file -> file.toString().endsWith(".yaml")).toList();
      for (Path plan : plans) {
        String name = plan.getFileName().toString().replace(".yaml", "");
        assertEquals(name, PlanFile.load(plan).name());
      }
    }
  }

  @Test
  void everyProtocolHasAPlanThatSaysWhatToSee() throws IOException {
    for (Protocol protocol : Catalogue.protocols()) {
      Path file = PLANS.resolve(protocol.id().toLowerCase(Locale.ROOT) + ".yaml");
      assertTrue(Files.exists(file), "write a plan " + file);
      assertEquals(protocol.id(), PlanFile.load(file).protocol());
      assertTrue(Files.readString(file).startsWith("# "), file + " does not say what to see");
    }
  }
}
