package org.deltabed.wiring.draw;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deltabed.wiring.Testbed;
import org.deltabed.wiring.TestbedFile;

/** Testbeds to draw: those that come with deltabed, and awkward ones. */
final class Testbeds {
  static final List<String> REFERENCE = List.of("lab-3-pi4", "lab-5-pi5", "lab-8-zero2w");

  /** Every power driver and adapter, long names, a tap on the UART, an active-low relay. */
  private static final String VARIETY =
      """
      name: variety-with-quite-a-long-name1
      bus: {baudRate: 115200, frameBytesMax: 96, subFrames: 1, turnaroundUs: 200, receiveJitterUs: 12000, guardUs: 4000}
      clock: {precisionUs: 3000, driftPpmMax: 50}
      broker: {kind: external, port: 1883}
      pins: {driver: gpio}
      coordinator: {board: pi4, tap: /dev/ttyAMA0, sync: GPIO21}
      nodes:
        - {id: 1, slot: 0, name: a-node-with-a-name-that-is-long, board: pi3, adapter: max3485, direction: pin, serial: /dev/ttyAMA0, pins: {direction: {node: GPIO18, colour: translucentblue}, crash: {node: GPIO17, coordinator: GPIO17, colour: lightturquoise}, alive: {node: GPIO27, coordinator: GPIO27}, sync: {node: GPIO22}, sense: {node: 3V3, coordinator: GPIO22}, relay: {coordinator: GPIO7, colour: lightturquoise}}, power: {by: relay, activeLow: true}}
        - {id: 62, slot: 1, board: pi4, adapter: usb-ch340, serial: /dev/serial/by-id/usb-1a86_USB_Serial-if00-port0, power: {by: usb-relay, device: /dev/ttyUSB1, channel: 3}}
        - {id: 63, slot: 2, board: pi5, adapter: usb-ftdi, serial: /dev/ttyUSB0, pins: {alive: {node: GPIO27, coordinator: GPIO10}}, power: {by: usb-relay, device: /dev/ttyUSB1, channel: 8}}
        - {id: 64, slot: 3, board: pc, adapter: usb-ftdi, serial: /dev/ttyUSB0, power: {by: shelly, topic: shellyplug-s-0123456789, generation: 2}}
        - {id: 5, slot: 4, board: zero2w, adapter: rs485-hat, serial: /dev/ttyAMA0, pins: {sense: {node: 3V3, coordinator: GPIO9}}, power: {by: command, on: uhubctl -a on, off: uhubctl -a off}}
        - {id: 6, slot: 5, serial: /dev/ttyUSB0, power: person}
      """;

  private static final String PC =
      """
      name: pc
      bus: {baudRate: 1000000, frameBytesMax: 96, subFrames: 1, turnaroundUs: 200, receiveJitterUs: 12000, guardUs: 4000}
      clock: {precisionUs: 3000, driftPpmMax: 50}
      broker: {kind: external, port: 1883}
      pins: {driver: gpio}
      coordinator: {board: pc, chip: ftdi, tap: /dev/ttyUSB0, sync: D0}
      nodes:
        - {id: 1, slot: 0, board: pi4, adapter: usb-ftdi, serial: /dev/ttyUSB0, pins: {alive: {node: GPIO27, coordinator: D1}, sync: {node: GPIO22}}, power: person}
        - {id: 2, slot: 1, board: pi4, adapter: usb-ftdi, serial: /dev/ttyUSB0, pins: {alive: {node: GPIO17, coordinator: D2}, sync: {node: GPIO22}}, power: person}
      """;

  private Testbeds() {}

  static Testbed named(String name) {
    return TestbedFile.load(Path.of(name + ".yaml"));
  }

  /** By name, all that are drawn in tests. */
  static Map<String, Testbed> all(Path dir) throws IOException {
    Map<String, Testbed> all = new TreeMap<>();
    for (String name : REFERENCE) {
      all.put(name, named(name));
    }
    for (String name : List.of("virtual-2", "virtual-5", "virtual-lab-3", "virtual-lab-5")) {
      all.put(name, named(name));
    }
    all.put("variety", TestbedFile.load(Files.writeString(dir.resolve("variety.yaml"), VARIETY)));
    all.put("pc", TestbedFile.load(Files.writeString(dir.resolve("pc.yaml"), PC)));
    return all;
  }
}
