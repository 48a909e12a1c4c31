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

  /** By process: what it has handed to the bus since its last frame. */
  private final Map<Integer, List<String>> handedBy = new LinkedHashMap<>();

  /** What is said of the frame of this slot if its owner crashes in it. */
  private String crashOfOwner = "";

  private ProcessSet alive;

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
    return story;
  }

  private void tell(int number, Happening happening, int owner) {
    switch (happening) {
      case Happening.Sent sent ->
          handedBy
              .computeIfAbsent(sent.process(), _ -> new ArrayList<>())
              .add(sent.instance() + " " + sent.message());
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

  /** What was handed over by now is in the frame; it is told unless it is empty and got through. */
  private void frame(Happening.Framed framed) {
    flush();
    List<String> messages = handedBy.remove(framed.process());
    String content = messages == null ? "empty" : String.join(", ", messages);
    if (framed.messages() > 0 || !crashOfOwner.isEmpty()) {
      ProcessSet others = framed.reached().without(framed.process());
      ProcessSet missed = alive.without(framed.process()).minus(framed.reached());
      lines.add(
          (crashOfOwner.isEmpty()
                  ? "p" + framed.process() + "'s frame"
                  : crashOfOwner + "its frame")
              + " ("
              + content
              + ") reaches "
              + (missed.isEmpty() && others.size() > 1 ? "all others" : Phrase.names(others))
              + (missed.isEmpty() || others.isEmpty() ? "" : ", not " + Phrase.names(missed)));
    }
    crashOfOwner = "";
  }

  private void flush() {
    doing.forEach((phrase, who) -> lines.add(phrase.by(who)));
    doing.clear();
  }
}
