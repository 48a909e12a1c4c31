package org.deltabed.checker;

import java.util.List;

/**
 * What came of one property.
 *
 * @param name as on the page, such as {@code uniform agreement}
 * @param instance the instance that owes it, such as {@code uc}
 * @param holds whether it held
 * @param checked how many single cases were looked at
 * @param needsDelta whether it is owed only while the delay bound holds
 * @param explanation why it does not hold, or why the run gives no answer; empty when it holds
 * @param refs records that show it, each {@code file:line}
 */
public record PropertyFinding(
    String name,
    String instance,
    boolean holds,
    long checked,
    boolean needsDelta,
    String explanation,
    List<String> refs) {
  public PropertyFinding {
    refs = List.copyOf(refs);
  }
}
