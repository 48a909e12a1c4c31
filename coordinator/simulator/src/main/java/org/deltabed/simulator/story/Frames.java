package org.deltabed.simulator.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deltabed.simulator.run.Happening;
import org.deltabed.simulator.run.Happening.Sent;

/** What is in the frames of a run in slots: all that their senders had handed over by then. */
final class Frames {
  private final Map<Integer, List<Sent>> bySlot = new HashMap<>();
  private final Set<Integer> repeated = new HashSet<>();

  Frames(List<Happening> happenings) {
    Map<Integer, List<Sent>> handed = new HashMap<>();
    Map<Integer, List<String>> before = new HashMap<>();
    for (Happening happening : happenings) {
      if (happening instanceof Sent sent) {
        handed.computeIfAbsent(sent.process(), _ -> new ArrayList<>()).add(sent);
      } else if (happening instanceof Happening.Framed framed) {
        List<Sent> content = handed.remove(framed.process());
        content = content == null ? List.of() : content;
        bySlot.put(framed.time(), content);
        List<String> said = content.stream().map(Frames::words).toList();
        if (said.equals(before.put(framed.process(), said))) {
          repeated.add(framed.time());
        }
      }
    }
  }

  /** The messages in the frame of that slot. */
  List<Sent> in(int slot) {
    return bySlot.getOrDefault(slot, List.of());
  }

  /** Whether the frame of that slot says the same as its sender's last one. */
  boolean repeats(int slot) {
    return repeated.contains(slot);
  }

  /** The frame's messages with the instances that they are for. */
  String words(int slot) {
    List<String> words = in(slot).stream().map(Frames::words).toList();
    return words.isEmpty() ? "empty" : String.join(", ", words);
  }

  /** The frame's messages, briefly. */
  String brief(int slot) {
    return String.join(", ", in(slot).stream().map(sent -> Brief.of(sent.message())).toList());
  }

  private static String words(Sent sent) {
    return sent.instance() + " " + sent.message();
  }
}
