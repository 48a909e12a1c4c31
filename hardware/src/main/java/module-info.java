/** Ports to the hardware of a testbed, and their drivers. */
module org.deltabed.hardware {
  requires transitive org.deltabed.wiring;
  requires com.fazecast.jSerialComm;
  requires com.pi4j;
}
