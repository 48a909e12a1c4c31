package org.deltabed.lab.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A real browser for one page: its DOM, what it wrote to the console, what it asked a network. */
final class Chromium {
  private static final Pattern URL =
      Pattern.compile("\"url\":\"((?:https?|wss?)://([^/\":]+)[^\"]*)\"");

  /** The browser's own calls home, which no page causes. */
  private static final Pattern VENDOR =
      Pattern.compile("(?:.*\\.)?(?:google|googleapis|gvt1)\\.com");

  /** What came of a page. */
  record Visit(String dom, List<String> console, List<String> requests) {}

  private final Path program;

  private Chromium(Path program) {
    this.program = program;
  }

  /** The browser of this machine, if there is one on the PATH. */
  static Optional<Chromium> find() {
    return Stream.of(System.getenv("PATH").split(Pattern.quote(java.io.File.pathSeparator), -1))
        .flatMap(
            folder ->
                Stream.of("chromium", "chromium-browser", "google-chrome")
                    .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Chromium::new);
  }

  /** Opens a file; {@code folder} takes the browser's own files. */
  Visit visit(Path page, Path folder) throws IOException, InterruptedException {
    Path dom = folder.resolve("dom.html");
    Path log = folder.resolve("log.txt");
    Path network = folder.resolve("network.json");
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + folder.resolve("profile"),
                "--enable-logging=stderr",
                "--log-net-log=" + network,
                "--dump-dom",
                page.toUri().toString())
            .redirectOutput(dom.toFile())
            .redirectError(log.toFile())
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new IllegalStateException("the browser did not end within 60 s");
    }
    return new Visit(Files.readString(dom), console(log), requests(network));
  }

  private static List<String> console(Path log) throws IOException {
    String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    return text.lines().filter(line -> line.contains("CONSOLE")).toList();
  }

  private static List<String> requests(Path network) throws IOException {
    TreeSet<String> urls = new TreeSet<>();
    URL.matcher(Files.readString(network))
        .results()
        .filter(url -> !VENDOR.matcher(url.group(2)).matches())
        .forEach(url -> urls.add(url.group(1)));
    return List.copyOf(urls);
  }
}
