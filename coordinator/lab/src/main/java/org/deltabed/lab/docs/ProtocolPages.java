package org.deltabed.lab.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;

/** One page for each component, with all its forms; their pictures; and an index. */
public final class ProtocolPages {
  private static final String NOTE =
      "<!-- Made by: ./deltabed protocols --pages docs/protocols -->\n\n";

  private final Path home;
  private final Headers headers;
  private final Function<Protocol, List<Measured>> measure;

  private ProtocolPages(Path home, Function<Protocol, List<Measured>> measure) throws IOException {
    this.home = home;
    this.measure = measure;
    headers = new Headers(home);
  }

  /**
   * Writes them all.
   *
   * @param home the checkout, whose sources are read
   */
  public static void write(Path home, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> file : of(home, Measured::of).entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
  }

  /**
   * All files by name.
   *
   * @param measure finds the worst of every schedule of a protocol, which takes its time
   */
  static Map<String, String> of(Path home, Function<Protocol, List<Measured>> measure)
      throws IOException {
    return new ProtocolPages(home, measure).files();
  }

  private Map<String, String> files() {
    Map<String, List<Protocol>> byPage = new TreeMap<>();
    for (Protocol protocol : Catalogue.protocols()) {
      byPage.computeIfAbsent(pageId(protocol), _ -> new ArrayList<>()).add(protocol);
    }
    Map<String, String> files = new TreeMap<>();
    files.put("README.md", NOTE + ProtocolIndex.of(Catalogue.protocols()));
    byPage.forEach((id, forms) -> page(id, forms, files));
    return files;
  }

  static String pageId(Protocol protocol) {
    return protocol.id().replaceFirst("-.*", "");
  }

  private void page(String pageId, List<Protocol> forms, Map<String, String> files) {
    List<Header> parts =
        headers.all().stream()
            .filter(header -> header.pageId().equals(pageId))
            .filter(header -> forms.stream().noneMatch(form -> form.id().equals(header.id())))
            .toList();
    boolean isAlone = forms.size() + parts.size() == 1;
    StringBuilder page = new StringBuilder(NOTE);
    page.append("# ");
    page.append(
        isAlone
            ? title(pageId, headers.of(forms.getFirst()).title())
            : Stream.concat(forms.stream().map(Protocol::id), parts.stream().map(Header::id))
                    .collect(Collectors.joining(", "))
                + "\n\n");
    for (Protocol form : forms) {
      Header header = headers.of(form);
      Example example = Example.of(form);
      files.put(form.id().toLowerCase(Locale.ROOT) + ".svg", example.picture());
      if (!isAlone) {
        String name = header.id().equals(form.id()) ? header.title() : form.title();
        page.append("## ").append(title(form.id(), name));
      }
      Chapter chapter = new Chapter(home, headers, header, isAlone);
      page.append(chapter.of(form, measure.apply(form), example));
    }
    for (Header part : parts) {
      page.append("## ").append(title(part.id(), part.title()));
      page.append(new Chapter(home, headers, part, false).ofPart());
    }
    page.append("[All protocols](README.md)\n");
    files.put(Headers.file(pageId), page.toString());
  }

  private static String title(String id, String title) {
    return id + ": " + Prose.escaped(title) + "\n\n";
  }
}
