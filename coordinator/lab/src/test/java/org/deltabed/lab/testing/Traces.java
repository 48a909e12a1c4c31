package org.deltabed.lab.testing;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deltabed.trace.JsonLinesReader;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;

/** What stands in the trace files of a campaign. */
public final class Traces {

  private Traces() {}

  /** All records of the files whose names match the pattern, such as {@code r01-n*.jsonl}. */
  public static List<TraceRecord> read(Path campaign, String files) throws IOException {
    List<TraceRecord> records = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(campaign.resolve("trace"), files)) {
      for (Path file : found) {
        records.addAll(JsonLinesReader.readAll(file));
      }
    }
    return records;
  }

  /** Those of one kind. */
  public static List<TraceRecord> read(Path campaign, String files, Kind kind) throws IOException {
    return read(campaign, files).stream().filter(record -> record.kind() == kind).toList();
  }
}
