package org.deltabed.lab.docs;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.deltabed.protocol.catalogue.Protocol;

/** The table of all pages. */
final class ProtocolIndex {
  private ProtocolIndex() {}

  static String of(List<Protocol> protocols) {
    return "# Protocols\n\n"
        + "What can be run on a testbed and explored in the simulator, by id or by name. Each page"
        + " says what a component owes, what it assumes and stands on, where it departs from the page"
        + " that it is from and why, how long it takes at worst, and which mistakes it is tested"
        + " with.\n\n"
        + "| id | name | model | source | page |\n|---|---|---|---|---|\n"
        + protocols.stream()
            .sorted(Comparator.comparing(ProtocolIndex::place))
            .map(ProtocolIndex::row)
            .collect(Collectors.joining("\n"))
        + "\n";
  }

  /** B10 comes after B9. */
  private static String place(Protocol protocol) {
    return protocol.id().replaceFirst("(?<=^[A-Z])(?=[0-9](-|$))", "0");
  }

  private static String row(Protocol protocol) {
    String file = Headers.file(ProtocolPages.pageId(protocol));
    return String.join(
        " | ",
        "| " + protocol.id(),
        "`" + protocol.name() + "`",
        Prose.escaped(protocol.model().toString()),
        Prose.escaped(protocol.page()),
        "[" + file + "](" + file + ") |");
  }
}
