package org.deltabed.agent.core;

import org.deltabed.wire.BusKey;
import org.deltabed.wire.FrameLayout;
import org.deltabed.wiring.Testbed;
import org.deltabed.wiring.Timing;

/**
 * What a node knows before it hears anything.
 *
 * @param node its id
 * @param self the rank of its process, which owns slot {@code self - 1}
 * @param boot how often it has started, from 1
 * @param session the frames' session
 * @param layout the frames' layout
 * @param key the bus's key
 * @param timing the bounds
 * @param turnaroundNs from the decision to send to the first bit on the line
 * @param precisionNs the greatest difference between two nodes' clocks
 * @param echo whether the node hears its own bytes
 * @param wiringHash the hash of the testbed, for comparison with the coordinator's
 */
public record NodeSettings(
    int node,
    int self,
    int boot,
    int session,
    FrameLayout layout,
    BusKey key,
    Timing timing,
    long turnaroundNs,
    long precisionNs,
    boolean echo,
    String wiringHash) {

  /** A frame carries the boot's low 16 bits. */
  static final int BOOT_MASK = 0xffff;

  /**
   * The settings of the node with this id.
   *
   * @throws IllegalArgumentException if the testbed has no such node
   */
  public static NodeSettings of(Testbed testbed, int node, int boot, int session, BusKey key) {
    return new NodeSettings(
        node,
        testbed.nodeById(node).process(),
        boot,
        session,
        new FrameLayout(testbed.n(), testbed.bus().frameBytesMax()),
        key,
        testbed.timing(),
        testbed.bus().turnaroundNs(),
        testbed.clock().precisionNs(),
        testbed.bus().echo(),
        testbed.hash());
  }

  /** The same for another process. */
  NodeSettings as(int process) {
    return new NodeSettings(
        node,
        process,
        boot,
        session,
        layout,
        key,
        timing,
        turnaroundNs,
        precisionNs,
        echo,
        wiringHash);
  }

  /** Number of processes. */
  public int n() {
    return layout.n();
  }

  /** The time that a frame with this payload takes on the line. */
  long lineNs(int payloadBytes) {
    return (layout.overheadBytes() + payloadBytes) * timing.byteNs();
  }

  /** The bit of a process in a set. */
  static long bit(int process) {
    return 1L << (process - 1);
  }
}
