package org.deltabed.hardware.power;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a node's process is started.
 *
 * @param argv program and arguments, without a shell
 * @param environment added to this process's own
 * @param directory the process's working directory
 * @param log gets both its outputs, appended, from boot to boot
 */
public record Launch(List<String> argv, Map<String, String> environment, Path directory, Path log) {

  /** Copies the collections. */
  public Launch {
    argv = List.copyOf(argv);
    environment = Map.copyOf(environment);
  }
}
