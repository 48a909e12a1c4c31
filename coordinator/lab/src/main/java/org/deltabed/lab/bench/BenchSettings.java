package org.deltabed.lab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;

/**
 * What a bench's process is told beside the wiring.
 *
 * @param key file of the bus key, to tell frames from noise
 * @param pinBoard socket of the virtual pin board; empty where the lines are of a GPIO chip
 * @param tap the serial device by which it listens to the bus
 * @param plugsUrl the broker of MQTT plugs, {@code tcp://host:port}; empty if there are none
 * @param plugsUser its user
 * @param plugsPasswordFile file of the password; empty where a certificate says who the lab is
 * @param plugsTls files of the certificates to trust, to show, and of its key; empty without TLS
 * @param relayBoards serial devices of USB relay boards that stand for those that the wiring names
 */
public record BenchSettings(
    String key,
    String pinBoard,
    String tap,
    String plugsUrl,
    String plugsUser,
    String plugsPasswordFile,
    List<String> plugsTls,
    Map<String, String> relayBoards) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FILE = "bench.json";

  /** Writes it into the session's private folder. */
  void write(Path session) throws IOException {
    Path file = session.resolve(FILE);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, JSON.writeValueAsString(this));
  }

  static BenchSettings read(Path session) throws IOException {
    return JSON.readValue(Files.readString(session.resolve(FILE)), BenchSettings.class);
  }
}
