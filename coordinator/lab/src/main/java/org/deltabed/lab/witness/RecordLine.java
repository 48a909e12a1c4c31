package org.deltabed.lab.witness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.deltabed.trace.JsonLinesWriter;
import org.deltabed.trace.TraceRecord;

/** One record of the witness as the line that it is sent as. For one thread. */
public final class RecordLine {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final JsonLinesWriter writer = new JsonLinesWriter(bytes);

  /** The line, without its end. */
  public String of(TraceRecord record) {
    try {
      bytes.reset();
      writer.write(record);
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a byte array does not fail
    }
    String json = bytes.toString(StandardCharsets.UTF_8).strip();
    return "{\"run\":\"" + record.run() + "\",\"record\":" + json + "}";
  }
}
