package org.deltabed.bench;

import java.util.List;

final class MemoryFigures implements Bench {
  @Override
  public List<Figure> measure(Notes notes) {
    return List.of();
  }
}
