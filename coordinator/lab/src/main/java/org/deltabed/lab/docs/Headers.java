package org.deltabed.lab.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.deltabed.protocol.catalogue.Protocol;

/** The headers of all components, read from their sources. */
final class Headers {
  private static final String SOURCES = "firmware-node/protocol/src/main/java";

  private final List<Header> all = new ArrayList<>();

  /**
   * Reads them.
   *
   * @param home the checkout
   */
  Headers(Path home) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(home.resolve(SOURCES))) {
      files = walk.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
    for (Path file : files) {
      String text = Files.readString(file);
      if (Header.isIn(text)) {
        all.add(Header.read(home.relativize(file).toString().replace('\\', '/'), text));
      }
    }
  }

  List<Header> all() {
    return all;
  }

  /**
   * The header of that id; else, where a form is another composition, that of its top component.
   */
  Header of(Protocol protocol) {
    return all.stream()
        .filter(header -> header.id().equals(protocol.id()))
        .findFirst()
        .or(() -> of(Tower.component(protocol.composition().top())))
        .orElseThrow(() -> new IllegalArgumentException("no header for " + protocol.id()));
  }

  Optional<Header> of(String component) {
    return all.stream().filter(header -> header.component().equals(component)).findFirst();
  }

  /** Where a component is described, as an address from another page; empty if nowhere. */
  String address(String component) {
    return of(component).map(header -> file(header.pageId())).orElse("");
  }

  /** The name of a page's file. */
  static String file(String pageId) {
    return pageId.toLowerCase(Locale.ROOT) + ".md";
  }
}
