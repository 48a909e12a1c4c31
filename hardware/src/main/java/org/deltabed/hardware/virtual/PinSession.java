package org.deltabed.hardware.virtual;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * One client's connection to the board: a thread that reads its requests and one that writes
 * replies and edges, so that a client that stops reading cannot stop the board.
 */
final class PinSession {

  /** A client so far behind is disconnected. */
  private static final int BACKLOG_MAX = 1024;

  private static final String END = "";

  private final VirtualPinBoard board;
  private final LineChannel channel;
  private final BlockingQueue<String> outgoing = new ArrayBlockingQueue<>(BACKLOG_MAX);

  PinSession(VirtualPinBoard board, SocketChannel socket) {
    this.board = board;
    channel = new LineChannel(socket);
  }

  void start() {
    Thread.ofPlatform().daemon().name("pins-read").start(this::read);
    Thread.ofPlatform().daemon().name("pins-write").start(this::write);
  }

  /** Queues a line. Never blocks. */
  void tell(String line) {
    if (!outgoing.offer(line)) {
      close();
    }
  }

  private void read() {
    try {
      for (String line = channel.read(); line != null; line = channel.read()) {
        tell(board.answer(this, line));
      }
    } catch (IOException e) {
      // The client was killed, or talks nonsense: its lines keep their levels either way.
    } finally {
      board.forget(this);
      close();
    }
  }

  private void write() {
    try {
      for (String line = outgoing.take(); !line.equals(END); line = outgoing.take()) {
        channel.write(line);
      }
    } catch (IOException e) {
      close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void close() {
    channel.close();
    outgoing.clear();
    boolean ended = outgoing.offer(END);
    if (!ended) {
      throw new IllegalStateException("a cleared queue was full");
    }
  }
}
