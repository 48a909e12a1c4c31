package org.deltabed.lab.plan;

import java.util.List;

/**
 * What a case does to a node. Rounds count from 1, the run's first; slots from 0, as in the wiring
 * file. Nodes are named by their id.
 */
public sealed interface Fault {

  /** The node that it happens to. */
  int node();

  /**
   * The round in which it happens, 1 is the run's first; 0 where the protocol's progress decides.
   */
  int round();

  /** Whether the node is expected to crash of it. */
  default boolean crashes() {
    return true;
  }

  /** Its name in plans, traces and reports. */
  String kind();

  /**
   * Power is cut in the middle of {@code slot}.
   *
   * @param restoreAfterMs it is back so much later, a brown-out (F05); 0 for not before the run is
   *     over
   */
  record PowerCut(int node, int round, int slot, int restoreAfterMs) implements Fault {
    @Override
    public String kind() {
      return "powerCut";
    }
  }

  /**
   * Power is cut when {@code afterBytes} of the node's own frame of that round have passed on the
   * line.
   */
  record MidFrameCut(int node, int round, int afterBytes) implements Fault {
    @Override
    public String kind() {
      return "powerCut";
    }
  }

  /**
   * The node halts in its own slot after so many addressed sub-frames.
   *
   * @param order the nodes in the order in which they are sent to; empty for ascending
   */
  record PrefixCrash(int node, int round, int afterSubFrames, List<Integer> order)
      implements Fault {
    @Override
    public String kind() {
      return "crashPoint";
    }
  }

  /** The node halts when its decision is durable and nobody has been told. */
  record DecideCrash(int node) implements Fault {
    @Override
    public int round() {
      return 0;
    }

    @Override
    public String kind() {
      return "crashPoint";
    }
  }

  /** The CRASH pin is driven in the middle of {@code slot}. */
  record CrashPin(int node, int round, int slot) implements Fault {
    @Override
    public String kind() {
      return "crashPin";
    }
  }

  /**
   * The node's process stands still (SIGSTOP) for {@code forMs} from the middle of {@code slot} on.
   */
  record Pause(int node, int round, int slot, int forMs) implements Fault {
    @Override
    public boolean crashes() {
      return false;
    }

    @Override
    public String kind() {
      return "pause";
    }
  }

  /**
   * The node misbehaves on purpose for the whole run.
   *
   * @param behaviour a word of {@link org.deltabed.protocol.byzantine.Behaviour}
   */
  record Byzantine(int node, String behaviour) implements Fault {
    @Override
    public int round() {
      return 0;
    }

    @Override
    public boolean crashes() {
      return false;
    }

    @Override
    public String kind() {
      return "byzantine";
    }
  }

  /**
   * Something happens to the node's frame of that round on the bus.
   *
   * @param delayUs it goes on the line so much later
   * @param drop it does not reach anybody
   * @param repeat it goes over the line twice
   * @param flipBits so many of its bits are flipped
   * @param deaf nodes that do not get it
   * @param babbleMs the node babbles so long from then on
   */
  record Bus(
      int node,
      int round,
      int delayUs,
      boolean drop,
      boolean repeat,
      int flipBits,
      List<Integer> deaf,
      int babbleMs)
      implements Fault {
    @Override
    public boolean crashes() {
      return false;
    }

    @Override
    public String kind() {
      return "bus";
    }
  }
}
