package org.deltabed.checker;

/**
 * What one node got from others, as columns: who sent it, its round or message number, when it was
 * delivered, where it is written.
 */
final class Receptions {
  private final Longs senders = new Longs();
  private final Longs keys = new Longs();
  private final Longs timesNs = new Longs();
  private final Longs lines = new Longs();

  void add(int sender, long key, long timeNs, long line) {
    senders.add(sender);
    keys.add(key);
    timesNs.add(timeNs);
    lines.add(line);
  }

  int sender(int position) {
    return (int) senders.get(position);
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
    return senders.size();
  }
}
