package org.deltabed.simulator.flp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the page calls so: the state of every process, in which its proposal and all that it
 * received have gone, and the pool of messages that are on their way, the oldest first.
 */
final class Configuration {
  /** By rank. */
  final int[] locals;

  /** By rank: how many messages the process has sent. */
  final int[] sent;

  final List<Pending> pool;

  Configuration(int[] locals, int[] sent, List<Pending> pool) {
    this.locals = locals;
    this.sent = sent;
    this.pool = List.copyOf(pool);
  }

  /** The same without that message in the pool. */
  Configuration without(Pending message) {
    List<Pending> rest = new ArrayList<>(pool);
    rest.remove(message);
    return new Configuration(locals, sent, rest);
  }

  /** What it has in common with those that have the same future. */
  Key key() {
    long[] kinds = pool.stream().mapToLong(Pending::kind).sorted().toArray();
    long[] all = new long[locals.length + kinds.length];
    for (int p = 0; p < locals.length; p++) {
      all[p] = locals[p];
    }
    System.arraycopy(kinds, 0, all, locals.length, kinds.length);
    return new Key(all);
  }

  /** States and pool, whatever is older than what. */
  static final class Key {
    private final long[] all;

    private Key(long[] all) {
      this.all = all;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && Arrays.equals(all, key.all);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(all);
    }
  }
}
