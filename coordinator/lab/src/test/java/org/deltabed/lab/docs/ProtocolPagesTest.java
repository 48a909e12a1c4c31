package org.deltabed.lab.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deltabed.protocol.catalogue.Catalogue;
import org.junit.jupiter.api.Test;

/**
 * The pages say what the code says. What is explored for them takes half a minute, so all but two
 * protocols' explored numbers are left out here.
 */
class ProtocolPagesTest {
  private static final Path HOME = Path.of("../..");
  private static final Path PAGES = HOME.resolve("docs/protocols");
  private static final String REMEDY = "run ./deltabed protocols --pages docs/protocols";

  /** A row of explored numbers, the sentence below it, and the command with the same n and f. */
  private static final Pattern EXPLORED =
      Pattern.compile(
          "(?m)^(\\| \\d+ \\| \\d+ \\|.*|With more crashes .*\\n|\\./deltabed explore .*)\\n");

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

  @Test
  void thePagesAreThoseOfTheCode() throws IOException {
    Map<String, String> made = ProtocolPages.of(HOME, _ -> List.of());
    made.forEach(
        (name, text) -> assertEquals(withoutExplored(text), withoutExplored(read(name)), REMEDY));
    try (Stream<Path> files = Files.list(PAGES)) {
      assertEquals(
          made.keySet(),
          files
              .map(file -> file.getFileName().toString())
              .collect(Collectors.toCollection(TreeSet::new)),
          REMEDY);
    }
  }

  @Test
  void theExploredNumbersAreThoseOfTheSimulator() {
    for (String id : List.of("C2", "FS")) {
      String page = read(id.toLowerCase(Locale.ROOT) + ".md");
      for (Measured measured : Measured.of(Catalogue.find(id))) {
        assertTrue(page.contains(measured.row()), () -> REMEDY + ": " + measured.row());
      }
    }
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".md")).toList()) {
        Matcher link = LINK.matcher(Files.readString(file));
        while (link.find()) {
          assertTrue(Files.exists(PAGES.resolve(link.group(1))), file + ": " + link.group(1));
        }
      }
    }
  }

  private static String read(String name) {
    try {
      return Files.readString(PAGES.resolve(name));
    } catch (IOException e) {
      throw new AssertionError(name + " is missing: " + REMEDY, e);
    }
  }

  private static String withoutExplored(String text) {
    return EXPLORED.matcher(text).replaceAll("");
  }
}
