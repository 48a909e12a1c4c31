package org.deltabed.hardware.virtual;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * Lines of ASCII text over a socket, of bounded length in both directions. One thread may read
 * while others write.
 */
final class LineChannel implements AutoCloseable {

  /** A longer line, from a client or the board, ends the connection. */
  static final int LINE_BYTES_MAX = 256;

  private final SocketChannel channel;
  private final ByteBuffer in = ByteBuffer.allocate(1024).flip();
  private final byte[] line = new byte[LINE_BYTES_MAX];

  LineChannel(SocketChannel channel) {
    this.channel = channel;
  }

  /** The next line without its end, or null at the end of the connection. */
  String read() throws IOException {
    int length = 0;
    while (true) {
      if (!in.hasRemaining()) {
        in.clear();
        int count = channel.read(in);
        in.flip();
        if (count < 0) {
          return null;
        }
        continue;
      }
      byte next = in.get();
      if (next == '\n') {
        return new String(line, 0, length, StandardCharsets.US_ASCII);
      }
      if (length == LINE_BYTES_MAX) {
        throw new IOException("a line longer than " + LINE_BYTES_MAX + " bytes");
      }
      line[length++] = next;
    }
  }

  /** Writes a line; blocks while the other side does not read. */
  synchronized void write(String text) throws IOException {
    ByteBuffer out = ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.US_ASCII));
    if (out.remaining() > LINE_BYTES_MAX + 1) {
      throw new IOException("a line longer than " + LINE_BYTES_MAX + " bytes");
    }
    while (out.hasRemaining()) {
      channel.write(out);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }
}
