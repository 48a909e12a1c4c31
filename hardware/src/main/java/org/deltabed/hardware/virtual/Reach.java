package org.deltabed.hardware.virtual;

/** Who hears whom: single links can be cut, and the whole line into two halves. */
final class Reach {

  private final long[] deafToSender = new long[VirtualBus.PORTS_MAX];
  private long half;

  void setLink(int sender, int receiver, boolean cut) {
    if (cut) {
      deafToSender[sender] |= 1L << receiver;
    } else {
      deafToSender[sender] &= ~(1L << receiver);
    }
  }

  void setDeaf(int receiver, boolean deaf) {
    for (int sender = 0; sender < VirtualBus.PORTS_MAX; sender++) {
      setLink(sender, receiver, deaf);
    }
  }

  void split(long ports) {
    half = ports;
  }

  boolean sameHalf(int port, int other) {
    return (half >>> port & 1) == (half >>> other & 1);
  }

  boolean hears(int receiver, int sender) {
    return sameHalf(receiver, sender) && (deafToSender[sender] >>> receiver & 1) == 0;
  }
}
