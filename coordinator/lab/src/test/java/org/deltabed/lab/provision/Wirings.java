package org.deltabed.lab.provision;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** Testbed descriptions for bundles. */
final class Wirings {

  private Wirings() {}

  /** A lab of a Pi 4, a Pi 5 and a Pi Zero 2 W, the lab machine at 192.168.7.1. */
  static Path pis(Path folder) throws IOException {
    return Files.writeString(
        folder.resolve("pis.yaml"),
        """
        name: pis
        bus: {baudRate: 1000000, frameBytesMax: 96, subFrames: 2, turnaroundUs: 20, receiveJitterUs: 2000, guardUs: 4000, echo: true}
        clock: {precisionUs: 400, driftPpmMax: 100, shared: false}
        broker: {kind: external, host: 192.168.7.1, port: 8883, tls: true}
        pins: {driver: gpio}
        nodes:
          - {id: 1, slot: 0, board: pi4, adapter: rs485-hat, serial: /dev/ttyAMA0, pins: {alive: {node: GPIO27, coordinator: GPIO5}}, power: person}
          - {id: 2, slot: 1, board: pi5, adapter: usb-ftdi, serial: /dev/ttyUSB0, pins: {alive: {node: GPIO27, coordinator: GPIO6}}, power: person}
          - {id: 3, slot: 2, board: zero2w, adapter: rs485-hat, serial: /dev/ttyAMA0, power: person}
        """);
  }

  /**
   * Three nodes on the virtual bus and a broker on loopback, on a free port.
   *
   * @param board of node 1; the others are PCs
   */
  static Path virtual(Path folder, String board, int jitterUs) throws IOException {
    return Files.writeString(
        folder.resolve("virtual.yaml"),
        """
        name: virtual
        bus: {baudRate: 1000000, frameBytesMax: 96, subFrames: 2, turnaroundUs: 20, receiveJitterUs: %d, guardUs: 4000, echo: true}
        clock: {precisionUs: 2000, driftPpmMax: 100, shared: true}
        broker: {kind: external, host: 127.0.0.1, port: %d, tls: true}
        pins: {driver: virtual}
        nodes:
          - {id: 1, slot: 0, board: %s, adapter: virtual, serial: virtual, power: process}
          - {id: 2, slot: 1, board: pc, adapter: virtual, serial: virtual, power: process}
          - {id: 3, slot: 2, board: pc, adapter: virtual, serial: virtual, power: process}
        """
            .formatted(jitterUs, freePort(), board));
  }

  /** The same, where Tasmota plugs cut the power of nodes 1 and 2. */
  static Path plugs(Path folder) throws IOException {
    String text = Files.readString(virtual(folder, "pc", 20_000));
    for (int node = 1; node <= 2; node++) {
      text = text.replaceFirst("power: process", "power: {by: tasmota, topic: plug" + node + "}");
    }
    return Files.writeString(folder.resolve("plugs.yaml"), text);
  }

  /** A port that nobody listens on just now. */
  static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }
}
