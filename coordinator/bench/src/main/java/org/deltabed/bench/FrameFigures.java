package org.deltabed.bench;

import java.util.ArrayList;
import java.util.List;

/** {@code frame}: what a full frame costs its sender and a receiver. */
final class FrameFigures implements Bench {

  @Override
  public List<Figure> measure(Notes notes) {
    FramePath path = new FramePath();
    double encodeBytes = Allocation.bytesOf(path::encode);
    FramePath back = new FramePath();
    double decodeBytes = Allocation.bytesOf(back::decode);
    back.requireAllDecoded(Allocation.CALLS);
    List<Figure> figures = new ArrayList<>();
    for (Compiler compiler : Compiler.values()) {
      figures.add(figure("encode", "outbox to line", compiler, encodeBytes));
      figures.add(figure("decode", "line to inbox", compiler, decodeBytes));
    }
    return figures;
  }

  private static Figure figure(String method, String what, Compiler compiler, double bytes) {
    Spread ns = JmhRun.averageNs(FramePath.class, method, compiler);
    String name = method + " 96 bytes, " + what + " (" + compiler.text + ")";
    return Figure.of("frame", name, ns, "ns").allocates(bytes);
  }
}
