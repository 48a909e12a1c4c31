package org.deltabed.trace;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A quick way to read lines that are just as {@link JsonLinesWriter} writes them. Any other line it
 * leaves to {@link RecordParser}, which knows the whole format and says what is wrong. For one
 * thread.
 */
final class CanonicalLine {
  private static final byte[] RUN = key("{\"v\":1,\"run\":\"");
  private static final byte[] NODE = key("\",\"node\":");
  private static final byte[] BOOT = key(",\"boot\":");
  private static final byte[] SEQ = key(",\"seq\":");
  private static final byte[] TIME = key(",\"timeNs\":");
  private static final byte[] KIND = key(",\"kind\":\"");
  private static final byte[] ROUND = key(",\"round\":");
  private static final byte[] SLOT = key(",\"slot\":");
  private static final byte[] DATA = key(",\"data\":");
  private static final int DIGITS_MAX = 18;
  private static final Keys[] KINDS = new Keys[1024];

  /** A kind with its name and its fields' keys as they stand in a line. */
  private static final class Keys {
    final Kind kind;
    final byte[] name;
    final byte[] peer;
    final byte[] a;
    final byte[] b;

    Keys(Kind kind) {
      this.kind = kind;
      name = key(kind.name() + '"');
      peer = key(",\"" + kind.peerName() + "\":");
      a = key(",\"" + kind.aName() + "\":");
      b = key(",\"" + kind.bName() + "\":");
    }
  }

  static {
    for (Kind kind : Kind.values()) {
      Keys keys = new Keys(kind);
      int hash = hash(keys.name, 0, keys.name.length - 1);
      KINDS[hash] = KINDS[hash] == null ? keys : null; // of two with one hash, one reads slowly
    }
  }

  private final JsonCheck json = new JsonCheck();
  private byte[] in = {};
  private int at;
  private int end;
  private boolean other;
  private byte[] runBytes = {};
  private String run = "";

  /** The record, or null if the line is not in the writer's form. */
  TraceRecord parse(byte[] bytes, int offset, int length) {
    in = bytes;
    at = offset;
    end = offset + length;
    other = false;
    need(RUN);
    run();
    need(NODE);
    long node = number();
    need(BOOT);
    long boot = number();
    need(SEQ);
    long seq = number();
    need(TIME);
    long timeNs = number();
    need(KIND);
    Keys keys = kind();
    if (keys == null) {
      return null;
    }
    long round = take(ROUND) ? number() : TraceRecord.NONE;
    long slot = take(SLOT) ? number() : TraceRecord.NONE;
    long peer = take(keys.peer) ? number() : 0;
    long a = take(keys.a) ? number() : 0;
    long b = take(keys.b) ? number() : 0;
    String data = take(DATA) ? data() : "";
    boolean complete = !other && at == end - 1 && in[at] == '}';
    if (!complete || seq < 0 || !fits(node, 0) || !fits(boot, 0) || !fits(peer, 0)) {
      return null;
    }
    if (!fits(round, TraceRecord.NONE) || !fits(slot, TraceRecord.NONE)) {
      return null;
    }
    return new TraceRecord(
        run,
        (int) node,
        (int) boot,
        seq,
        timeNs,
        keys.kind,
        (int) round,
        (int) slot,
        (int) peer,
        a,
        b,
        data);
  }

  private static boolean fits(long value, int least) {
    return value >= least && value <= Integer.MAX_VALUE;
  }

  private void need(byte[] key) {
    if (!take(key)) {
      other = true;
    }
  }

  private boolean take(byte[] key) {
    boolean found =
        end - at >= key.length && Arrays.equals(in, at, at + key.length, key, 0, key.length);
    if (found) {
      at += key.length;
    }
    return found;
  }

  private void run() {
    int from = at;
    while (at < end && in[at] != '"') {
      if (in[at] < 0x20 || in[at] == '\\') {
        other = true;
      }
      at++;
    }
    if (!Arrays.equals(in, from, at, runBytes, 0, runBytes.length)) {
      runBytes = Arrays.copyOfRange(in, from, at);
      run = new String(runBytes, StandardCharsets.US_ASCII);
    }
  }

  private Keys kind() {
    int from = at;
    int stop = at;
    while (stop < end && in[stop] != '"') {
      stop++;
    }
    Keys keys = other ? null : KINDS[hash(in, from, stop)];
    return keys != null && take(keys.name) ? keys : null;
  }

  private long number() {
    boolean negative = at < end && in[at] == '-';
    if (negative) {
      at++;
    }
    int from = at;
    long value = 0;
    while (at < end && in[at] >= '0' && in[at] <= '9') {
      value = 10 * value + (in[at] - '0');
      at++;
    }
    int digits = at - from;
    boolean unusual = digits > 0 && in[from] == '0' && (digits > 1 || negative);
    if (digits == 0 || digits > DIGITS_MAX || unusual) {
      other = true;
    }
    return negative ? -value : value;
  }

  private String data() {
    int length = end - 1 - at;
    if (length < 2 || other || !json.isObject(in, at, length)) {
      other = true;
      return "";
    }
    String data = new String(in, at, length, StandardCharsets.UTF_8);
    at += length;
    return data;
  }

  private static int hash(byte[] bytes, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash & (KINDS.length - 1);
  }

  private static byte[] key(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
