/** Ports to the hardware of a testbed, and their drivers. */
module org.deltabed.hardware {
  requires transitive org.deltabed.wiring;
  requires com.fazecast.jSerialComm;
  requires transitive com.pi4j;
  requires org.eclipse.paho.mqttv5.client;
  requires tools.jackson.databind;

  exports org.deltabed.hardware;
  exports org.deltabed.hardware.gpio;
  exports org.deltabed.hardware.pins;
  exports org.deltabed.hardware.power;
  exports org.deltabed.hardware.power.plug;
  exports org.deltabed.hardware.serial;
  exports org.deltabed.hardware.virtual;
  exports org.deltabed.hardware.virtual.plug;

  provides com.pi4j.extension.Plugin with
      org.deltabed.hardware.gpio.GpioPinsPlugin,
      org.deltabed.hardware.virtual.VirtualPinsPlugin;
}
