package org.deltabed.checker;

/**
 * Times by an ascending key, such as the message number or the round. Keys are nearly always dense,
 * so a look-up is one guess.
 */
final class KeyedTimes {
  private final Longs keys = new Longs();
  private final Longs timesNs = new Longs();
  private final Longs lines = new Longs();

  /** Adds a key; one that is not above the last is left out, so the first time of a key counts. */
  void add(long key, long timeNs, long line) {
    if (keys.isEmpty() || key > keys.last()) {
      keys.add(key);
      timesNs.add(timeNs);
      lines.add(line);
    }
  }

  /** Position of a key, or -1. */
  int find(long key) {
    if (keys.isEmpty() || key < keys.get(0) || key > keys.last()) {
      return -1;
    }
    long guess = key - keys.get(0);
    if (guess < keys.size() && keys.get((int) guess) == key) {
      return (int) guess;
    }
    int low = 0;
    int high = keys.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (keys.get(middle) == key) {
        return middle;
      }
      if (keys.get(middle) < key) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  long key(int position) {
    return keys.get(position);
  }

  long timeNs(int position) {
    return timesNs.get(position);
  }

  long line(int position) {
    return lines.get(position);
  }

  int size() {
    return keys.size();
  }
}
