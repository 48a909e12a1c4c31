package org.deltabed.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.Locale;

/** How busy the host is beside the measurement, which a reader of figures has to know. */
final class HostLoad {

  private HostLoad() {}

  /** The load average of the last minute and the processors there are. */
  static String text() {
    OperatingSystemMXBean host = ManagementFactory.getOperatingSystemMXBean();
    return String.format(
        Locale.ROOT,
        "load %.1f on %d processors",
        host.getSystemLoadAverage(),
        host.getAvailableProcessors());
  }
}
