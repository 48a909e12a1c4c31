package org.deltabed.bench;

import java.io.IOException;
import java.util.List;

/** One benchmark of the command line. */
interface Bench {

  /** Measures; takes some seconds. */
  List<Figure> measure(Notes notes) throws IOException, InterruptedException;
}
