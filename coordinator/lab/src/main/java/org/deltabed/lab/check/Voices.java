package org.deltabed.lab.check;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.deltabed.lab.collect.LabLink;
import org.deltabed.trace.BatchCodec;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * What the nodes' programs say of themselves over MQTT, also where two say it under one id. Safe
 * for use by several threads.
 */
public final class Voices implements LabLink.Listener {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A program says how it is four times a second. */
  private static final long QUIET_NS = 3_000_000_000L;

  /** One may have been on its way for long. */
  private static final int CONTRADICTIONS_MIN = 3;

  /** What is known of those who speak under one id. */
  private static final class Voice {
    final Map<Integer, Set<Long>> pids = new TreeMap<>();
    long lastNs;
    int boot;
    int contradictions;
    long syncEdges;
    long heard;
    String halt = "";
    String state = "";
    String wiringHash = "";
  }

  private final LabLink.Listener next;
  private volatile boolean listening = true;
  private volatile Consumer<TraceRecord> records = record -> {};
  private final Map<Integer, Voice> voices = new ConcurrentHashMap<>();

  /** Hands everything on to who listens beside it. */
  public Voices(LabLink.Listener next) {
    this.next = next;
  }

  /** From now on tells of every record that comes, on the thread that it comes on. */
  public void onRecord(Consumer<TraceRecord> hears) {
    records = hears;
  }

  /** From now on only hands on. */
  public void stop() {
    listening = false;
  }

  @Override
  public void published(int node, String leaf, byte[] payload) {
    next.published(node, leaf, payload);
    if (!listening) {
      return;
    }
    if (leaf.equals("status")) {
      status(node, payload);
    } else if (BatchCodec.decode(payload) instanceof BatchCodec.Batch batch) {
      batch.records().forEach(record -> record(node, record));
    }
  }

  private Voice voice(int node) {
    return voices.computeIfAbsent(node, _ -> new Voice());
  }

  private void status(int node, byte[] payload) {
    JsonNode message;
    try {
      message = JSON.readTree(payload);
    } catch (JacksonException e) {
      return; // who listens beside counts it
    }
    Voice voice = voice(node);
    int boot = message.path("boot").asInt(0);
    synchronized (voice) {
      voice.lastNs = System.nanoTime();
      voice.contradictions += boot < voice.boot ? 1 : 0; // a node's boots only grow
      voice.boot = Math.max(boot, voice.boot);
      switch (message.path("type").asString("")) {
        case "hello" -> {
          voice.pids.computeIfAbsent(boot, _ -> new TreeSet<>()).add(message.path("pid").asLong(0));
          voice.wiringHash = message.path("wiringHash").asString("");
        }
        case "status" -> {
          voice.state = message.path("state").asString("");
          message.path("heard").forEach(process -> voice.heard |= 1L << (process.asInt(1) - 1));
        }
        default -> {} // an answer, which the cluster keeps
      }
    }
  }

  private void record(int node, TraceRecord record) {
    records.accept(record);
    Voice voice = voice(node);
    synchronized (voice) {
      if (record.kind() == Kind.SYNC) {
        voice.syncEdges++;
      } else if (record.kind() == Kind.HALT) {
        voice.halt = JSON.readTree(record.data()).path("reason").asString("");
      }
    }
  }

  /** Whether it has ever said anything. */
  boolean spoke(int node) {
    return voices.containsKey(node) && boot(node) > 0;
  }

  /** Whether two programs speak under this id. */
  boolean isTwofold(int node) {
    Voice voice = voice(node);
    synchronized (voice) {
      return voice.contradictions >= CONTRADICTIONS_MIN
          || voice.pids.values().stream().anyMatch(pids -> pids.size() > 1);
    }
  }

  /** Whether it has said something just now. */
  boolean speaks(int node) {
    return System.nanoTime() - lastNs(node) < QUIET_NS;
  }

  /** When it last said something, on {@link System#nanoTime()}. */
  long lastNs(int node) {
    Voice voice = voice(node);
    synchronized (voice) {
      return voice.lastNs;
    }
  }

  int boot(int node) {
    Voice voice = voice(node);
    synchronized (voice) {
      return voice.boot;
    }
  }

  /** Edges of SYNC that it has seen, as far as its records have come. */
  long syncEdges(int node) {
    Voice voice = voice(node);
    synchronized (voice) {
      return voice.syncEdges;
    }
  }

  /** The processes that it has heard since the last {@link #forgetHeard}, as bits. */
  long heard(int node) {
    Voice voice = voice(node);
    synchronized (voice) {
      return voice.heard;
    }
  }

  void forgetHeard() {
    for (Voice voice : voices.values()) {
      synchronized (voice) {
        voice.heard = 0;
      }
    }
  }

  /** Why it last stopped by its own rule; empty if it did not. */
  String halt(int node) {
    Voice voice = voice(node);
    synchronized (voice) {
      return voice.halt;
    }
  }

  /** Its state on the bus. */
  public String state(int node) {
    Voice voice = voice(node);
    synchronized (voice) {
      return voice.state;
    }
  }

  /** The wiring that it runs with. */
  String wiringHash(int node) {
    Voice voice = voice(node);
    synchronized (voice) {
      return voice.wiringHash;
    }
  }
}
