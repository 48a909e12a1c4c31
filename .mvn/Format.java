import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Checks (or, with the argument {@code write}, applies) google-java-format on every source of the project. */
public final class Format {
  public static void main(String[] args) throws Exception {
    boolean write = args.length > 0 && args[0].equals("write");
    var formatter = new Formatter(JavaFormatterOptions.builder().build());
    List<Path> differ = new ArrayList<>();
    boolean broken = false;
    for (Path file : sources()) {
      String text = Files.readString(file);
      String formatted;
      try {
        String ordered = ImportOrderer.reorderImports(text, JavaFormatterOptions.Style.GOOGLE);
        formatted = formatter.formatSource(RemoveUnusedImports.removeUnusedImports(ordered));
      } catch (FormatterException e) {
        System.err.println("not Java: " + file + ":" + e.getMessage());
        broken = true; // the others are still looked at
        continue;
      }
      if (formatted.equals(text)) {
        continue;
      }
      differ.add(file);
      if (write) {
        Files.writeString(file, formatted);
      }
    }
    if (!differ.isEmpty() && !write) {
      differ.forEach(file -> System.err.println("not formatted: " + file));
      System.err.println("remedy: ./mvnw -q -N -Pformat process-sources");
    }
    if (broken || !differ.isEmpty() && !write) {
      System.exit(1);
    }
  }

  private static List<Path> sources() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String top : List.of("wiring", "hardware", "firmware-node", "coordinator")) {
      try (Stream<Path> walk = Files.walk(Path.of(top))) {
        walk.filter(path -> path.toString().endsWith(".java"))
            .filter(path -> !path.toString().contains("/target/"))
            .forEach(files::add);
      }
    }
    return files;
  }
}
