package org.deltabed.checker;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.deltabed.protocol.catalogue.Model;

/**
 * Who is faulty in a run, by node id: a node that crashes and misbehaves is one.
 *
 * @param crashed by the witness's evidence
 * @param misbehaving by the plan
 * @param max f, how many the plan allows for
 */
record Faulty(SortedSet<Integer> crashed, SortedSet<Integer> misbehaving, int max) {
  Faulty {
    crashed = Collections.unmodifiableSortedSet(new TreeSet<>(crashed));
    misbehaving = Collections.unmodifiableSortedSet(new TreeSet<>(misbehaving));
  }

  static Faulty of(RunTrace trace, Crashes crashes, int max) {
    SortedSet<Integer> crashed = new TreeSet<>();
    crashes.findings().forEach(crash -> crashed.add(crash.node()));
    return new Faulty(crashed, new TreeSet<>(trace.run().byzantine().keySet()), max);
  }

  SortedSet<Integer> nodes() {
    SortedSet<Integer> all = new TreeSet<>(crashed);
    all.addAll(misbehaving);
    return all;
  }

  boolean isMoreThanF() {
    return nodes().size() > max;
  }

  /** Whether nothing at all is promised: a Byzantine model counts whoever is faulty (F47). */
  boolean isOutside(Model model) {
    return isMoreThanF() && (model.isByzantine() || !misbehaving.isEmpty());
  }
}
