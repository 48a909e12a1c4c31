package org.deltabed.lab.provision.deb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/** Compresses as well as gzip can, and says so in its header, which lintian looks at. */
public final class Gzip {

  private Gzip() {}

  /** The compressed bytes. */
  public static byte[] best(byte[] content) throws IOException {
    GzipParameters best = new GzipParameters();
    best.setCompressionLevel(Deflater.BEST_COMPRESSION);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GzipCompressorOutputStream gzip = new GzipCompressorOutputStream(out, best)) {
      gzip.write(content);
    }
    return out.toByteArray();
  }
}
