package org.deltabed.lab.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.deltabed.lab.explore.Found.Asked;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Model;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.catalogue.Variant;
import org.deltabed.simulator.explore.Request;
import org.deltabed.simulator.schedule.Liberties;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code deltabed explore} is asked: protocol, size, crashes, adversary. */
final class ExploreQuestion {
  /** What decides which crash and which message comes when. */
  enum Adversary {
    LOCKSTEP,
    ASYNC,
    TIMED
  }

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "PROTOCOL",
      description = "Id or name; deltabed protocols lists them.")
  private String name;

  @Option(
      names = "-n",
      paramLabel = "N",
      description =
          "How many processes: up to 12 for every schedule, 64 for random ones. Must be given.")
  private Integer n;

  @Option(
      names = "-f",
      paramLabel = "F",
      description =
          "How many of them may be faulty: crash, or be Byzantine. Default: as many as the protocol is made for.")
  private Integer f;

  @Option(
      names = "--adversary",
      paramLabel = "KIND",
      defaultValue = "lockstep",
      description = {
        "lockstep: in slots, as the bus has them, any crash at any time (default);",
        "async: messages and detections take any time;",
        "timed: the nodes' program in virtual time, crashes at any nanosecond that matters."
      })
  private Adversary adversary;

  @Option(
      names = "--variant",
      paramLabel = "Xnn",
      defaultValue = "",
      description =
          "Explores a seeded mistake, such as X03; docs/protocols/<protocol>.md lists a protocol's.")
  private String variant;

  @Option(
      names = "--requests",
      paramLabel = "K",
      defaultValue = "1",
      description = "How many requests each process gets, where it takes many. Default: 1.")
  private int requests;

  @Option(
      names = "--asked",
      paramLabel = "K",
      description =
          "Only p1 to pK get requests (async): three processes that broadcast can have more orders than fit.")
  private Integer asked;

  @Option(
      names = "--late",
      description = "Processes may be asked in any slot of the first cycle, not all at once.")
  private boolean late;

  @Option(
      names = "--every-instance",
      description =
          "Judges what the protocol is built from too, each by an exploration of its own.")
  private boolean everyInstance;

  @Option(
      names = "--byzantine",
      paramLabel = "P",
      split = ",",
      description = {
        "These processes do as the adversary likes (async), such as 1 or 1,4; the others are correct.",
        "Default: p1, where the protocol is made for such processes and -f is not 0."
      })
  private List<Integer> byzantine;

  @Option(
      names = "--false-suspicions",
      paramLabel = "K",
      description =
          "How often at most a process that lives is suspected (async). Default: 1 where it may be.")
  private Integer falseSuspicions;

  @Option(
      names = "--losses",
      paramLabel = "K",
      defaultValue = "0",
      description =
          "How many frames at most do not reach one of the others (lockstep). Default: 0.")
  private int losses;

  @Option(
      names = "--repetitions",
      paramLabel = "K",
      defaultValue = "0",
      description =
          "How often at most a frame comes to one of the others twice (lockstep). Default: 0.")
  private int repetitions;

  /** For the picocli library. */
  ExploreQuestion() {}

  /**
   * @throws IllegalArgumentException if something is missing
   */
  void require() {
    if (name == null) {
      throw new IllegalArgumentException("PROTOCOL is missing: deltabed protocols lists them");
    }
    if (n == null) {
      throw new IllegalArgumentException("-n is missing: how many processes, such as -n 3");
    }
    if (late && adversary != Adversary.LOCKSTEP) {
      throw new IllegalArgumentException("--late is for --adversary lockstep");
    }
  }

  /**
   * @throws IllegalArgumentException if a protocol is named where all are meant
   */
  void requireNothing() {
    boolean isNamed = name != null || n != null || f != null || !variant.isEmpty();
    if (isNamed
        || late
        || everyInstance
        || asked != null
        || adversary != Adversary.LOCKSTEP
        || byzantine != null
        || falseSuspicions != null
        || losses != 0
        || repetitions != 0
        || requests != 1) {
      throw new IllegalArgumentException(
          "--table is of all protocols and sizes, in slots: name none of these");
    }
  }

  boolean isTimed() {
    return adversary == Adversary.TIMED;
  }

  /**
   * Whether something is said that goes without saying, or makes no sense, for random schedules.
   */
  void requireForDrawn() {
    if (everyInstance) {
      throw new IllegalArgumentException(
          "--every-instance is for trying every schedule; of others each is judged for all anyway");
    }
    if (asked != null) {
      throw new IllegalArgumentException("--asked is for trying every schedule");
    }
  }

  boolean isLate() {
    return late;
  }

  int n() {
    return n;
  }

  Request.Kind kind() {
    return adversary == Adversary.ASYNC ? Request.Kind.ASYNC : Request.Kind.LOCKSTEP;
  }

  /** For an exploration of every schedule. */
  Request request() {
    Protocol protocol = Catalogue.find(name);
    Request all =
        new Request(protocol.id(), mistake(), n, f(), kind(), requests, late, everyInstance);
    return (asked == null ? all : all.askingUpTo(asked)).with(liberties(kind()));
  }

  private Liberties liberties(Request.Kind kind) {
    Model model = Catalogue.find(name).model();
    boolean async = kind == Request.Kind.ASYNC;
    ProcessSet lying = ProcessSet.EMPTY;
    if (byzantine != null) {
      for (int p : byzantine) {
        if (p < 1 || p > n) {
          throw new IllegalArgumentException("--byzantine " + p + ": there are p1 to p" + n);
        }
        lying = lying.with(p);
      }
    } else if (async && model.isByzantine() && f() > 0) {
      lying = lying.with(1);
    }
    int suspicions = async && model.maySuspectFalsely() ? 1 : 0;
    return new Liberties(
        lying, falseSuspicions != null ? falseSuspicions : suspicions, losses, repetitions);
  }

  /** For any other: checked too. */
  Asked asked(Request.Kind kind) {
    Protocol protocol =
        variant.isEmpty() ? Catalogue.find(name) : Catalogue.variant(mistake()).protocol();
    Request.check(protocol, n, f(), kind, requests);
    Request.checkLate(protocol, late);
    Liberties liberties = liberties(kind);
    Request.check(protocol, n, f(), kind, liberties);
    return new Asked(protocol, mistake(), n, f(), word(), requests, n, liberties);
  }

  private int f() {
    return f != null ? f : Math.max(0, Catalogue.find(name).model().crashesMax(n));
  }

  private String mistake() {
    if (variant.isEmpty()) {
      return "";
    }
    Protocol protocol = Catalogue.find(name);
    Variant wanted = Catalogue.variant(variant);
    if (!wanted.protocol().id().equals(protocol.id())) {
      throw new IllegalArgumentException(
          wanted.id() + " is one of protocol " + wanted.protocol().id() + ", not " + protocol.id());
    }
    return wanted.id();
  }

  private String word() {
    return adversary.name().toLowerCase(Locale.ROOT);
  }

  /** The name of the folder that a counterexample is put into. */
  String folder() {
    String mistake = mistake();
    return Catalogue.find(name).id()
        + (mistake.isEmpty() ? "" : "-" + mistake)
        + "-n"
        + n
        + "-f"
        + f()
        + (adversary == Adversary.LOCKSTEP ? "" : "-" + word())
        + named(
            "byzantine",
            byzantine == null
                ? ""
                : byzantine.stream().map(String::valueOf).collect(Collectors.joining("-")))
        + named("suspicions", falseSuspicions == null ? "" : String.valueOf(falseSuspicions))
        + named("losses", losses == 0 ? "" : String.valueOf(losses))
        + named("repetitions", repetitions == 0 ? "" : String.valueOf(repetitions));
  }

  private static String named(String liberty, String much) {
    return much.isEmpty() ? "" : "-" + liberty + "-" + much;
  }
}
