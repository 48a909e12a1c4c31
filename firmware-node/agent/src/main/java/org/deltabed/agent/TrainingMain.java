package org.deltabed.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.deltabed.hardware.virtual.BusSettings;
import org.deltabed.hardware.virtual.LineObserver;
import org.deltabed.hardware.virtual.VirtualBus;
import org.deltabed.wiring.BusSpec;
import org.deltabed.wiring.ResolvedTestbedReader;
import org.deltabed.wiring.Testbed;

/**
 * {@code CONFIG CACHE}: makes the AOT cache of a node's agent on the node itself, since it is bound
 * to this Java and these jars. An agent lives through a start, some cycles with one other agent on
 * a virtual bus of the testbed's own speed, and an orderly end; its Java remembers what that took.
 * Nothing is kept of it but the cache: bus key, spools and session are its own, and there is no
 * broker. Exit code 0 if the cache was made.
 */
public final class TrainingMain {
  private static final int NODES_MAX = 2;
  private static final int FRAMES = 30;
  private static final long FRAMES_S_MAX = 60;

  /** Two programs that start at once on one small machine keep no time as two machines do. */
  private static final long JITTER_NS = 20_000_000;

  private static final long END_S_MAX = 180; // the cache is put together before the process ends

  private TrainingMain() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length != 2) {
      System.err.println("usage: deltabed-agent --train CONFIG CACHE");
      System.exit(64);
    }
    AgentConfig config = AgentConfigReader.read(Path.of(args[0]));
    Path cache = Path.of(args[1]).toAbsolutePath();
    boolean made = train(config, cache);
    System.exit(made ? 0 : 1);
  }

  private static boolean train(AgentConfig config, Path cache)
      throws IOException, InterruptedException {
    Testbed all = ResolvedTestbedReader.read(config.wiring());
    int n = Math.min(NODES_MAX, all.n());
    BusSpec calm = all.bus().withReceiveJitterNs(Math.max(all.bus().receiveJitterNs(), JITTER_NS));
    Testbed testbed =
        new Testbed("training", all.nodes().subList(0, n), calm, all.clock(), all.broker());
    CountDownLatch frames = new CountDownLatch(FRAMES);
    try (Classroom room = Classroom.open(config, testbed);
        VirtualBus bus = bus(testbed, frames)) {
      for (int slot = n - 1; slot >= 1; slot--) {
        room.start(testbed.nodes().get(slot), bus.attach(slot));
      }
      Process trainee = room.start(testbed.node(1), bus.attach(0), "-XX:AOTCacheOutput=" + cache);
      boolean lived = await(frames, trainee);
      trainee.getOutputStream().close(); // which is its end
      boolean ended = trainee.waitFor(END_S_MAX, TimeUnit.SECONDS);
      if (!lived || !ended) {
        System.err.println(
            "deltabed agent: training: "
                + (lived ? "" : "few frames, on a slow machine; the cache knows the start alone. ")
                + (ended ? "" : "it did not end. ")
                + room.said());
      }
      return ended && Files.isRegularFile(cache);
    }
  }

  /** Until there are enough frames, or there will be none. */
  private static boolean await(CountDownLatch frames, Process trainee) throws InterruptedException {
    for (int s = 0; s < FRAMES_S_MAX && trainee.isAlive(); s++) {
      if (frames.await(1, TimeUnit.SECONDS)) {
        return true;
      }
    }
    return false;
  }

  private static VirtualBus bus(Testbed testbed, CountDownLatch frames) throws IOException {
    LineObserver counting =
        new LineObserver() {
          @Override
          public void onLine(int port, long startNs, long endNs, int bytes) {
            if (port == 0) {
              frames.countDown();
            }
          }
        };
    return new VirtualBus(
        BusSettings.of(testbed.bus().baudRate()).withEcho(testbed.bus().echo()), counting);
  }
}
