package org.deltabed.lab.bench;

import java.io.IOException;
import org.deltabed.hardware.Bus;
import org.deltabed.lab.witness.FrameGlance;
import org.deltabed.wire.BusKey;
import org.deltabed.wire.FrameLayout;
import org.deltabed.wiring.Testbed;

/**
 * Listens to the bus through the coordinator's own adapter, and says which frames passed, and
 * between which two times: a frame ended after the last look that found nothing, less what the
 * adapter may have held back, and not after the look that found its last byte.
 */
final class TapEar implements Bus.Receiver {

  /** Hears what passed; on the reader's thread. */
  interface Listener {
    /**
     * A correct frame.
     *
     * @param notBeforeNs its last byte was not on the line before
     * @param notAfterNs nor after
     */
    void frame(
        int sender, int boot, int round, int slot, int bytes, long notBeforeNs, long notAfterNs);

    /** Something that is no frame. */
    void noise(int bytes, long notBeforeNs, long notAfterNs);

    /** Delimiters in a row, beyond the two around each frame: what breaks on the line look like. */
    void idle(int delimiters);

    /** The adapter went away. */
    void lost(IOException cause);
  }

  private static final byte DELIMITER = 0;

  private final FrameGlance glance;
  private final Listener listener;
  private final byte[] chunk;
  private final long heldBackNs;
  private int length;
  private boolean overlong;
  private int delimitersInRow;

  /** A time at which the driver had nothing for us. */
  private long emptyNs = System.nanoTime();

  TapEar(Testbed testbed, BusKey key, Listener listener) {
    this.listener = listener;
    heldBackNs = heldBackNs(testbed);
    glance = new FrameGlance(new FrameLayout(testbed.n(), testbed.bus().frameBytesMax()), key);
    chunk = new byte[testbed.bus().frameBytesMax() + 2];
  }

  /**
   * By how much our driver may have a frame later than a node's: a USB adapter keeps bytes for its
   * latency timer, a UART for its FIFO, a virtual line serves one terminal after the other. It is
   * the share of the receive jitter that a frame's way may take (docs/bounds.md).
   */
  private static long heldBackNs(Testbed testbed) {
    return testbed.bus().receiveJitterNs() / 4;
  }

  @Override
  public void received(byte[] bytes, int count, long arrivalNs) {
    for (int i = 0; i < count; i++) {
      if (bytes[i] == DELIMITER) {
        delimiter(arrivalNs);
      } else if (length < chunk.length - 1) {
        chunk[length++] = bytes[i];
      } else {
        overlong = true;
      }
    }
  }

  @Override
  public void silent(long timeNs) {
    emptyNs = timeNs;
  }

  private void delimiter(long arrivalNs) {
    if (length > 0 || overlong) {
      delimitersInRow = 1;
      end(arrivalNs);
    } else if (++delimitersInRow > 2) {
      listener.idle(1);
    }
  }

  private void end(long arrivalNs) {
    int bytes = length;
    chunk[length++] = DELIMITER;
    boolean frame = !overlong && glance.at(chunk, 0, length, arrivalNs);
    length = 0;
    overlong = false;
    if (frame) {
      listener.frame(
          glance.sender(),
          glance.boot(),
          glance.round(),
          glance.slot(),
          bytes,
          emptyNs - heldBackNs,
          arrivalNs);
    } else {
      listener.noise(bytes, emptyNs - heldBackNs, arrivalNs);
    }
  }

  @Override
  public void lost(IOException cause) {
    listener.lost(cause);
  }
}
