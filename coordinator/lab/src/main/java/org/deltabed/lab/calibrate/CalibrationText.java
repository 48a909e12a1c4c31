package org.deltabed.lab.calibrate;

import java.util.List;
import java.util.Map;
import org.deltabed.wiring.Testbed;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What was measured and what follows, for a person and for a program. */
final class CalibrationText {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BAR_CHARS = 40;

  private final Testbed testbed;
  private final Measured measured;
  private final Recommendation best;
  private final Recommendation safer;

  CalibrationText(Testbed testbed, Measured measured) {
    this.testbed = testbed;
    this.measured = measured;
    best = Recommendation.of(measured, testbed);
    safer = Recommendation.tenTimesSafer(measured, testbed);
  }

  String table() {
    StringBuilder text = new StringBuilder("bus of " + testbed.name() + " under load\n\n");
    text.append("delay from hand-over to arrival, in us, by bytes on the line\n");
    text.append(
        "%6s %8s %9s %9s %9s %9s %8s  %s%n"
            .formatted("bytes", "delays", "min", "median", "99 %", "max", "damaged", "median"));
    long longestNs =
        measured.bySize().values().stream().mapToLong(Spread::medianNs).max().orElse(1);
    measured
        .bySize()
        .forEach(
            (bytes, it) ->
                text.append(
                    "%6d %8d %9d %9d %9d %9d %8d  %s%n"
                        .formatted(
                            bytes,
                            it.count(),
                            us(it.minNs()),
                            us(it.medianNs()),
                            us(it.p99Ns()),
                            us(it.maxNs()),
                            measured.damaged().getOrDefault(bytes, 0L),
                            "#".repeat((int) (BAR_CHARS * it.medianNs() / longestNs)))));
    text.append('\n');
    spread(text, "a frame's way beyond its bytes", measured.way());
    spread(text, "senders late in their slots", measured.sending());
    spread(text, "delivery steps late", measured.step());
    long all = measured.allHeard() + measured.allDamaged();
    text.append("%-32s %d of %d%n".formatted("damaged frames", measured.allDamaged(), all));
    recommend(text);
    return text.toString();
  }

  private static void spread(StringBuilder text, String what, List<Long> sorted) {
    if (!sorted.isEmpty()) {
      Spread it = Spread.of(sorted);
      text.append(
          "%-32s median %d us, 99 %% %d us, max %d us%n"
              .formatted(what, us(it.medianNs()), us(it.p99Ns()), us(it.maxNs())));
    }
  }

  private void recommend(StringBuilder text) {
    text.append("\nrecommended for ").append(testbed.name()).append(", twice the longest seen:\n");
    text.append("  bus:\n");
    text.append("    receiveJitterUs: ").append(best.receiveJitterUs());
    text.append("   # ruled by ").append(best.ruledBy()).append('\n');
    text.append("    guardUs: ").append(best.guardUs());
    text.append("   # for the delivery step\n");
    text.append("    slotUs: ").append(best.slotUs());
    text.append("   # turnaround + longest burst + jitter + guard\n");
    text.append("  so that delta is ").append(best.deltaUs()).append(" us\n");
    text.append(
        "to be 10 times safer: receiveJitterUs %d, guardUs %d, slotUs %d; delta %d us (%+d %%)%n"
            .formatted(
                safer.receiveJitterUs(),
                safer.guardUs(),
                safer.slotUs(),
                safer.deltaUs(),
                100 * (safer.deltaUs() - best.deltaUs()) / best.deltaUs()));
    text.append(
        "  taken from how the tail goes on; to know it, measure 10 times as long as this time");
    if (!testbed.clock().shared()) {
      text.append(
          "\nclocks' offsets: the quickest frames of two nodes to each other count as alike");
    }
  }

  String json() {
    ObjectNode root = JSON.createObjectNode();
    root.put("testbed", testbed.name()).put("wiringHash", testbed.hash());
    ArrayNode sizes = root.putArray("delaysByBytes");
    for (Map.Entry<Integer, Spread> size : measured.bySize().entrySet()) {
      ObjectNode one = sizes.addObject().put("bytes", size.getKey());
      put(one, size.getValue());
      one.put("damaged", measured.damaged().getOrDefault(size.getKey(), 0L));
      one.put("heardByTap", measured.heard().getOrDefault(size.getKey(), 0L));
    }
    put(root, "way", measured.way());
    put(root, "sending", measured.sending());
    put(root, "step", measured.step());
    put(root.putObject("recommended"), best);
    put(root.putObject("tenTimesSafer"), safer);
    return root.toPrettyString();
  }

  private static void put(ObjectNode root, String name, List<Long> sorted) {
    if (!sorted.isEmpty()) {
      put(root.putObject(name), Spread.of(sorted));
    }
  }

  private static void put(ObjectNode to, Spread it) {
    to.put("count", it.count()).put("minNs", it.minNs()).put("medianNs", it.medianNs());
    to.put("p99Ns", it.p99Ns()).put("p999Ns", it.p999Ns()).put("maxNs", it.maxNs());
  }

  private static void put(ObjectNode to, Recommendation it) {
    to.put("receiveJitterUs", it.receiveJitterUs()).put("guardUs", it.guardUs());
    to.put("slotUs", it.slotUs()).put("deltaUs", it.deltaUs()).put("ruledBy", it.ruledBy());
  }

  private static long us(long ns) {
    return ns / 1_000;
  }
}
