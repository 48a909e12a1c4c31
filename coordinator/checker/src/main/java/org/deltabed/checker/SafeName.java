package org.deltabed.checker;

import java.util.regex.Pattern;

/** Ids that become parts of file names: no separators, no leading dot, short (F44). */
final class SafeName {
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

  private SafeName() {}

  static void require(String name, String what) {
    if (name == null || !SAFE.matcher(name).matches()) {
      throw new IllegalArgumentException(what + " must match " + SAFE.pattern());
    }
  }
}
