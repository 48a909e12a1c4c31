package org.deltabed.protocol.memory;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Keyed;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.ValueOrder;
import org.deltabed.protocol.Version;

/**
 * What a replica of a key-value store holds: for each key the newest version that it was told of.
 * Immutable; sorted by key, so that equal contents are equal states.
 */
public final class VersionsByKey {
  public static final VersionsByKey NONE = new VersionsByKey(List.of());

  private final List<Keyed> entries;

  private VersionsByKey(List<Keyed> entries) {
    this.entries = entries;
  }

  /** The version of that key, {@link Version#NONE} if there is none. */
  public Version of(Value key) {
    int at = find(key);
    return at < 0 ? Version.NONE : (Version) entries.get(at).message();
  }

  public VersionsByKey with(Value key, Version version) {
    List<Keyed> more = new ArrayList<>(entries);
    int at = find(key);
    if (at < 0) {
      more.add(-at - 1, new Keyed(key, version));
    } else {
      more.set(at, new Keyed(key, version));
    }
    return new VersionsByKey(List.copyOf(more));
  }

  /** As {@link java.util.Collections#binarySearch}. */
  private int find(Value key) {
    int low = 0;
    int high = entries.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = ValueOrder.ORDER.compare(entries.get(middle).key(), key);
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
  public boolean equals(Object other) {
    return other instanceof VersionsByKey versions && entries.equals(versions.entries);
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
