package org.deltabed.lab.docs;

import java.util.List;
import java.util.stream.Collectors;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.catalogue.Variant;

/** The seeded mistakes of a protocol as a table. */
final class MistakeTable {
  private MistakeTable() {}

  static String of(Protocol protocol) {
    List<Variant> mistakes =
        Catalogue.variants().stream()
            .filter(variant -> variant.protocol().id().equals(protocol.id()))
            .toList();
    if (mistakes.isEmpty()) {
      return "None.";
    }
    String async =
        mistakes.stream().allMatch(Variant::showsInSlots)
            ? ""
            : " Those that do not show in slots need messages that overtake each other:"
                + " `--adversary async`.";
    return "`--variant` puts one of these into the protocol, to see that it is found."
        + async
        + "\n\n"
        + "| id | what is wrong | breaks | smallest n | with f | shows in slots |\n"
        + "|---|---|---|---|---|---|\n"
        + mistakes.stream().map(MistakeTable::row).collect(Collectors.joining("\n"));
  }

  private static String row(Variant mistake) {
    String breaks =
        mistake.breaks().stream().map(id -> "`" + id + "`").collect(Collectors.joining(", "));
    return String.join(
        " | ",
        "| `" + mistake.id() + "`",
        mistake.mistake().replace("|", "\\|"),
        breaks,
        String.valueOf(mistake.smallestN()),
        String.valueOf(mistake.smallestF()),
        (mistake.showsInSlots() ? "yes" : "no") + " |");
  }
}
