package org.deltabed.wiring;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a node's power is cut.
 *
 * @param by {@code process} (virtual testbed), {@code relay}, {@code tasmota}, {@code shelly},
 *     {@code command}, {@code usb-relay} or {@code person}
 * @param settings what the driver is told, as text, sorted by key
 */
public record PowerSpec(String by, Map<String, String> settings) {

  /** Power that is the life of a process on the virtual testbed. */
  public static final String PROCESS = "process";

  public PowerSpec {
    if (by.isEmpty()) {
      throw new IllegalArgumentException("power by nothing");
    }
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
  }

  /** A driver without settings. */
  public static PowerSpec by(String driver) {
    return new PowerSpec(driver, Map.of());
  }

  /** A setting, or {@code otherwise} where it is not given. */
  public String setting(String key, String otherwise) {
    return settings.getOrDefault(key, otherwise);
  }

  /** The driver, and its settings if there are any: {@code tasmota topic=plug3}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(by);
    settings.forEach((key, value) -> text.append(' ').append(key).append('=').append(value));
    return text.toString();
  }
}
