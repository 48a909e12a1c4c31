package org.deltabed.wiring;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was probably meant. */
final class Spelling {
  private static final int EDITS_MAX = 3;
  private static final int CHARS_MAX = 64;

  private Spelling() {}

  /** The known word within three edits of {@code word}, letter case aside. */
  static Optional<String> nearest(String word, Collection<String> known) {
    if (word.length() > CHARS_MAX) {
      return Optional.empty();
    }
    return known.stream()
        .filter(k -> edits(word, k) <= Math.min(EDITS_MAX, k.length() / 2))
        .min(Comparator.comparingInt(k -> edits(word, k)));
  }

  /** Levenshtein's distance, letter case aside. */
  private static int edits(String from, String to) {
    String a = from.toLowerCase(Locale.ROOT);
    String b = to.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
