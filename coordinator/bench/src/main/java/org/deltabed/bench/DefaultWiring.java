package org.deltabed.bench;

import java.nio.file.Path;
import org.deltabed.wire.FrameLayout;
import org.deltabed.wiring.Testbed;
import org.deltabed.wiring.TestbedFile;

/** The testbed of {@code wiring/virtual-5.yaml}, which is the default. */
final class DefaultWiring {

  /** Nodes of the default wiring, and the length of its frames; held to the file by a test. */
  static final int NODES = 5;

  static final int FRAME_BYTES_MAX = 96;

  private DefaultWiring() {}

  /** Without reading the file, for processes that are started for a measurement alone. */
  static FrameLayout frameLayout() {
    return new FrameLayout(NODES, FRAME_BYTES_MAX);
  }

  /** The checkout that the launcher belongs to. */
  static Path home() {
    return Path.of(System.getProperty("deltabed.home", "."));
  }

  static Path file() {
    return home().resolve("wiring/virtual-5.yaml");
  }

  static Testbed load() {
    return TestbedFile.load(file());
  }
}
