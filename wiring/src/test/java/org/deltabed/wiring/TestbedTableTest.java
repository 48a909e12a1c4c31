package org.deltabed.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The table as a golden text: a change of it is to be seen in review. */
class TestbedTableTest {
  @Test
  void virtual5() {
    Testbed testbed = TestbedFile.load(Path.of("virtual-5.yaml"));
    assertEquals(
        """
        Testbed virtual-5, wiring HASH
        5 nodes, 1000000 baud 8N1, 4 frame(s) of up to 96 bytes (overhead 32) in a slot
        A run measures the receive jitter, from 10000 to 40000 us; bounds below are for 10000 us.

        Bounds                                        us
          byte (10 bit times)                     10.000
          frame                                  960.000
          burst                                 3840.000
          slot                                 17860.000
          cycle                                89300.000
          delta: handed over to delivered     103160.000
          detection: crash to its step        107160.000

        In a slot, from its start                     us
          compose and send                         0.000
          first bit, at the earliest              20.000
          last bit, nominally                   3860.000
          later, the sender missed its slot     5000.000
          arrival deadline, step is due        11360.000
          step must have begun                 13860.000
          end                                  17860.000

        slot  process  node  name              starts us  serial            power
           0        1     1  node1                 0.000  virtual           process
           1        2     2  node2             17860.000  virtual           process
           2        3     3  node3             35720.000  virtual           process
           3        4     4  node4             53580.000  virtual           process
           4        5     5  node5             71440.000  virtual           process
        """,
        TestbedTable.render(testbed).replace(testbed.hash(), "HASH"));
  }
}
