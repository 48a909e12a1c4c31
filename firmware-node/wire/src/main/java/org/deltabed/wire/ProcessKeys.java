package org.deltabed.wire;

import java.util.HexFormat;
import java.util.List;

/**
 * The keys that one process has in a run: its own to sign with, those of all to verify with, and
 * one that it shares with each.
 */
public final class ProcessKeys {
  private static final int BYTES = 32;

  private final byte[] signing;

  /** By rank-1. */
  private final List<byte[]> verifying;

  /** By rank-1; the own one is for what a process sends to itself. */
  private final List<byte[]> shared;

  /**
   * @throws IllegalArgumentException if a key is not 32 bytes long, or one is missing
   */
  ProcessKeys(byte[] signing, List<byte[]> verifying, List<byte[]> shared) {
    require(signing);
    verifying.forEach(ProcessKeys::require);
    shared.forEach(ProcessKeys::require);
    if (verifying.size() != shared.size()) {
      throw new IllegalArgumentException("each process has a key to verify and one to share");
    }
    this.signing = signing;
    this.verifying = List.copyOf(verifying);
    this.shared = List.copyOf(shared);
  }

  private static void require(byte[] key) {
    if (key.length != BYTES) {
      throw new IllegalArgumentException("a key has " + BYTES + " bytes, not " + key.length);
    }
  }

  /**
   * From hex digits, as a command brings them.
   *
   * @throws IllegalArgumentException if they are no keys
   */
  public static ProcessKeys of(String signing, List<String> verifying, List<String> shared) {
    HexFormat hex = HexFormat.of();
    return new ProcessKeys(
        hex.parseHex(signing),
        verifying.stream().map(hex::parseHex).toList(),
        shared.stream().map(hex::parseHex).toList());
  }

  /** Of how many processes. */
  public int n() {
    return shared.size();
  }

  /** For the command to the one node that may know it. */
  public String signingHex() {
    return HexFormat.of().formatHex(signing);
  }

  public List<String> verifyingHex() {
    return verifying.stream().map(HexFormat.of()::formatHex).toList();
  }

  /** For the command to the one node that may know them. */
  public List<String> sharedHex() {
    return shared.stream().map(HexFormat.of()::formatHex).toList();
  }

  byte[] signing() {
    return signing;
  }

  byte[] verifying(int process) {
    return verifying.get(process - 1);
  }

  byte[] shared(int process) {
    return shared.get(process - 1);
  }

  /** Does not show them. */
  @Override
  public String toString() {
    return "ProcessKeys[secret]";
  }
}
