package org.deltabed.lab.campaign;

import java.io.IOException;
import java.nio.file.Path;
import org.deltabed.lab.broker.BrokerAccess;
import org.deltabed.wiring.Testbed;

/** Brings a testbed up: every node has power, and its program is about to run. */
public interface TestbedOpener {

  /**
   * Brings it up.
   *
   * @param traces where the witness's records go
   */
  LiveTestbed open(Session session, Testbed testbed, BrokerAccess broker, Path traces)
      throws IOException, InterruptedException;
}
