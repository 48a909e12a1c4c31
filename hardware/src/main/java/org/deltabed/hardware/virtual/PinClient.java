package org.deltabed.hardware.virtual;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.deltabed.hardware.DigitalInput.EdgeListener;

/** A node's connection to a {@link VirtualPinBoard} in another process. */
final class PinClient implements AutoCloseable {

  private static final long REPLY_MS_MAX = 5_000;

  private record Edge(String line, boolean high, long timeNs) {}

  private final LineChannel channel;
  private final BlockingQueue<String> replies = new LinkedBlockingQueue<>();
  private final BlockingQueue<Edge> edges = new LinkedBlockingQueue<>();
  private final Map<String, EdgeListener> watched = new ConcurrentHashMap<>();

  private PinClient(SocketChannel socket) {
    channel = new LineChannel(socket);
  }

  static PinClient connect(Path socket) throws IOException {
    PinClient client = new PinClient(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
    Thread.ofPlatform().daemon().name("pins-client").start(client::read);
    // A thread of its own, since a listener may drive an output and then waits for the reply.
    Thread.ofPlatform().daemon().name("pins-edges").start(client::dispatch);
    return client;
  }

  /** Watches a line and returns its level; edges after that go to the listener. */
  boolean input(String line, EdgeListener listener) throws IOException {
    watched.put(line, listener);
    return request("in " + line);
  }

  /**
   * Requests a line as output.
   *
   * @param initial the level to set with the request, or null to keep the present one
   * @return its level
   */
  boolean output(String line, Boolean initial) throws IOException {
    return request("out " + line + (initial == null ? " -" : initial ? " 1" : " 0"));
  }

  /** Drives a requested output; returns when the board has done it. */
  void set(String line, boolean high) throws IOException {
    boolean done = request("set " + line + (high ? " 1" : " 0"));
    if (done != high) {
      throw new IOException("the board did not set " + line);
    }
  }

  /** Gives a line back; its level stays. */
  void free(String line) throws IOException {
    watched.remove(line);
    request("free " + line);
  }

  private synchronized boolean request(String text) throws IOException {
    replies.clear();
    channel.write(text);
    String reply;
    try {
      reply = replies.poll(REPLY_MS_MAX, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      channel.close();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted: " + text, e);
    }
    if (reply == null) {
      channel.close(); // else the late reply would be taken for that to the next request
    }
    if (reply == null || !reply.startsWith("ok ")) {
      throw new IOException(text + ": " + (reply == null ? "no reply" : reply));
    }
    return reply.equals("ok 1");
  }

  private void read() {
    try {
      for (String line = channel.read(); line != null; line = channel.read()) {
        if (line.startsWith("edge ")) {
          String[] words = line.split(" ", -1);
          edges.add(new Edge(words[1], words[2].equals("1"), Long.parseLong(words[3])));
        } else {
          replies.add(line);
        }
      }
      replies.add("err the board is gone");
    } catch (IOException e) {
      replies.add("err the board is gone");
    } finally {
      channel.close();
    }
  }

  private void dispatch() {
    try {
      while (true) {
        Edge edge = edges.take();
        EdgeListener listener = watched.get(edge.line());
        if (listener != null) {
          listener.edge(edge.high(), edge.timeNs());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    channel.close();
  }
}
