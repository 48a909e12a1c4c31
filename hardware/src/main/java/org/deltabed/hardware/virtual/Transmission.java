package org.deltabed.hardware.virtual;

import java.util.Arrays;

/** One chunk, or one port's babble, while it is on the line or waits for its delayed start. */
final class Transmission {

  final byte[] bytes = new byte[Outbox.CHUNK_BYTES_MAX];
  private final boolean[] collided = new boolean[Outbox.CHUNK_BYTES_MAX];
  private final byte[] flips = new byte[Outbox.CHUNK_BYTES_MAX];
  private boolean flipped;

  int port;
  long startNs;
  int length;

  /** Its sender's. */
  int baudRate;

  /** Its bytes as they passed, up to there, for those who read at another rate. */
  private final byte[] passedBytes = new byte[Outbox.CHUNK_BYTES_MAX];

  private int misreadLength;

  /** How many of its bytes have passed. */
  int passed;

  long deafPorts;
  int cutAfterBytes;

  /** Its line time passes, but nothing is on the line: the chunk was dropped or delayed. */
  boolean silent;

  /** Its bytes are noise, made as they pass; its length may exceed the buffer. */
  boolean babble;

  /** The port's transmitter waits for its end. */
  boolean holdsTransmitter;

  void reset(int ofPort, long start, int size, int rate) {
    Arrays.fill(collided, false);
    Arrays.fill(flips, (byte) 0);
    port = ofPort;
    startNs = start;
    length = size;
    baudRate = rate;
    misreadLength = 0;
    passed = 0;
    deafPorts = 0;
    cutAfterBytes = Fate.NO_CUT;
    silent = false;
    babble = false;
    holdsTransmitter = false;
    flipped = false;
  }

  void copyFrom(Transmission other) {
    reset(other.port, other.startNs, other.length, other.baudRate);
    System.arraycopy(other.bytes, 0, bytes, 0, other.length);
    System.arraycopy(other.flips, 0, flips, 0, other.length);
    flipped = other.flipped;
    deafPorts = other.deafPorts;
    cutAfterBytes = other.cutAfterBytes;
  }

  /** The time of so many of its bytes on the line. */
  long lineTimeNs(long bytes) {
    return bytes * 10_000_000_000L / baudRate;
  }

  /** A byte of it has passed somebody who reads at another rate. */
  void misread(int index, byte value) {
    if (index < passedBytes.length) { // a babble has no end, and a part of it is noise enough
      passedBytes[index] = value;
      misreadLength = index + 1;
    }
  }

  boolean misread() {
    return misreadLength > 0;
  }

  /** What a receiver that is set to another rate makes of its bits. */
  byte[] readAt(int otherRate) {
    return Misreading.of(passedBytes, misreadLength, baudRate, otherRate);
  }

  void flip(int bit) {
    if (bit >= 0 && bit / 8 < length) {
      flips[bit / 8] ^= (byte) (1 << bit % 8);
      flipped = true;
    }
  }

  int flipsOf(int index) {
    return flipped ? flips[index] & 0xff : 0;
  }

  void markCollision(int index) {
    if (!babble && index >= 0 && index < length) {
      collided[index] = true;
    }
  }

  boolean hasCollision(int index) {
    return !babble && collided[index];
  }

  boolean done() {
    return passed == length;
  }

  /** Where the next decision falls: its end, or the cut within it. */
  int lengthToDecision() {
    return cutAfterBytes > 0 && cutAfterBytes < length ? cutAfterBytes : length;
  }
}
