package org.deltabed.protocol.broadcast;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.ValueOrder;

/**
 * The page's {@code ack[m]}, a set of processes for each message, where a message is told by its
 * source and itself. Immutable; sorted like {@link MessageSet}; what has no process is not in it.
 */
public final class ProcessesByMessage implements Iterable<ProcessesByMessage.Entry> {
  /** A message and its processes. */
  public record Entry(Data message, ProcessSet processes) {
    @Override
    public String toString() {
      return message + "=" + processes;
    }
  }

  public static final ProcessesByMessage NONE = new ProcessesByMessage(List.of());

  private final List<Entry> entries;

  /** From a list that is sorted and that nobody changes. */
  private ProcessesByMessage(List<Entry> entries) {
    this.entries = entries;
  }

  public ProcessSet of(int source, Value message) {
    int at = find(new Data(source, message));
    return at < 0 ? ProcessSet.EMPTY : entries.get(at).processes();
  }

  public ProcessesByMessage with(int source, Value message, int process) {
    Data data = new Data(source, message);
    int at = find(data);
    ProcessSet before = at < 0 ? ProcessSet.EMPTY : entries.get(at).processes();
    if (before.contains(process)) {
      return this;
    }
    List<Entry> copy = new ArrayList<>(entries);
    if (at < 0) {
      copy.add(-at - 1, new Entry(data, ProcessSet.of(process)));
    } else {
      copy.set(at, new Entry(data, before.with(process)));
    }
    return new ProcessesByMessage(List.copyOf(copy));
  }

  public ProcessesByMessage without(int source, Value message) {
    int at = find(new Data(source, message));
    if (at < 0) {
      return this;
    }
    List<Entry> copy = new ArrayList<>(entries);
    copy.remove(at);
    return new ProcessesByMessage(List.copyOf(copy));
  }

  /** As {@link java.util.Collections#binarySearch}. */
  private int find(Data data) {
    int low = 0;
    int high = entries.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = ValueOrder.ORDER.compare(entries.get(middle).message(), data);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -low - 1;
  }

  @Override
  public Iterator<Entry> iterator() {
    return entries.iterator();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ProcessesByMessage table && entries.equals(table.entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  @Override
  public String toString() {
    return entries.toString();
  }
}
