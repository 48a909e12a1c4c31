package org.deltabed.lab.docs;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deltabed.lab.Deltabed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages for the person at the bench can be followed: commands and files are as they say. */
class LabPageTest {

  private static final Path ROOT = Path.of("../..");
  private static final Pattern COMMAND =
      Pattern.compile("(?m)^\\./deltabed ([^\\n`]+)$|`\\./deltabed ([^`\\n]+)`");
  private static final Pattern FILE =
      Pattern.compile("\\b(?:wiring|coordinator/plans)/[A-Za-z0-9_/-]+\\.(?:yaml|md)");

  /** What the reader is told to make. */
  private static final Set<String> OF_THE_READER =
      Set.of("wiring/my-lab.yaml", "coordinator/plans/my-experiment.yaml");

  @ParameterizedTest
  @ValueSource(strings = {"docs/lab.md", "README.md", "wiring/README.md"})
  void everyCommandIsOne(String page) throws IOException {
    Matcher commands = COMMAND.matcher(Files.readString(ROOT.resolve(page)));
    while (commands.find()) {
      String line = commands.group(1) == null ? commands.group(2) : commands.group(1);
      List<String> words = Arrays.asList(line.replaceAll("\\s+#.*", "").trim().split("\\s+"));
      if (words.stream().noneMatch(word -> word.contains("...") || word.startsWith("<"))) {
        assertDoesNotThrow(
            () -> Deltabed.commandLine().parseArgs(words.toArray(String[]::new)),
            () -> page + ": ./deltabed " + line);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs/lab.md", "README.md", "wiring/README.md"})
  void everyFileIsThere(String page) throws IOException {
    Matcher files = FILE.matcher(Files.readString(ROOT.resolve(page)));
    while (files.find()) {
      String file = files.group();
      assertTrue(
          OF_THE_READER.contains(file) || Files.exists(ROOT.resolve(file)), page + ": " + file);
    }
  }
}
