package org.deltabed.hardware.virtual;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A line in virtual time with three ports, and all that came of it. */
final class LineRig implements LineObserver {

  /** 1 byte = 10 µs. */
  static final BusSettings SETTINGS = BusSettings.of(1_000_000);

  static final long BYTE_NS = 10_000;

  record Passed(int port, long startNs, long endNs, int bytes) {}

  final Line line;
  final List<Passed> passed = new ArrayList<>();
  final List<String> cuts = new ArrayList<>();
  final List<String> asked = new ArrayList<>();
  private final ByteArrayOutputStream[] received = new ByteArrayOutputStream[3];
  private Supplier<Fate> fate = Fate::pass;

  LineRig() {
    this(SETTINGS);
  }

  LineRig(BusSettings settings) {
    for (int port = 0; port < received.length; port++) {
      received[port] = new ByteArrayOutputStream();
    }
    line = new Line(settings, this, (receiver, value) -> received[receiver].write(value));
    for (int port = 0; port < received.length; port++) {
      line.powerOn(port);
    }
  }

  LineRig fate(Supplier<Fate> next) {
    fate = next;
    return this;
  }

  LineRig write(int port, long nowNs, int... bytes) {
    byte[] all = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      all[i] = (byte) bytes[i];
    }
    line.advance(nowNs);
    line.offer(port, all, all.length, nowNs);
    line.advance(nowNs);
    return this;
  }

  LineRig at(long nowNs) {
    line.advance(nowNs);
    return this;
  }

  /** What {@code port} has received, as a list that reads well in a failure. */
  List<Integer> received(int port) {
    List<Integer> list = new ArrayList<>();
    for (byte b : received[port].toByteArray()) {
      list.add(b & 0xff);
    }
    return list;
  }

  PortStatistics statistics(int port) {
    return line.sender(port).counters.snapshot();
  }

  @Override
  public Fate frame(int port, byte[] bytes, int offset, int length, long startNs, long endNs) {
    asked.add(port + ":" + length + "@" + startNs + "-" + endNs);
    return fate.get();
  }

  @Override
  public void onLine(int port, long startNs, long endNs, int bytes) {
    passed.add(new Passed(port, startNs, endNs, bytes));
  }

  @Override
  public void powerCut(int port, long lineNs, int bytes) {
    cuts.add(port + "@" + lineNs + "/" + bytes);
  }
}
