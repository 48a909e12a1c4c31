package org.deltabed.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code spool}: what it costs a node to keep a record. */
final class SpoolFigures implements Bench {

  private static final double NS_MAX = 100;

  @Override
  public List<Figure> measure(Notes notes) throws IOException {
    SpoolAppend spool = new SpoolAppend();
    spool.open();
    double plainBytes = Allocation.bytesOf(spool::plain);
    spool.close();
    spool.open();
    double dataBytes = Allocation.bytesOf(spool::withData);
    spool.close();
    List<Figure> figures = new ArrayList<>();
    for (Compiler compiler : Compiler.values()) {
      figures.add(figure("plain", "append", compiler, plainBytes));
      figures.add(figure("withData", "append with 98 bytes of data", compiler, dataBytes));
    }
    return figures;
  }

  private static Figure figure(String method, String what, Compiler compiler, double bytes) {
    Spread ns = JmhRun.batchedNs(SpoolAppend.class, method, compiler, SpoolAppend.BATCH);
    return Figure.of("spool", what + " (" + compiler.text + ")", ns, "ns")
        .target(Target.atMost(NS_MAX))
        .allocates(bytes);
  }
}
