package org.deltabed.simulator.exhibits;

import java.util.List;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Value;
import org.deltabed.simulator.schedule.AsyncSchedule.Action;
import org.deltabed.simulator.schedule.Liberties;
import org.deltabed.simulator.schedule.Setting;

/** Both hierarchical consensuses disagree when the detector errs; the third one does not. */
public final class FalseSuspicionHierarchical implements Exhibit {

  /** Shows the same to everybody. */
  public FalseSuspicionHierarchical() {}

  /** After so many actions the detectors in the last scene know better. */
  private static final int WRONG_FOR = 9;

  @Override
  public String name() {
    return "false-suspicion-hierarchical";
  }

  @Override
  public String page() {
    return "distributed-algorithms-notes, Consensus Algorithm 3";
  }

  @Override
  public String title() {
    return "hierarchical consensus with an eventually perfect detector: both figures";
  }

  @Override
  public List<Scene> scenes() {
    List<Action> byTwo =
        List.of(
            new Action.Ask(1),
            new Action.Ask(2),
            new Action.Ask(3),
            new Action.Detect(2, 1),
            new Action.Detect(3, 1));
    List<Action> byAll =
        List.of(
            new Action.Ask(1),
            new Action.Ask(2),
            new Action.Ask(3),
            new Action.Detect(2, 1),
            new Action.Detect(3, 1),
            new Action.Detect(1, 2),
            new Action.Detect(1, 3));
    return List.of(
        new Scene(
            "The first figure: hierarchical consensus",
            FairRun.withoutRestoring(setting("C1", 2), byTwo),
            """
            p1 proposes 0, the others 1. p1 leads round 1 and decides 0. p2 and p3 suspect it, though \
            it lives, and do not wait for its value. p2 leads round 2 and decides 1; p3 adopts that \
            and decides 1 in round 3. p1's value comes when nobody asks for it any more. All three \
            are correct, and they disagree."""),
        new Scene(
            "The second figure: uniform hierarchical consensus",
            FairRun.withoutRestoring(setting("C2", 4), byAll),
            """
            Nobody decides before the last round now, so it takes two suspicions more: p1 suspects p2 \
            and p3, passes rounds 2 and 3 without them, and decides the 0 that it began with. p2 and \
            p3, who suspect p1, agree on 1."""),
        new Scene(
            "Consensus Algorithm 3 with the suspicions of the second figure",
            FairRun.of(setting("C3", 4), byAll, WRONG_FOR),
            """
            The same four suspicions. Here a leader decides only what a majority has adopted, and who \
            has left a round adopts nothing in it. p2 and p3 leave round 1; whatever p1 does there, it \
            finds no majority. In a later round somebody does, and whoever leads then has asked a \
            majority first. Wrong suspicions cost rounds, not agreement; when they are taken back, \
            some round succeeds."""));
  }

  private static Setting setting(String protocol, int falseSuspicions) {
    List<Value> proposals = List.of(new Num(0), new Num(1), new Num(1));
    int f = protocol.equals("C3") ? 1 : 0;
    return new Setting(protocol, "", 3, f, proposals, 1)
        .with(Liberties.falseSuspicions(falseSuspicions));
  }
}
