package org.deltabed.simulator.schedule;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.BiConsumer;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Value;
import org.deltabed.simulator.schedule.AsyncSchedule.Action;
import org.deltabed.simulator.schedule.LockstepSchedule.Ask;
import org.deltabed.simulator.schedule.LockstepSchedule.Crash;
import org.deltabed.simulator.schedule.LockstepSchedule.Harm;
import org.deltabed.trace.EventJson;
import org.deltabed.trace.JsonText;
import org.deltabed.wiring.BadInput;

/** A schedule as a JSON file, read strictly and written in one byte form. */
public final class ScheduleFile {
  /** Version of the file that this code writes and reads. */
  public static final int SCHEMA = 1;

  /** Largest file. */
  public static final int BYTES_MAX = 4 << 20;

  static final String LOCKSTEP = "lockstep";
  static final String ASYNC = "async";

  private ScheduleFile() {}

  /**
   * Reads a file, whose size is looked at before its content.
   *
   * @throws BadInput naming file, line, rule and remedy
   */
  public static Schedule read(Path file) {
    String name = file.toString();
    if (!Files.isRegularFile(file)) {
      String rule = Files.exists(file) ? "is not a regular file" : "there is no such file";
      throw new BadInput(name, 0, rule, "name an existing schedule file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return parse(name, in.readNBytes(BYTES_MAX + 1));
    } catch (IOException e) {
      throw new BadInput(name, 0, "cannot be read: " + e, "make it readable for this user");
    }
  }

  /**
   * Reads the bytes of a file.
   *
   * @param name name of the file, for errors
   * @throws BadInput naming file, line, rule and remedy
   */
  public static Schedule parse(String name, byte[] utf8) {
    if (utf8.length > BYTES_MAX) {
      throw new BadInput(
          name,
          0,
          "is longer than " + BYTES_MAX + " bytes",
          "check that this is the file you mean");
    }
    return ScheduleReading.read(name, LocatedJson.parse(name, utf8));
  }

  /** Writes it in one step: a reader never sees half a file. */
  public static void write(Path file, Schedule schedule) throws IOException {
    Path whole = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(whole, text(schedule), StandardCharsets.UTF_8);
    Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The file's text: equal schedules give equal texts. */
  public static String text(Schedule schedule) {
    JsonText out = new JsonText(1024);
    Setting setting = schedule.setting();
    out.ascii("{\n  \"schedule\": ").number(SCHEMA);
    out.ascii(",\n  \"adversary\": \"");
    out.ascii(schedule instanceof LockstepSchedule ? LOCKSTEP : ASYNC);
    out.ascii("\",\n  \"protocol\": ").string(setting.protocolId());
    out.ascii(",\n  \"variant\": ").string(setting.variant());
    out.ascii(",\n  \"n\": ").number(setting.n());
    out.ascii(",\n  \"f\": ").number(setting.f());
    list(out, "values", setting.values(), EventJson::write);
    out.ascii(",\n  \"requestsEach\": ").number(setting.requestsEach());
    liberties(out, setting.liberties());
    switch (schedule) {
      case LockstepSchedule(
              _,
              int cycles,
              List<Crash> crashes,
              List<Ask> asks,
              List<Harm> harms) -> {
        out.ascii(",\n  \"cycles\": ").number(cycles);
        list(out, "crashes", crashes, ScheduleFile::crash);
        list(out, "asks", asks, ScheduleFile::ask);
        if (!harms.isEmpty()) {
          list(out, "harms", harms, ScheduleFile::harm);
        }
      }
      case AsyncSchedule(_, List<Action> actions) ->
          list(out, "actions", actions, ScheduleFile::action);
    }
    return out.ascii("\n}\n").toString();
  }

  /** Left out where there are none. */
  private static void liberties(JsonText out, Liberties liberties) {
    if (!liberties.byzantine().isEmpty()) {
      out.ascii(",\n  \"byzantine\": [");
      ranks(out, liberties.byzantine());
      out.ascii("]");
    }
    if (liberties.falseSuspicions() > 0) {
      out.ascii(",\n  \"falseSuspicions\": ").number(liberties.falseSuspicions());
    }
    if (liberties.losses() > 0) {
      out.ascii(",\n  \"losses\": ").number(liberties.losses());
    }
    if (liberties.repetitions() > 0) {
      out.ascii(",\n  \"repetitions\": ").number(liberties.repetitions());
    }
  }

  private static void ranks(JsonText out, ProcessSet processes) {
    for (int p = processes.first(); p != 0; p = processes.next(p)) {
      out.ascii(p == processes.first() ? "" : ", ").number(p);
    }
  }

  /** One element a line, so that the difference of two files is that of two schedules. */
  private static <T> void list(
      JsonText out, String key, List<T> elements, BiConsumer<JsonText, T> element) {
    out.ascii(",\n  ").string(key).ascii(": [");
    for (int i = 0; i < elements.size(); i++) {
      out.ascii(i == 0 ? "\n    " : ",\n    ");
      element.accept(out, elements.get(i));
    }
    out.ascii(elements.isEmpty() ? "]" : "\n  ]");
  }

  private static void crash(JsonText out, Crash crash) {
    out.ascii("{\"process\": ").number(crash.process());
    out.ascii(", \"slot\": ").number(crash.slot()).ascii(", \"reached\": [");
    ranks(out, crash.reached());
    out.ascii("]}");
  }

  private static void ask(JsonText out, Ask ask) {
    out.ascii("{\"process\": ").number(ask.process());
    out.ascii(", \"slot\": ").number(ask.slot()).ascii("}");
  }

  private static void harm(JsonText out, Harm harm) {
    out.ascii("{\"slot\": ").number(harm.slot()).ascii(", \"missed\": [");
    ranks(out, harm.missed());
    out.ascii("], \"twice\": [");
    ranks(out, harm.twice());
    out.ascii("]}");
  }

  private static void action(JsonText out, Action action) {
    out.ascii("{\"action\": \"");
    switch (action) {
      case Action.Ask(int p) -> out.ascii("ask\", \"process\": ").number(p);
      case Action.Arrive(int p, int sender, int message) -> {
        out.ascii("arrive\", \"process\": ").number(p);
        out.ascii(", \"sender\": ").number(sender);
        out.ascii(", \"message\": ").number(message);
      }
      case Action.Detect(int p, int crashed) -> {
        out.ascii("detect\", \"process\": ").number(p);
        out.ascii(", \"crashed\": ").number(crashed);
      }
      case Action.Restore(int p, int suspected) -> {
        out.ascii("restore\", \"process\": ").number(p);
        out.ascii(", \"suspected\": ").number(suspected);
      }
      case Action.Forge(int p, int sender, String instance, Value message) -> {
        out.ascii("forge\", \"process\": ").number(p);
        out.ascii(", \"sender\": ").number(sender);
        out.ascii(", \"instance\": ").string(instance).ascii(", \"message\": ");
        EventJson.write(out, message);
      }
      case Action.Crash(int p) -> out.ascii("crash\", \"process\": ").number(p);
    }
    out.ascii("}");
  }
}
