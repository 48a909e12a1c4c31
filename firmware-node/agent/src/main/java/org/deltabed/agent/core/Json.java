package org.deltabed.agent.core;

import org.deltabed.trace.JsonText;

/** The few JSON texts that a node writes into its records. */
public final class Json {
  private static final int TEXT_MAX = 2000;

  private Json() {}

  /** An object with one string, cut to a length that a record holds. */
  public static String object(String name, String text) {
    String cut = text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX);
    return new JsonText(64 + cut.length())
        .ascii("{\"")
        .ascii(name)
        .ascii("\":")
        .string(cut)
        .ascii("}")
        .toString();
  }
}
