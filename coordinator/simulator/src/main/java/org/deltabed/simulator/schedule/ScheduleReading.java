package org.deltabed.simulator.schedule;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Alphabet;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.catalogue.Variant;
import org.deltabed.simulator.schedule.AsyncSchedule.Action;
import org.deltabed.simulator.schedule.LockstepSchedule.Ask;
import org.deltabed.simulator.schedule.LockstepSchedule.Crash;
import org.deltabed.simulator.schedule.LockstepSchedule.Harm;
import org.deltabed.trace.EventJson;
import org.deltabed.trace.JsonText;
import org.deltabed.wiring.BadInput;

/** The rules of a schedule file, each named when it is broken. */
final class ScheduleReading {
  private static final int CYCLES_MAX = 100_000;
  private static final int REQUESTS_MAX = 1_000;
  private static final int LIBERTIES_MAX = 1_000;
  private static final List<String> COMMON =
      List.of("schedule", "adversary", "protocol", "variant", "n", "f", "values", "requestsEach");

  private final Members root;
  private final int n;
  private final Setting setting;

  private ScheduleReading(Members root) {
    this.root = root;
    n = root.number("n", 1, ProcessSet.MAX);
    setting = setting();
  }

  static Schedule read(String file, LocatedJson json) {
    Members root = Members.of(file, json);
    root.number("schedule", ScheduleFile.SCHEMA, ScheduleFile.SCHEMA);
    String adversary = root.string("adversary");
    return switch (adversary) {
      case ScheduleFile.LOCKSTEP -> {
        root.only(COMMON, "cycles", "crashes", "asks", "harms", "losses", "repetitions");
        yield new ScheduleReading(root).lockstep();
      }
      case ScheduleFile.ASYNC -> {
        root.only(COMMON, "actions", "byzantine", "falseSuspicions");
        yield new ScheduleReading(root).async();
      }
      default ->
          throw root.bad(
              "adversary",
              "there is no adversary " + adversary,
              "write " + ScheduleFile.LOCKSTEP + " or " + ScheduleFile.ASYNC);
    };
  }

  private Setting setting() {
    String variant = variant();
    String protocol = protocol();
    if (!variant.isEmpty()) {
      String of = Catalogue.variant(variant).protocol().id();
      if (!of.equals(protocol)) {
        throw root.bad(
            "variant",
            variant + " is a mistake in " + of + ", not in " + protocol,
            "write protocol " + of);
      }
    }
    int f = root.number("f", 0, n - 1);
    int each = root.number("requestsEach", 1, REQUESTS_MAX);
    List<LocatedJson> given = root.list("values");
    if (given.size() != n) {
      throw root.bad("values", given.size() + " values for n=" + n, "give each process one");
    }
    List<Value> values = given.stream().map(this::value).toList();
    return new Setting(protocol, variant, n, f, values, each, liberties(f));
  }

  private Liberties liberties(int f) {
    ProcessSet byzantine = ProcessSet.EMPTY;
    if (root.has("byzantine")) {
      for (LocatedJson rank : root.list("byzantine")) {
        byzantine = byzantine.with(root.number("byzantine", rank, 1, n));
      }
    }
    if (byzantine.size() > f) {
      throw root.bad(
          "byzantine",
          byzantine.size() + " Byzantine processes, but at most f=" + f + " may be",
          "name fewer, or write a greater f");
    }
    return new Liberties(
        byzantine, liberty("falseSuspicions"), liberty("losses"), liberty("repetitions"));
  }

  private int liberty(String name) {
    return root.has(name) ? root.number(name, 0, LIBERTIES_MAX) : 0;
  }

  private String protocol() {
    String given = root.string("protocol");
    try {
      return Catalogue.find(given).id();
    } catch (IllegalArgumentException e) {
      throw root.bad(
          "protocol",
          "there is no protocol " + given,
          "choose one of " + Catalogue.protocols().stream().map(Protocol::id).toList());
    }
  }

  private String variant() {
    String given = root.string("variant");
    try {
      return given.isEmpty() ? "" : Catalogue.variant(given).id();
    } catch (IllegalArgumentException e) {
      throw root.bad(
          "variant",
          "there is no variant " + given,
          "choose one of " + Catalogue.variants().stream().map(Variant::id).toList());
    }
  }

  /** A value that says no more than its type holds: it is written again as it was read. */
  private Value value(LocatedJson given) {
    try {
      Value value = EventJson.readValue(given.toString());
      JsonText again = new JsonText(128);
      EventJson.write(again, value);
      if (again.toString().equals(given.toString())) {
        return value;
      }
      throw new IllegalArgumentException("a value is written as " + again);
    } catch (IllegalArgumentException e) {
      throw new BadInput(
          root.file(),
          given.line(),
          e.getMessage(),
          "write values such as {\"type\": \"Num\", \"number\": 10}");
    }
  }

  private LockstepSchedule lockstep() {
    int cycles = root.number("cycles", 1, CYCLES_MAX);
    List<Crash> crashes = new ArrayList<>();
    LockstepSchedule schedule = new LockstepSchedule(setting, cycles, crashes, asks(cycles));
    for (LocatedJson element : root.list("crashes")) {
      Members crash = Members.of(root.file(), element);
      crash.only(List.of("process", "slot", "reached"));
      ProcessSet reached = ranks(crash, "reached");
      int slot = crash.number("slot", 0, cycles * n - 1);
      crashes.add(new Crash(crash.number("process", 1, n), slot, reached));
      try {
        schedule = schedule.with(crashes);
      } catch (IllegalArgumentException e) {
        throw new BadInput(
            root.file(), element.line(), e.getMessage(), "correct or remove this crash");
      }
    }
    return root.has("harms") ? harmed(schedule) : schedule;
  }

  private LockstepSchedule harmed(LockstepSchedule right) {
    LockstepSchedule schedule = right;
    List<Harm> harms = new ArrayList<>();
    for (LocatedJson element : root.list("harms")) {
      Members harm = Members.of(root.file(), element);
      harm.only(List.of("slot", "missed", "twice"));
      int slot = harm.number("slot", 0, right.cycles() * n - 1);
      harms.add(new Harm(slot, ranks(harm, "missed"), ranks(harm, "twice")));
      try {
        schedule = right.harmed(harms);
      } catch (IllegalArgumentException e) {
        throw new BadInput(
            root.file(), element.line(), e.getMessage(), "correct or remove this harm");
      }
    }
    return schedule;
  }

  private ProcessSet ranks(Members members, String key) {
    ProcessSet ranks = ProcessSet.EMPTY;
    for (LocatedJson rank : members.list(key)) {
      ranks = ranks.with(members.number(key, rank, 1, n));
    }
    return ranks;
  }

  private List<Ask> asks(int cycles) {
    List<Ask> asks = new ArrayList<>();
    for (LocatedJson element : root.list("asks")) {
      Members ask = Members.of(root.file(), element);
      ask.only(List.of("process", "slot"));
      int slot = ask.number("slot", 0, cycles * n - 1);
      asks.add(new Ask(ask.number("process", 1, n), slot));
      try {
        new LockstepSchedule(setting, cycles, List.of(), asks);
      } catch (IllegalArgumentException e) {
        throw new BadInput(
            root.file(), element.line(), e.getMessage(), "write an empty list: \"asks\": []");
      }
    }
    return asks;
  }

  private AsyncSchedule async() {
    List<Action> actions = new ArrayList<>();
    ProcessSet byzantine = setting.liberties().byzantine();
    ProcessSet faulty = byzantine;
    for (LocatedJson element : root.list("actions")) {
      Members members = Members.of(root.file(), element);
      Action action = action(members);
      if (action instanceof Action.Crash(int p)) {
        faulty = faulty.with(p);
        if (faulty.size() > setting.f()) {
          String also = byzantine.isEmpty() ? "" : " and " + byzantine.size() + " Byzantine";
          int crashes = faulty.size() - byzantine.size();
          throw members.bad(
              "action",
              crashes + " crashes" + also + ", but at most f=" + setting.f() + " may be faulty",
              "remove this crash, or write a greater f");
        }
      }
      actions.add(action);
    }
    return new AsyncSchedule(setting, actions);
  }

  private Action action(Members members) {
    String name = members.string("action");
    int process = members.number("process", 1, n);
    return switch (name) {
      case "ask" -> {
        members.only(List.of("action", "process"));
        yield new Action.Ask(process);
      }
      case "arrive" -> {
        members.only(List.of("action", "process", "sender", "message"));
        int message = members.number("message", 0, Integer.MAX_VALUE);
        yield new Action.Arrive(process, members.number("sender", 1, n), message);
      }
      case "detect" -> {
        members.only(List.of("action", "process", "crashed"));
        yield new Action.Detect(process, members.number("crashed", 1, n));
      }
      case "restore" -> {
        members.only(List.of("action", "process", "suspected"));
        yield new Action.Restore(process, members.number("suspected", 1, n));
      }
      case "forge" -> {
        members.only(List.of("action", "process", "sender", "instance", "message"));
        yield forge(members, process);
      }
      case "crash" -> {
        members.only(List.of("action", "process"));
        yield new Action.Crash(process);
      }
      default ->
          throw members.bad(
              "action",
              "there is no action " + name,
              "write ask, arrive, detect, restore, forge or crash");
    };
  }

  private Action forge(Members members, int process) {
    int sender = members.number("sender", 1, n);
    if (!setting.liberties().byzantine().contains(sender)) {
      throw members.bad(
          "sender", "p" + sender + " is correct and makes nothing up", "name it in byzantine");
    }
    String instance = members.string("instance");
    List<String> instances =
        setting.protocol().alphabet().of(sender, process, n, setting.f(), setting.values()).stream()
            .map(Alphabet.Said::instance)
            .distinct()
            .toList();
    if (!instances.contains(instance)) {
      throw members.bad(
          "instance",
          "p" + sender + " has nothing to say to " + instance + " of p" + process,
          "write one of " + instances);
    }
    return new Action.Forge(process, sender, instance, value(members.element("message")));
  }
}
