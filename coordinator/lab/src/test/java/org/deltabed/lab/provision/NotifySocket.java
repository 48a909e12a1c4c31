package org.deltabed.lab.provision;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.deltabed.lab.testing.SystemTools;

/** The socket on which systemd would hear of a service; Java has no such sockets, Perl does. */
final class NotifySocket implements AutoCloseable {

  private static final String RECEIVER =
      """
      use Socket;
      $| = 1;
      socket(my $socket, AF_UNIX, SOCK_DGRAM, 0) or die $!;
      bind($socket, pack_sockaddr_un($ARGV[0])) or die $!;
      print "bound\\n";
      while (defined(recv($socket, my $message, 4096, 0))) { print "$message\\n"; }
      """;

  private final Path path;
  private final Process receiver;
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  NotifySocket(Path path) throws IOException, InterruptedException {
    SystemTools.require("the service notification", "perl");
    this.path = path;
    receiver =
        new ProcessBuilder("perl", "-e", RECEIVER, path.toString())
            .redirectErrorStream(true)
            .start();
    Thread.ofPlatform().daemon().name("notify-socket").start(this::listen);
    if (!next(20).equals("bound")) {
      throw new IOException("no socket");
    }
  }

  private void listen() {
    try (BufferedReader lines = receiver.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        heard.add(line);
      }
    } catch (IOException e) {
      heard.add(e.toString());
    }
  }

  Path path() {
    return path;
  }

  /** The next message, or "" if none comes in that time. */
  String next(long withinS) throws InterruptedException {
    String message = heard.poll(withinS, TimeUnit.SECONDS);
    return message == null ? "" : message;
  }

  /** Forgets what has come. */
  void drain() throws InterruptedException {
    Thread.sleep(100);
    heard.clear();
  }

  @Override
  public void close() {
    receiver.destroyForcibly();
  }
}
