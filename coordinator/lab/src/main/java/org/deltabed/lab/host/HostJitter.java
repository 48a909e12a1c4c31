package org.deltabed.lab.host;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.deltabed.hardware.MonotonicClock;
import org.deltabed.hardware.RealTimePriority;

/**
 * How late this host wakes its threads: as many threads as the testbed has parties sleep and wake
 * like slots do, for a while.
 *
 * @param samples number of wake-ups measured
 * @param medianNs median lateness
 * @param p999Ns lateness that one wake-up in a thousand exceeded
 * @param maxNs worst lateness
 * @param realTime whether the threads had real-time priority
 */
public record HostJitter(int samples, long medianNs, long p999Ns, long maxNs, boolean realTime) {

  private static final long PERIOD_NS = 2_000_000;

  /** Measures for {@code durationNs} with {@code parties} threads. */
  public static HostJitter measure(int parties, long durationNs) throws InterruptedException {
    int wakeUps = Math.toIntExact(durationNs / PERIOD_NS);
    List<long[]> lateness = new ArrayList<>();
    CountDownLatch done = new CountDownLatch(parties);
    AtomicBoolean realTime = new AtomicBoolean(true);
    for (int i = 0; i < parties; i++) {
      long[] mine = new long[wakeUps];
      lateness.add(mine);
      long phaseNs = i * PERIOD_NS / parties;
      Thread.ofPlatform()
          .daemon()
          .name("jitter-" + i)
          .start(
              () -> {
                // as the nodes' own threads will
                realTime.compareAndSet(true, RealTimePriority.NODE.request());
                wake(mine, phaseNs);
                done.countDown();
              });
    }
    done.await();
    long[] all = lateness.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    return new HostJitter(
        all.length,
        all[all.length / 2],
        all[(int) (all.length * 0.999)],
        all[all.length - 1],
        realTime.get());
  }

  private static void wake(long[] latenessNs, long phaseNs) {
    MonotonicClock clock = MonotonicClock.system();
    long nextNs = clock.nowNs() + phaseNs;
    for (int i = 0; i < latenessNs.length; i++) {
      nextNs = Math.max(nextNs + PERIOD_NS, clock.nowNs());
      clock.sleepUntilNs(nextNs);
      latenessNs[i] = clock.nowNs() - nextNs;
    }
  }

  /**
   * The receive jitter J that a run should allow for on this host. A quarter of J is the delivery
   * step's own slack, so J is four times the worst wake-up seen, within what the wiring file
   * allows. Without real-time priority a short measurement sees little of what a starting program
   * will do to the others, so J is then at least twice the least.
   */
  public long receiveJitterNs(long minNs, long maxNsAllowed) {
    long leastNs = Math.min(realTime ? minNs : 2 * minNs, maxNsAllowed);
    return Math.clamp(4 * maxNs, leastNs, maxNsAllowed);
  }
}
