package org.deltabed.hardware.power.plug;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.deltabed.hardware.PowerChange;
import org.deltabed.hardware.PowerNotConfirmed;
import org.deltabed.hardware.PowerState;
import org.deltabed.hardware.PowerSwitch;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Shelly plug of the second generation or later: JSON-RPC over MQTT. A request goes to {@code
 * PREFIX/rpc} and names in {@code src} where the answer goes, {@code SRC/rpc}, with the request's
 * id. A late answer to an earlier request has another id and confirms nothing.
 *
 * <p>A change is {@code Switch.Set}, confirmed by the {@code output} of a {@code Switch.GetStatus}
 * that was asked for after it. What the plug tells unasked, on {@code PREFIX/status/switch:N} and
 * {@code PREFIX/online}, is only quoted where it does not answer. Source: Shelly API reference,
 * Gen2+, RPC Protocol, RPC Channels, Mqtt, Switch.
 */
public final class ShellyRpcPlug implements PowerSwitch {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int HEARD_MAX = 100;

  private record Answer(JsonNode json, long heardNs) {}

  private final PlugBroker broker;
  private final String prefix;
  private final int channel;
  private final long confirmNs;

  /**
   * Two levels, so that an access rule can name it: deltabed-lab/+/rpc. Every plug may publish
   * there, and none can guess it.
   */
  private final String source = "deltabed-lab/" + Long.toHexString(new SecureRandom().nextLong());

  private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>(HEARD_MAX);
  private final PlugBroker.Listener listener = this::heard;
  private volatile String unasked = "";
  private volatile String presence = "";
  private int requests;

  private ShellyRpcPlug(PlugBroker broker, String prefix, int channel, long confirmMs) {
    this.broker = broker;
    this.prefix = prefix;
    this.channel = channel;
    this.confirmNs = TimeUnit.MILLISECONDS.toNanos(confirmMs);
  }

  /**
   * Listens to the plug; nothing is switched.
   *
   * @param prefix the plug's topic prefix, by default its id, such as {@code shellyplusplugs-A1B2}
   * @param channel which switch, counted from 0
   * @param confirmMs how long the plug may take for each answer
   */
  public static ShellyRpcPlug open(PlugBroker broker, String prefix, int channel, long confirmMs)
      throws IOException {
    ShellyRpcPlug plug = new ShellyRpcPlug(broker, prefix, channel, confirmMs);
    broker.subscribe(plug.source + "/rpc", plug.listener);
    broker.subscribe(plug.statusTopic(), plug.listener);
    broker.subscribe(prefix + "/online", plug.listener);
    return plug;
  }

  private String statusTopic() {
    return prefix + "/status/switch:" + channel;
  }

  private void heard(String topic, String payload, boolean retained, long heardNs) {
    if (topic.equals(prefix + "/online")) {
      presence = payload + (retained ? " (retained)" : "");
    } else if (topic.equals(statusTopic())) {
      unasked = payload;
    } else if (!retained) {
      try {
        answers.offer(new Answer(JSON.readTree(payload), heardNs)); // one that is full is not read
      } catch (JacksonException e) {
        unasked = "no JSON: " + payload;
      }
    }
  }

  @Override
  public PowerChange on() throws PowerNotConfirmed {
    return change(PowerState.ON);
  }

  @Override
  public PowerChange off() throws PowerNotConfirmed {
    return change(PowerState.OFF);
  }

  private synchronized PowerChange change(PowerState wanted) throws PowerNotConfirmed {
    long askedNs = System.nanoTime();
    try {
      Answer set = request("Switch.Set", ",\"on\":" + (wanted == PowerState.ON));
      Answer status = request("Switch.GetStatus", "");
      if (output(status) == wanted) {
        String by =
            "answer to Switch.GetStatus of "
                + prefix
                + (was(set) == wanted ? "; it was so before it was asked" : "");
        return new PowerChange(wanted, askedNs, status.heardNs(), by);
      }
      throw new IOException("it says " + status.json().path("result"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw notConfirmed(wanted, "the wait was interrupted", askedNs, e);
    } catch (IOException e) {
      throw notConfirmed(wanted, e.getMessage(), askedNs, e);
    }
  }

  private PowerNotConfirmed notConfirmed(
      PowerState wanted, String came, long askedNs, Throwable cause) {
    return new PowerNotConfirmed(
        "Shelly plug " + prefix, wanted, came, System.nanoTime() - askedNs, cause);
  }

  private static PowerState output(Answer status) {
    return result(status, "output");
  }

  private static PowerState was(Answer set) {
    return result(set, "was_on");
  }

  private static PowerState result(Answer answer, String key) {
    JsonNode on = answer.json().path("result").path(key);
    return on.isBoolean() ? PowerState.of(on.asBoolean()) : PowerState.UNKNOWN;
  }

  private Answer request(String method, String parameters)
      throws IOException, InterruptedException {
    int id = ++requests;
    answers.clear();
    broker.publish(
        prefix + "/rpc",
        "{\"id\":%d,\"src\":\"%s\",\"method\":\"%s\",\"params\":{\"id\":%d%s}}"
            .formatted(id, source, method, channel, parameters));
    long untilNs = System.nanoTime() + confirmNs;
    while (true) {
      Answer answer = answers.poll(Math.max(0, untilNs - System.nanoTime()), TimeUnit.NANOSECONDS);
      if (answer == null) {
        throw new IOException(silence(method));
      }
      if (answer.json().path("id").asInt(-1) == id) {
        if (answer.json().has("error")) {
          throw new IOException(method + ": " + answer.json().path("error"));
        }
        return answer;
      }
    }
  }

  private String silence(String method) {
    return "no answer to "
        + method
        + (unasked.isEmpty() ? "" : "; unasked it said " + unasked)
        + (presence.isEmpty() ? "" : "; " + prefix + "/online says " + presence);
  }

  @Override
  public synchronized PowerState state() {
    try {
      return output(request("Switch.GetStatus", ""));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return PowerState.UNKNOWN;
    } catch (IOException e) {
      return PowerState.UNKNOWN;
    }
  }

  @Override
  public void close() {
    broker.unsubscribe(listener);
  }
}
