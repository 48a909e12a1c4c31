package org.deltabed.bench;

import java.util.List;

/** How a measuring process compiles. */
enum Compiler {
  /** As the JVM does by itself. */
  C2("C2"),
  /** As on a node: see {@code AgentLaunch}. */
  C1("C1, as on a node", "-XX:TieredStopAtLevel=1");

  final String text;
  private final String flag;

  Compiler(String text) {
    this(text, "");
  }

  Compiler(String text, String flag) {
    this.text = text;
    this.flag = flag;
  }

  /** For the command line of its Java. */
  List<String> flags() {
    return flag.isEmpty() ? List.of() : List.of(flag);
  }
}
