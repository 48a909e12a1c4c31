package org.deltabed.lab.cli;

import java.nio.file.Path;

/** Where the checkout is that the launcher belongs to. */
final class Home {

  private Home() {}

  /** The launcher's folder; the current one where there is no launcher. */
  static Path path() {
    return Path.of(System.getProperty("deltabed.home", "."));
  }

  /** The path as a person in the current folder would write it. */
  static Path shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path whole = path.toAbsolutePath().normalize();
    return whole.startsWith(here) ? here.relativize(whole) : whole;
  }
}
