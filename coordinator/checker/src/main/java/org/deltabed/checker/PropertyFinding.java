package org.deltabed.checker;

import java.util.List;

/**
 * What came of one property.
 *
 * @param name its name, with the instance it belongs to when several share a name
 * @param holds whether it held
 * @param checked how many single cases were looked at
 * @param needsDelta whether it is owed only while the delay bound holds
 * @param explanation why it does not hold; empty when it does
 * @param refs records that show it, each {@code file:line}
 */
public record PropertyFinding(
    String name,
    boolean holds,
    long checked,
    boolean needsDelta,
    String explanation,
    List<String> refs) {
  public PropertyFinding {
    refs = List.copyOf(refs);
  }
}
