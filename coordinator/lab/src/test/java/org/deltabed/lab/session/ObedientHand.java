package org.deltabed.lab.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deltabed.lab.testing.DeltabedProcess;
import org.deltabed.lab.virtual.HandReach;
import org.deltabed.wiring.BadInput;

/**
 * A person at a virtual bench: reads what the session says, and pulls and plugs what it asks for, a
 * little later. What it does when it is asked to pull can be replaced, since people do other things
 * as well.
 */
class ObedientHand implements Runnable {

  private static final Pattern PULL = Pattern.compile(">>> Pull the plug of node(\\d+) now");
  private static final Pattern PLUG = Pattern.compile(">>> Plug node(\\d+) back in");
  private static final long LOOK_MS = 20;

  private final DeltabedProcess session;
  private final Path socket;
  private final Random random = new Random(11);
  private final List<String> refusals = new ArrayList<>();
  private int linesRead;

  ObedientHand(DeltabedProcess session) {
    this.session = session;
    this.socket = session.session().resolve("hand.sock");
  }

  @Override
  public void run() {
    try {
      while (session.handle().isAlive()) {
        obey();
        Thread.sleep(LOOK_MS);
      }
    } catch (IOException e) {
      refusals.add(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void obey() throws IOException, InterruptedException {
    List<String> lines = session.output().lines().toList();
    for (; linesRead < lines.size(); linesRead++) {
      String line = lines.get(linesRead);
      Matcher pull = PULL.matcher(line);
      Matcher plug = PLUG.matcher(line);
      if (line.startsWith("--- ")) {
        runBegins();
      } else if (pull.find()) {
        Thread.sleep(random.nextInt(1_000));
        askedToPull(Integer.parseInt(pull.group(1)));
      } else if (plug.find()) {
        Thread.sleep(random.nextInt(300));
        does("plug", Integer.parseInt(plug.group(1)));
      }
    }
  }

  /** The session has begun another attempt. */
  void runBegins() {}

  /** Pulls it. */
  void askedToPull(int node) throws IOException, InterruptedException {
    does("pull", node);
  }

  /** Does something to a node; that it cannot be done is noted. */
  final void does(String what, int node) throws IOException {
    try {
      HandReach.to(socket, what, node);
    } catch (BadInput e) {
      refusals.add(e.getMessage());
    }
  }
}
