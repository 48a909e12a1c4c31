package org.deltabed.protocol.catalogue;

import java.util.List;
import org.deltabed.protocol.Composition;
import org.deltabed.protocol.history.Property;

/**
 * An algorithm that can be run by itself.
 *
 * @param id such as {@code C2}
 * @param name such as {@code uniform-hierarchical-consensus}
 * @param title the abstraction in words
 * @param page source and heading
 * @param composition what to build on every process
 * @param top the path of the instance that requests go to
 * @param firstRequest what the value that a plan gives a process becomes at the top
 * @param properties what it owes, of the top instance and of those below
 */
public record Protocol(
    String id,
    String name,
    String title,
    String page,
    Composition composition,
    String top,
    FirstRequest firstRequest,
    List<Property> properties) {
  public Protocol {
    properties = List.copyOf(properties);
  }
}
