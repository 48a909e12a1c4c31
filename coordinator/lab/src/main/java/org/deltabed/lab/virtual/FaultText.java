package org.deltabed.lab.virtual;

import java.util.Map;
import tools.jackson.databind.ObjectMapper;

/** A fault's parameters as a record's data. */
final class FaultText {

  private static final ObjectMapper JSON = new ObjectMapper();

  private FaultText() {}

  static String of(Map<String, Object> parameters) {
    return JSON.writeValueAsString(Map.of("fault", parameters));
  }
}
