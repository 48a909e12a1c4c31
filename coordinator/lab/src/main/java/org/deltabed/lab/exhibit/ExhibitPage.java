package org.deltabed.lab.exhibit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deltabed.simulator.exhibits.Exhibit;
import org.deltabed.simulator.exhibits.Flp;
import org.deltabed.simulator.exhibits.Scene;
import org.deltabed.simulator.flp.FlpPicture;
import org.deltabed.simulator.story.OperationPicture;
import org.deltabed.simulator.story.SpaceTime;

/** An exhibit as one HTML page that needs nothing else: its pictures are in it. */
public final class ExhibitPage {
  private static final String STYLE =
      """
      body{font:16px/1.5 "Helvetica Neue",Helvetica,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;
      margin:2rem auto;max-width:76rem;padding:0 1rem;color:#15202b;background:#fff}
      h1{font-size:1.6rem;margin-bottom:.2rem}
      h2{font-size:1.2rem;margin-top:2.5rem}
      p{max-width:46rem}
      .page,.broken{color:#546270}
      .picture{overflow-x:auto}
      @media (prefers-color-scheme:dark){body{color:#e4eaf0;background:#0f151b}
      .page,.broken{color:#9fadba}}
      """;

  private ExhibitPage() {}

  /**
   * Writes it as {@code <name>.html} into that folder, which is made if it is not there.
   *
   * @throws IOException if that cannot be done
   */
  public static Path write(Exhibit exhibit, Path folder) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(exhibit.name() + ".html");
    return Files.writeString(file, html(exhibit), StandardCharsets.UTF_8);
  }

  /** The text of the page. Same exhibit, same text. */
  public static String html(Exhibit exhibit) {
    StringBuilder html = new StringBuilder(1 << 16);
    html.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.append("<meta name=\"viewport\" content=\"width=device-width\">\n");
    html.append("<title>").append(escaped(exhibit.title())).append("</title>\n");
    html.append("<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n");
    html.append("<h1>").append(escaped(capital(exhibit.title()))).append("</h1>\n");
    html.append("<p class=\"page\">Page: ").append(escaped(exhibit.page())).append("</p>\n");
    int number = 1;
    for (Scene scene : exhibit.scenes()) {
      scene(html, number++, scene);
    }
    if (exhibit instanceof Flp flp) {
      html.append("<h2>The valences</h2>\n<div class=\"picture\">");
      html.append(FlpPicture.of(flp.run())).append("</div>\n");
    }
    return html.append("</body>\n</html>\n").toString();
  }

  private static void scene(StringBuilder html, int number, Scene scene) {
    html.append("<h2>").append(number).append(". ").append(escaped(scene.caption()));
    html.append("</h2>\n");
    paragraphs(html, scene.explanation());
    html.append("<div class=\"picture\">").append(SpaceTime.of(scene.execution()));
    html.append("</div>\n");
    OperationPicture.of(scene.execution())
        .ifPresent(
            operations ->
                html.append(
                        "<p>The same as operations, each from its invocation to its return:</p>\n")
                    .append("<div class=\"picture\">")
                    .append(operations.svg())
                    .append("</div>\n"));
    html.append("<p class=\"broken\">");
    html.append(escaped(ExhibitText.broken(scene.execution())).replace("\n", "<br>\n"))
        .append("</p>\n");
  }

  /** A paragraph for each line, with the indented lines that follow it. */
  private static void paragraphs(StringBuilder html, String text) {
    boolean isOpen = false;
    for (String line : text.lines().filter(l -> !l.isBlank()).toList()) {
      int indent = line.length() - line.stripLeading().length();
      html.append(!isOpen ? "<p>" : indent > 0 ? "<br>\n" : "</p>\n<p>");
      html.append("\u2002".repeat(indent)).append(escaped(line.strip()));
      isOpen = true;
    }
    html.append(isOpen ? "</p>\n" : "");
  }

  private static String capital(String title) {
    return title.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + title.substring(1);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
