package org.deltabed.agent.core;

import java.util.List;
import org.deltabed.trace.JsonText;

/** The data of a run's records. */
final class RunJson {
  private RunJson() {}

  static String start(RunOrder order) {
    JsonText text = new JsonText(256);
    text.ascii("{\"run\":").string(order.run());
    text.ascii(",\"protocol\":").string(order.protocol());
    text.ascii(",\"variant\":").string(order.variant());
    text.ascii(",\"nonce\":").string(order.nonce());
    text.ascii(",\"boots\":[");
    numbers(text, order.boots());
    text.ascii("],\"crashesMax\":").number(order.crashesMax());
    text.ascii(",\"proposal\":").number(order.proposal());
    text.ascii(",\"requestsEach\":").number(order.requestsEach());
    if (!order.behaviour().isEmpty()) {
      text.ascii(",\"byzantine\":").string(order.behaviour());
    }
    return text.ascii("}").toString();
  }

  static String crashPoint(CrashPoint.AfterSubFrames at) {
    JsonText text = new JsonText(128);
    text.ascii("{\"afterSubFrames\":").number(at.subFrames()).ascii(",\"order\":[");
    numbers(text, at.order());
    return text.ascii("]}").toString();
  }

  private static void numbers(JsonText text, List<Integer> numbers) {
    for (int i = 0; i < numbers.size(); i++) {
      text.ascii(i == 0 ? "" : ",").number(numbers.get(i));
    }
  }
}
