package org.deltabed.bench;

/**
 * One measured line of the table.
 *
 * @param bench the benchmark's name on the command line
 * @param name what was measured
 * @param value in {@code unit}
 * @param unit of the value
 * @param allocatedBytes of each operation, exactly as the JVM counted them for the thread; null
 *     where it was not counted
 * @param target of the value; null for none
 * @param allocationTarget bytes of each operation; null for none
 */
record Figure(
    String bench,
    String name,
    Spread value,
    String unit,
    Double allocatedBytes,
    Target target,
    Target allocationTarget) {

  static Figure of(String bench, String name, Spread value, String unit) {
    return new Figure(bench, name, value, unit, null, null, null);
  }

  Figure target(Target wanted) {
    return new Figure(bench, name, value, unit, allocatedBytes, wanted, allocationTarget);
  }

  /** With the bytes that each operation allocated, which must be none. */
  Figure allocates(double bytes) {
    return new Figure(bench, name, value, unit, bytes, target, Target.atMost(0));
  }

  boolean hasTarget() {
    return target != null || allocationTarget != null;
  }

  /** Whether the median, and the allocation, are what they have to be. */
  boolean met() {
    return (target == null || target.met(value.median()))
        && (allocationTarget == null || allocationTarget.met(allocatedBytes));
  }

  /** The targets as text, empty for none. */
  String targetText() {
    String ofValue = target == null ? "" : target.text() + " " + unit;
    String ofAllocation =
        allocationTarget == null ? "" : allocationTarget.bound() == 0 ? "0 B" : "";
    return ofValue.isEmpty() || ofAllocation.isEmpty()
        ? ofValue + ofAllocation
        : ofValue + ", " + ofAllocation;
  }
}
