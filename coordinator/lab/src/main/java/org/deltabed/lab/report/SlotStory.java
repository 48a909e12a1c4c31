package org.deltabed.lab.report;

import java.util.StringJoiner;

/** What a slot, a message or a late frame says when it is pointed at: the records behind it. */
final class SlotStory {
  private final DrawnRun trace;
  private final Geometry geometry;
  private final long startRound;

  SlotStory(DrawnRun trace, Geometry geometry, long startRound) {
    this.trace = trace;
    this.geometry = geometry;
    this.startRound = startRound;
  }

  /** Where a slot is in the run and on the bus. */
  String where(int position) {
    int round = position / geometry.n();
    return "round "
        + (round + 1)
        + ", slot "
        + position % geometry.n()
        + " (bus round "
        + (startRound + round)
        + ")";
  }

  String of(int position, DrawnRun.Slot slot) {
    int owner = position % geometry.n() + 1;
    StringJoiner story = new StringJoiner("\n");
    story.add("slot of p" + owner + ": " + where(position));
    if (slot == null) {
      return story.add("no record").toString();
    }
    for (DrawnRun.Sending sending : slot.sendings) {
      story.add(
          "SEND"
              + (sending.addressee() == 0 ? "" : " to p" + sending.addressee())
              + " "
              + since(owner, sending.timeNs())
              + ", "
              + sending.bytes()
              + " bytes  "
              + sending.ref());
    }
    for (DrawnRun.Reception reception : slot.receptions) {
      story.add(
          "p"
              + reception.process()
              + " FRAME "
              + since(reception.process(), reception.timeNs())
              + (reception.messages().isEmpty() ? "" : ", message " + reception.messages())
              + "  "
              + reception.ref());
    }
    slot.silent.forEach((process, ref) -> story.add("p" + process + " SILENCE  " + ref));
    return story.toString();
  }

  String ofMessages(int position, DrawnRun.Slot slot, DrawnRun.Reception reception) {
    int sender = position % geometry.n() + 1;
    StringJoiner story = new StringJoiner("\n");
    story.add("p" + sender + " → p" + reception.process() + ": " + where(position));
    for (long message : reception.messages()) {
      DrawnRun.Hand hand = trace.hand(sender, message);
      story.add(
          hand == null
              ? "message " + message
              : "message "
                  + message
                  + " of "
                  + hand.instance()
                  + ", handed "
                  + since(sender, hand.timeNs())
                  + "  "
                  + hand.ref());
    }
    if (!slot.sendings.isEmpty()) {
      story.add("composed " + since(sender, slot.sendings.getFirst().timeNs()));
    }
    story.add("arrived " + since(reception.process(), reception.arrivalNs()));
    story.add(
        "delivered " + since(reception.process(), reception.timeNs()) + "  " + reception.ref());
    return story.toString();
  }

  String ofLate(int position, DrawnRun.Lateness late) {
    int sender = position % geometry.n() + 1;
    return "LATE: p"
        + sender
        + " → p"
        + late.process()
        + ", "
        + where(position)
        + "\narrived "
        + since(late.process(), late.arrivalNs())
        + ", "
        + Words.duration(late.excessNs())
        + " after its deadline\n"
        + late.ref();
  }

  private String since(int process, long timeNs) {
    return Words.since(geometry.sinceNs(process, timeNs));
  }
}
