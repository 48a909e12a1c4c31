package org.deltabed.protocol.catalogue;

import static org.deltabed.protocol.catalogue.Parts.DEPENDABLE;
import static org.deltabed.protocol.catalogue.Parts.NOTES;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Composition;
import org.deltabed.protocol.Composition.Part;
import org.deltabed.protocol.history.Property;
import org.deltabed.protocol.link.FairLossLinks;
import org.deltabed.protocol.link.PerfectLinks;
import org.deltabed.protocol.link.StubbornLinks;
import org.deltabed.protocol.properties.LinkProperties;

/** The links. */
final class Links {
  private static final Part FLL = Part.of("fll", FairLossLinks::new);
  private static final Part SL = Part.of("sl", StubbornLinks::new).uses(FLL);
  private static final Part PL = Part.of("pl", PerfectLinks::new).uses(SL);

  static final List<Protocol> ALL =
      List.of(
          new Protocol(
              "L1",
              "fair-loss-links",
              "fair-loss links",
              Model.FAIR_LOSS,
              NOTES + "Fair-loss links",
              Composition.of(FLL),
              "fll",
              Workload.SEND_AGAIN,
              6, // three sendings, one a cycle, and three cycles for the last
              LinkProperties.fairLoss("fll")),
          new Protocol(
              "L2",
              "stubborn-links",
              "stubborn links",
              Model.CYCLES,
              NOTES + "Stubborn links",
              Composition.of(SL),
              "sl",
              Workload.SEND,
              7, // two times three cycles, in each of which it is delivered
              and(LinkProperties.stubborn("sl"), LinkProperties.fairLoss("sl/fll"))),
          new Protocol(
              "L3",
              "perfect-links",
              "perfect links",
              Model.CYCLES,
              DEPENDABLE + "2.3.3 Alg. impl. perfect links (pl) from stubborn links (sl)",
              Composition.of(PL),
              "pl",
              Workload.SEND,
              7,
              and(
                  and(LinkProperties.perfect("pl"), LinkProperties.stubborn("pl/sl")),
                  LinkProperties.fairLoss("pl/sl/fll"))));

  private Links() {}

  private static List<Property> and(List<Property> own, List<Property> ofUsed) {
    List<Property> all = new ArrayList<>(own);
    all.addAll(ofUsed);
    return all;
  }
}
