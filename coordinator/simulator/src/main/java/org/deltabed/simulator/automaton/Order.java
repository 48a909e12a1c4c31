package org.deltabed.simulator.automaton;

/**
 * What a step may depend on beside the process's own state, packed: who has crashed and, where the
 * order of operations counts, how many indications each process has had. Process p's crash is bit
 * p-1; the counts follow, of as many bits each as there is room for.
 *
 * @param n how many processes there are
 */
public record Order(int n) {
  /** All but one of the bits that {@link Steps} has for it. */
  private static final int BITS = Steps.CRASHED_BITS - 1;

  public int crashed(int context) {
    return context & ((1 << n) - 1);
  }

  /** How many indications of that process are counted in it. */
  public int count(int context, int process) {
    return (context >>> shift(process)) & ((1 << each()) - 1);
  }

  /**
   * With so many indications of that process.
   *
   * @throws TooLarge if there is no room for them
   */
  public int with(int context, int process, int count) {
    if (count >= 1 << each()) {
      throw new TooLarge(count + " indications of p" + process + ", with " + n + " processes");
    }
    return context | count << shift(process);
  }

  private int shift(int process) {
    return n + (process - 1) * each();
  }

  private int each() {
    return (BITS - n) / n;
  }
}
