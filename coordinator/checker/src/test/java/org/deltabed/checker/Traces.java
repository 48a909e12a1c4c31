package org.deltabed.checker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.deltabed.trace.JsonLinesWriter;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;

/**
 * The trace files of a campaign in the making: records are numbered as they come, and may be
 * changed before they are written.
 */
final class Traces {
  final TreeMap<String, List<TraceRecord>> files = new TreeMap<>();
  private final Map<String, Long> nextSeq = new HashMap<>();
  String run = "";

  /** Appends a record of a node, or of the witness when the node is 0. */
  void add(
      int node,
      int boot,
      Kind kind,
      long timeNs,
      int round,
      int slot,
      int peer,
      long a,
      long b,
      String data) {
    add(run, node, boot, kind, timeNs, round, slot, peer, a, b, data);
  }

  void add(
      String ofRun,
      int node,
      int boot,
      Kind kind,
      long timeNs,
      int round,
      int slot,
      int peer,
      long a,
      long b,
      String data) {
    long seq = nextSeq.merge(node + "-" + boot, 1L, Long::sum) - 1;
    files
        .computeIfAbsent(name(ofRun, node, boot), _ -> new ArrayList<>())
        .add(new TraceRecord(ofRun, node, boot, seq, timeNs, kind, round, slot, peer, a, b, data));
  }

  static String name(String run, int node, int boot) {
    return (run.isEmpty() ? "idle" : run)
        + (node == 0 ? "-lab" : "-n" + node + "-b" + boot)
        + ".jsonl";
  }

  long nextSeq(int node, int boot) {
    return nextSeq.getOrDefault(node + "-" + boot, 0L);
  }

  List<TraceRecord> file(String name) {
    List<TraceRecord> records = files.get(name);
    if (records == null) {
      throw new IllegalStateException("no file " + name + " in " + files.keySet());
    }
    return records;
  }

  /** Changes every record that fits; there must be one. */
  void change(Predicate<TraceRecord> which, UnaryOperator<TraceRecord> to) {
    long changed = 0;
    for (List<TraceRecord> records : files.values()) {
      for (int i = 0; i < records.size(); i++) {
        if (which.test(records.get(i))) {
          records.set(i, to.apply(records.get(i)));
          changed++;
        }
      }
    }
    if (changed == 0) {
      throw new IllegalStateException("no record fits");
    }
  }

  /**
   * Puts a record in after the last one of its file whose kind is given, and numbers the file's
   * boot anew.
   */
  void insertAfter(String name, Kind kind, TraceRecord inserted) {
    List<TraceRecord> records = file(name);
    int at = records.size() - 1;
    while (records.get(at).kind() != kind) {
      at--;
    }
    records.add(at + 1, inserted);
    renumber(inserted.node(), inserted.boot());
  }

  /**
   * Numbers the records of a boot without gaps, in the order of their numbers; RUN_END counts anew.
   */
  private void renumber(int node, int boot) {
    List<TraceRecord> all = new ArrayList<>();
    List<List<TraceRecord>> of = new ArrayList<>();
    files.values().stream()
        .filter(
            records ->
                !records.isEmpty()
                    && records.getFirst().node() == node
                    && records.getFirst().boot() == boot)
        .sorted((x, y) -> Long.compare(x.getFirst().seq(), y.getFirst().seq()))
        .forEach(of::add);
    if (of.size() > 2) {
      throw new IllegalStateException("insert only into campaigns of one run");
    }
    of.forEach(all::addAll);
    // Idle records before the run, the run, idle records after it.
    all.sort((x, y) -> Long.compare(x.timeNs(), y.timeNs()));
    Map<TraceRecord, Long> seqs = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      seqs.put(all.get(i), (long) i);
    }
    for (List<TraceRecord> records : of) {
      long first = seqs.get(records.getFirst());
      records.replaceAll(record -> seq(record, seqs.get(record), first));
    }
  }

  private static TraceRecord seq(TraceRecord r, long seq, long first) {
    long a = r.kind() == Kind.RUN_END ? seq - first + 1 : r.a();
    return new TraceRecord(
        r.run(),
        r.node(),
        r.boot(),
        seq,
        r.timeNs(),
        r.kind(),
        r.round(),
        r.slot(),
        r.peer(),
        a,
        r.b(),
        r.data());
  }

  /** Forgets what a node, or the witness as node 0, wrote in a run after a time. */
  void cut(String ofRun, int node, long untilNs) {
    for (List<TraceRecord> records : files.values()) {
      records.removeIf(
          record ->
              record.run().equals(ofRun) && record.node() == node && record.timeNs() > untilNs);
    }
    files.values().removeIf(List::isEmpty);
  }

  void write(Path folder) {
    try {
      Files.createDirectories(folder);
      for (var file : files.entrySet()) {
        try (JsonLinesWriter writer = new JsonLinesWriter(folder.resolve(file.getKey()))) {
          for (TraceRecord record : file.getValue()) {
            writer.write(record);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
