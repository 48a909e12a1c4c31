package org.deltabed.simulator.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.simulator.run.Happening;

/** A run in slots, told slot by slot; slots in which nothing happens are left out. */
final class SlotTelling {
  private final Scene scene;
  private final List<String> lines = new ArrayList<>();

  /** Who did what since that was last told. */
  private final Map<Phrase, ProcessSet> doing = new LinkedHashMap<>();

  /** What is said of the frame of this slot if its owner crashes in it. */
  private String crashOfOwner = "";

  private ProcessSet alive;

  /** Whether frames were not told because they say the same as their senders' last ones. */
  private boolean leftOut;

  SlotTelling(Scene scene) {
    this.scene = scene;
    alive = ProcessSet.all(scene.n());
  }

  List<String> tell() {
    List<String> story = new ArrayList<>();
    List<Happening> all = scene.happenings();
    int at = 0;
    for (int slot = 0; slot < scene.execution.slots(); slot++) {
      lines.clear();
      for (; at < all.size() && all.get(at).time() == slot; at++) {
        tell(at, all.get(at), slot % scene.n() + 1);
      }
      flush();
      if (!lines.isEmpty()) {
        story.add("slot " + slot + ", of p" + (slot % scene.n() + 1));
        lines.forEach(line -> story.add("  " + line));
      }
    }
    if (leftOut) {
      story.add("Frames that repeat their senders' last ones are not told.");
    }
    return story;
  }

  private void tell(int number, Happening happening, int owner) {
    switch (happening) {
      case Happening.Did did when scene.isCited(number) -> {
        flush();
        Phrase phrase = Phrase.of(did, scene.protocol.top());
        lines.add(phrase.by(ProcessSet.of(did.process())) + " (#" + number + ")");
      }
      case Happening.Did did when scene.isTold(did) ->
          doing.merge(
              Phrase.of(did, scene.protocol.top()),
              ProcessSet.of(did.process()),
              ProcessSet::union);
      case Happening.Crashed crashed -> crash(crashed.process(), owner);
      case Happening.Framed framed -> frame(framed);
      default -> {}
    }
  }

  private void crash(int process, int owner) {
    flush();
    alive = alive.without(process);
    if (process == owner) {
      crashOfOwner = "p" + process + " crashes while it sends: ";
    } else {
      lines.add("p" + process + " crashes");
    }
  }

  /** A frame that got through is told unless it is empty or says nothing new. */
  private void frame(Happening.Framed framed) {
    flush();
    int slot = framed.time();
    ProcessSet harmed = scene.missed(slot).union(scene.twice(slot));
    boolean isNew = framed.messages() > 0 && (!scene.frames.repeats(slot) || !harmed.isEmpty());
    leftOut |= framed.messages() > 0 && !isNew && crashOfOwner.isEmpty();
    if (isNew || !crashOfOwner.isEmpty()) {
      ProcessSet others = framed.reached().without(framed.process());
      ProcessSet missed = alive.without(framed.process()).minus(framed.reached());
      lines.add(
          (crashOfOwner.isEmpty()
                  ? "p" + framed.process() + "'s frame"
                  : crashOfOwner + "its frame")
              + " ("
              + scene.frames.words(slot)
              + ") reaches "
              + (missed.isEmpty() && others.size() > 1 ? "all others" : Phrase.names(others))
              + (missed.isEmpty() || others.isEmpty() ? "" : ", not " + Phrase.names(missed))
              + (scene.twice(slot).isEmpty() ? "" : ", twice " + Phrase.names(scene.twice(slot))));
    }
    crashOfOwner = "";
  }

  private void flush() {
    doing.forEach((phrase, who) -> lines.add(phrase.by(who)));
    doing.clear();
  }
}
