package org.deltabed.simulator.timed;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * Under each combination of proposals, drift and jitter: no crash, each process at each of its
 * instants, and, where more may crash than one, a sample of several processes, each at one of its
 * instants.
 */
final class GridCases implements Cases {
  /** The cases under one combination, from an index on. */
  private record Block(
      long first, TimedSchedule calm, List<long[]> instants, long singles, long samples) {
    long count() {
      return 1 + singles + samples;
    }
  }

  private final ExploredSpace space;
  private final List<Block> blocks = new ArrayList<>();
  private long count;

  /**
   * Runs each combination without crashes, to see when something happens.
   *
   * @param samplesEach how many schedules with several crashes under each
   */
  GridCases(ExploredSpace space, long samplesEach, BooleanSupplier stopped) {
    this.space = space;
    for (TimedSchedule calm : space.calm()) {
      if (!stopped.getAsBoolean()) {
        add(calm, samplesEach);
      }
    }
  }

  private void add(TimedSchedule calm, long samplesEach) {
    List<long[]> instants = CrashInstants.of(calm, space.cycles());
    long singles =
        space.crashesMax() == 0 ? 0 : instants.stream().mapToLong(each -> each.length).sum();
    long samples = space.crashesMax() > 1 ? samplesEach : 0;
    Block block = new Block(count, calm, instants, singles, samples);
    blocks.add(block);
    count += block.count();
  }

  @Override
  public long count() {
    return count;
  }

  @Override
  public TimedSchedule at(long index) {
    Block block = blocks.getFirst();
    for (Block next : blocks) {
      block = next.first() <= index ? next : block;
    }
    long within = index - block.first() - 1;
    if (within < 0) {
      return block.calm();
    }
    return block
        .calm()
        .with(within < block.singles() ? single(block, within) : several(block, index));
  }

  private static List<TimedCrash> single(Block block, long within) {
    long left = within;
    int process = 1;
    while (left >= block.instants().get(process - 1).length) {
      left -= block.instants().get(process - 1).length;
      process++;
    }
    return List.of(new TimedCrash(process, block.instants().get(process - 1)[(int) left]));
  }

  private List<TimedCrash> several(Block block, long index) {
    SplittableRandom random = new SplittableRandom(space.seed() ^ index << 8);
    int many = random.nextInt(2, space.crashesMax() + 1);
    return CrashInstants.draw(block.instants(), many, random);
  }
}
