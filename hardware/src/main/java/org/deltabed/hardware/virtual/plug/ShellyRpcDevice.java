package org.deltabed.hardware.virtual.plug;

import java.io.IOException;
import java.util.List;
import org.deltabed.hardware.power.plug.BrokerLogin;
import org.eclipse.paho.mqttv5.common.MqttException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A Shelly plug of the second generation, with one switch, RPC and status notices enabled. */
public final class ShellyRpcDevice extends SimulatedPlug {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int NO_HANDLER = 404;
  private static final int BAD_ARGUMENT = -103;

  private final String prefix;

  private ShellyRpcDevice(BrokerLogin login, String prefix, Mains mains) {
    super(
        login, new Presence(prefix + "/online", "true", "false"), List.of(prefix + "/rpc"), mains);
    this.prefix = prefix;
  }

  /** Connects to the broker, its relay as it was. */
  public static ShellyRpcDevice start(BrokerLogin login, String prefix, Mains mains)
      throws IOException {
    ShellyRpcDevice device = new ShellyRpcDevice(login, prefix, mains);
    device.start();
    return device;
  }

  @Override
  void carryOut(String topic, String payload) throws MqttException {
    JsonNode request;
    try {
      request = JSON.readTree(payload);
    } catch (JacksonException e) {
      return; // no request, no answer
    }
    String source = request.path("src").asString("");
    if (source.isEmpty() || !request.has("id")) {
      return;
    }
    ObjectNode answer = JSON.createObjectNode();
    answer.set("id", request.path("id"));
    answer.put("src", prefix).put("dst", source);
    boolean switched = answer(request, answer);
    publish(source + "/rpc", answer.toString(), false);
    if (switched) {
      connected();
    }
  }

  /** Puts {@code result} or {@code error}; true if it has switched. */
  private boolean answer(JsonNode request, ObjectNode answer) {
    JsonNode parameters = request.path("params");
    String method = request.path("method").asString("");
    if (parameters.path("id").asInt(-1) != 0) {
      error(answer, BAD_ARGUMENT, "Argument 'id', value unknown!");
      return false;
    }
    switch (method) {
      case "Switch.Set" -> {
        if (!parameters.path("on").isBoolean()) {
          error(answer, BAD_ARGUMENT, "Missing required argument 'on'!");
          return false;
        }
        answer.putObject("result").put("was_on", claims());
        switchTo(parameters.path("on").asBoolean());
        return true;
      }
      case "Switch.GetStatus" -> answer.set("result", status());
      default -> error(answer, NO_HANDLER, "No handler for " + method);
    }
    return false;
  }

  private static void error(ObjectNode answer, int code, String message) {
    answer.putObject("error").put("code", code).put("message", message);
  }

  private ObjectNode status() {
    return JSON.createObjectNode().put("id", 0).put("source", "MQTT").put("output", claims());
  }

  @Override
  void connected() throws MqttException {
    publish(prefix + "/status/switch:0", status().toString(), false);
  }
}
