package org.deltabed.wire;

import java.io.IOException;
import java.nio.file.Path;

/** A key file that must not be used; the message says why and what to do. */
public final class KeyRefused extends IOException {
  private static final long serialVersionUID = 1L;

  KeyRefused(Path file, String rule, String remedy) {
    super(file + ": " + rule + " — " + remedy);
  }
}
