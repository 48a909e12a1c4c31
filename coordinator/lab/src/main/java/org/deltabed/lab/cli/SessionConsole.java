package org.deltabed.lab.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.deltabed.checker.CrashFinding;
import org.deltabed.checker.Durations;
import org.deltabed.checker.Reason;
import org.deltabed.checker.RunVerdict;
import org.deltabed.checker.Suspicion;
import org.deltabed.checker.Verdict;
import org.deltabed.checker.VerdictText;
import org.deltabed.lab.campaign.CampaignProgress;
import org.deltabed.lab.plan.Fault;
import org.deltabed.lab.virtual.HandPost;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;

/**
 * The guide of a session: says what to do with which plug and when, and what was seen of it. Lines
 * of text and the Enter key, so that it works on any terminal, and can be kept as a protocol of the
 * hour.
 */
final class SessionConsole implements CampaignProgress {

  private static final int REASONS_MAX = 4;
  private static final char BELL = 7;

  private final Testbed testbed;
  private final PrintWriter out;
  private final BufferedReader keys;
  private final boolean bell;
  private final Map<Integer, Long> fellNs = new TreeMap<>();
  private final Set<String> told = new HashSet<>();
  private String current = "";
  private final Set<Integer> silent = new HashSet<>();
  private int planned;
  private int done;

  /**
   * @param keys where the Enter key comes from; at its end nobody is waited for any more
   * @param bell whether to ring when a hand is needed
   */
  SessionConsole(Testbed testbed, PrintWriter out, BufferedReader keys, boolean bell) {
    this.testbed = testbed;
    this.out = out;
    this.keys = keys;
    this.bell = bell;
  }

  private synchronized void say(String text) {
    out.println(text);
    out.flush();
  }

  @Override
  public void phase(String what) {
    say("... " + what);
  }

  @Override
  public void begin(int runs) {
    planned = runs;
    if (testbed.node(1).isVirtual()) {
      say("Your hand is in another terminal: ./deltabed virtual pull N, and plug N to put it back");
      say("(where several testbeds are up, with --testbed " + HandPost.name(testbed.name()) + ").");
    }
  }

  @Override
  public void madeBefore(String run) {
    done++;
    say(run + " was made before the session was stopped, and counts.");
  }

  @Override
  public void attempting(String run, String caseName, int attempt, List<Fault> faults)
      throws InterruptedException {
    synchronized (this) {
      current = run;
      fellNs.clear();
      silent.clear();
      told.clear();
    }
    say("");
    say(
        "--- "
            + run
            + ", "
            + (done + 1)
            + " of "
            + planned
            + ": "
            + caseName
            + (attempt > 1 ? " (once more, attempt " + attempt + ")" : ""));
    List<String> byHand =
        faults.stream().filter(this::isByHand).map(it -> name(it.node())).toList();
    if (byHand.isEmpty()) {
      say("    Nothing is to be pulled in this run: leave all plugs in.");
      return;
    }
    say("    You will be asked to pull the plug of " + String.join(" and ", byHand) + ".");
    say("    Put your hand on it, and press Enter to start the run. Pull when you are told to.");
    awaitEnter();
  }

  private boolean isByHand(Fault fault) {
    return fault instanceof Fault.PowerCut
        && testbed.nodeById(fault.node()).power().by().equals("person");
  }

  /** A line that is read on a thread of its own, since nothing ends a read but a line. */
  private void awaitEnter() throws InterruptedException {
    forgetTypedAhead();
    Thread reader = Thread.ofPlatform().daemon().name("keys").start(this::readKey);
    reader.join();
  }

  /** A key that was pressed before the question is no answer to it. */
  private void forgetTypedAhead() {
    try {
      int key = 0;
      while (key >= 0 && keys.ready()) {
        key = keys.read();
      }
    } catch (IOException e) {
      say("    The keyboard is gone: " + e.getMessage());
    }
  }

  /** The end of the input is as good as a key: nobody is there to press one. */
  private void readKey() {
    try {
      keys.readLine();
    } catch (IOException e) {
      say("    The keyboard is gone: " + e.getMessage());
    }
  }

  @Override
  public void asked(String text) {
    say((bell ? BELL + "" : "") + ">>> " + text);
  }

  @Override
  public void supply(int node, boolean up, long timeNs) {
    if (up) {
      say("    " + name(node) + " has power again, and boots.");
    } else {
      synchronized (this) {
        fellNs.put(node, timeNs);
      }
      say("    " + name(node) + " has lost its power: its 3.3 V rail fell.");
    }
  }

  @Override
  public synchronized void silent(int node, String why) {
    if (!silent.contains(node)) {
      silent.add(node);
      say(
          "    %s: %s. A node that is late stops itself; it needs a new start."
              .formatted(name(node), why));
    }
  }

  @Override
  public void notConfirmed(int node, String why) {
    say("    " + name(node) + ": " + why);
  }

  @Override
  public void noticed(String run, int by, int process, long timeNs) {
    NodeSpec victim = testbed.node(process);
    Long fell;
    synchronized (this) {
      if (!run.equals(current) || !told.add(by + " " + process)) {
        return;
      }
      fell = fellNs.get(victim.id());
    }
    // The rail falls when the supply is gone, a little after the node has stopped.
    String after =
        fell == null || !testbed.clock().shared()
            ? ""
            : " " + millis(Math.max(0, timeNs - fell)) + " after its rail fell";
    say(
        "    %s noticed the crash of %s%s (bound: %s)."
            .formatted(name(by), victim.name(), after, millis(bound())));
  }

  private long bound() {
    return testbed.timing().detectionBoundNs();
  }

  @Override
  public void attempted(RunVerdict verdict, boolean willBeRepeated) {
    say(
        "    "
            + verdict.id()
            + ": "
            + verdict.verdict()
            + ", "
            + VerdictText.meaning(verdict.verdict()));
    verdict.crashes().forEach(crash -> crash(verdict, crash));
    verdict.reasons().stream()
        .filter(reason -> reason.verdict() == verdict.verdict() && reason.verdict() != Verdict.PASS)
        .limit(REASONS_MAX)
        .map(Reason::text)
        .forEach(text -> say("      " + text));
    if (willBeRepeated) {
      say("    It is made once more.");
    } else {
      done++;
    }
  }

  private void crash(RunVerdict verdict, CrashFinding crash) {
    say(
        "      %s died within %s, between its %s and its %s."
            .formatted(
                name(crash.node()),
                millis(crash.firstProofNs() - crash.lastSignNs()),
                plain(crash.lastSign()),
                plain(crash.firstProof())));
    for (Suspicion suspicion : verdict.suspicions()) {
      if (suspicion.of() == crash.process() && suspicion.detectionNs() >= 0) {
        say(
            "      %s noticed at most %s after its last sign of life; bound %s."
                .formatted(
                    testbed.node(suspicion.by()).name(),
                    millis(suspicion.detectionNs()),
                    millis(bound())));
      }
    }
  }

  /** Without the reference to file and line, which the report has. */
  private static String plain(String sign) {
    return sign.replaceFirst(" \\(trace/.*\\)$", "");
  }

  private static String millis(long ns) {
    return Durations.text(ns);
  }

  private String name(int node) {
    return testbed.nodes().stream()
        .filter(it -> it.id() == node)
        .map(NodeSpec::name)
        .findFirst()
        .orElse("node " + node)
        .toLowerCase(Locale.ROOT);
  }

  @Override
  public void end() {
    say("");
  }
}
