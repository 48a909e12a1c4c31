/** Ports to the hardware of a testbed, and their drivers. */
module org.deltabed.hardware {
  requires transitive org.deltabed.wiring;
  requires com.fazecast.jSerialComm;
  requires transitive com.pi4j;

  exports org.deltabed.hardware;
  exports org.deltabed.hardware.gpio;
  exports org.deltabed.hardware.pins;
  exports org.deltabed.hardware.power;
  exports org.deltabed.hardware.serial;
  exports org.deltabed.hardware.virtual;

  provides com.pi4j.extension.Plugin with
      org.deltabed.hardware.gpio.GpioPinsPlugin,
      org.deltabed.hardware.virtual.VirtualPinsPlugin;
}
