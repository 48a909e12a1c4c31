package org.deltabed.simulator.timed;

import java.util.Arrays;
import org.deltabed.hardware.virtual.BusSettings;

/** A frame on the line, or what a power cut left of it. */
final class Transmission {
  final int process;

  /** The frame's round; its slot is its sender's. */
  final int round;

  private final byte[] frame;
  private final long startNs;
  private final BusSettings settings;
  private int length;

  /** Whether the listener was told. */
  boolean passed;

  /** Whether somebody else was on the line meanwhile. */
  boolean garbled;

  Transmission(int process, byte[] frame, int round, long startNs, BusSettings settings) {
    this.process = process;
    this.frame = frame;
    this.round = round;
    this.startNs = startNs;
    this.settings = settings;
    length = frame.length;
  }

  long startNs() {
    return startNs;
  }

  long endNs() {
    return startNs + settings.lineTimeNs(length);
  }

  long byteStartNs(int index) {
    return startNs + settings.lineTimeNs(index);
  }

  long byteEndNs(int index) {
    return startNs + settings.lineTimeNs(index + 1L);
  }

  /** How many bytes there are of it. */
  int length() {
    return length;
  }

  boolean whole() {
    return length == frame.length;
  }

  byte[] bytes() {
    return Arrays.copyOf(frame, length);
  }

  /** Keeps the bytes that have passed by then; false if all have. */
  boolean cut(long cutNs) {
    int before = length;
    while (length > 0 && endNs() > cutNs) {
      length--;
    }
    return length < before;
  }
}
