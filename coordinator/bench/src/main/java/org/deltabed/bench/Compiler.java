package org.deltabed.bench;

import java.util.List;

/** How a measuring process compiles. */
enum Compiler {
  /** As the JVM does by itself. */
  C2("C2", List.of()),
  /** As on a node: see {@code AgentLaunch}. */
  C1("C1, as on a node", List.of("-XX:TieredStopAtLevel=1"));

  final String text;
  final List<String> flags;

  Compiler(String text, List<String> flags) {
    this.text = text;
    this.flags = flags;
  }
}
