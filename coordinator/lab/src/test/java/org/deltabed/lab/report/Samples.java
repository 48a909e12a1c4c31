package org.deltabed.lab.report;

import java.util.List;
import java.util.Set;
import org.deltabed.checker.Decision;
import org.deltabed.checker.PropertyFinding;
import org.deltabed.checker.Reason;
import org.deltabed.checker.Verdict;

/** The campaigns that the tests look at. */
final class Samples {
  private Samples() {}

  /** 25 runs as the demo campaign has them, one of which broke the bound and was repeated. */
  static RunFolderFixture demo() {
    var folder = new RunFolderFixture(5);
    folder.run("no fault", 8).simulate();
    folder
        .run("crash after a prefix of the receivers", 8)
        .crash(1, 0, Set.of(3, 4), "crashPoint")
        .simulate();
    RunFixture late = folder.run("power cut while idle", 8).delayed(11, 4);
    late.counts = false;
    late.simulate();
    RunFixture again = folder.run("power cut while idle", 8).crash(3, 1, Set.of(), "powerCut");
    again.attempt = 2;
    again.repeats = late.id;
    again.simulate();
    for (int i = 0; i < 21; i++) {
      RunFixture run = folder.run(i % 3 == 0 ? "CRASH pin" : "two crashes in one run", 8);
      run.crash(1 + i % 5, 1 + i % 4, Set.of(), i % 3 == 0 ? "crashPin" : "powerCut");
      if (i % 3 != 0) {
        run.crash(1 + (i + 2) % 5, 2 + i % 4, Set.of(1, 2), "crashPoint");
      }
      run.simulate();
    }
    return folder;
  }

  /** A seeded mistake: two processes decide differently. */
  static RunFolderFixture violated() {
    var folder = new RunFolderFixture(5);
    folder.verdict = Verdict.VIOLATED;
    folder.variant = "X03";
    folder.run("no fault", 8).simulate();
    RunFixture run =
        folder
            .run("crash after a prefix of the receivers", 8)
            .crash(1, 0, Set.of(2, 5), "crashPoint")
            .decides(3, 13)
            .decides(4, 13);
    run.simulate();
    run.verdict = Verdict.VIOLATED;
    String first = run.decisions.get(0).ref();
    var other =
        run.decisions.stream().filter(d -> d.value().equals("13")).findFirst().orElseThrow();
    String text = "p5 decides 11 (" + first + ") and p3 decides 13 (" + other.ref() + ")";
    run.properties.add(
        new PropertyFinding(
            "uniform agreement", "uc", false, 6, true, text, List.of(first, other.ref())));
    run.properties.add(new PropertyFinding("validity", "uc", true, 4, false, "", List.of()));
    run.reasons.add(
        new Reason(
            Verdict.VIOLATED,
            "uniform agreement",
            other.process(),
            1,
            4,
            other.timeNs(),
            0,
            text,
            other.ref()));
    return folder;
  }

  /** A campaign whose only case is a delayed frame. */
  static RunFolderFixture broken() {
    var folder = new RunFolderFixture(5);
    folder.verdict = Verdict.BOUND_BROKEN;
    folder.run("delayed frame", 10).delayed(17, 2).simulate();
    return folder;
  }

  /** Markup wherever a folder can hold text. */
  static final String MARKUP =
      "<script>document.title='taken'</script><img src=http://report.invalid/x.png"
          + " onerror=document.title='taken'>\u202e";

  /** A campaign whose plan, records and findings hold markup. */
  static RunFolderFixture hostile() {
    var folder = new RunFolderFixture(5);
    folder.planName = MARKUP;
    folder.testbedName = MARKUP;
    folder.verdict = Verdict.INCOMPLETE;
    folder.variant = MARKUP;
    RunFixture run = folder.run(MARKUP, 8);
    run.instance = MARKUP.replace("\u202e", "");
    run.delayed(6, 3).simulate();
    run.verdict = Verdict.INCOMPLETE;
    run.decisions.add(new Decision(2, MARKUP, 5, run.decisions.getFirst().timeNs(), MARKUP));
    String escape = MARKUP + " ../../../etc/passwd.jsonl:1 \"><b onclick=x>";
    run.reasons.add(new Reason(Verdict.INCOMPLETE, MARKUP, 1, 1, 0, 1, 1, escape, escape));
    run.properties.add(
        new PropertyFinding(MARKUP, MARKUP, false, 1, true, escape, List.of(escape)));
    return folder;
  }
}
