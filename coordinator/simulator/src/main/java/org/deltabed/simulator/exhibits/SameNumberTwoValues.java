package org.deltabed.simulator.exhibits;

import java.util.List;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.replication.paxos.Accepted;
import org.deltabed.protocol.replication.paxos.Chosen;
import org.deltabed.protocol.replication.paxos.Forward;
import org.deltabed.protocol.replication.paxos.Prepare;
import org.deltabed.protocol.replication.paxos.Promise;
import org.deltabed.protocol.replication.paxos.Proposal;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.schedule.Setting;

/** Multi-Paxos: one number, two values, in two instances and in one. */
public final class SameNumberTwoValues implements Exhibit {

  /** Shows the same to everybody. */
  public SameNumberTwoValues() {}

  @Override
  public String name() {
    return "same-number-two-values";
  }

  @Override
  public String page() {
    return "multipaxos-pbft-exercise, Multi-Paxos";
  }

  @Override
  public String title() {
    return "Multi-Paxos: why a number may be used for two values, and when it must not";
  }

  @Override
  public List<Scene> scenes() {
    return List.of(
        new Scene(
            "One number, two values, two instances",
            oneNumber(""),
            """
            The page's proposer prepares n=5 once and proposes x=8, then x=2. Here p1 prepares n=1, \
            proposes 8, and before 8 is chosen p2 hands it a 2. It proposes that under the same \
            number, without preparing again: that is what Multi-Paxos saves. But the 2 is proposed \
            in instance 2 (i=2). Each acceptor has an x_last and n_last for each instance, and one \
            n_max for all of them. Everybody learns 8 as the first value and 2 as the second.
            In the pictures n1 i2 x=2 is the proposal of 2 in instance 2 under number 1, ok n1 i2 an \
            acceptor's answer to it, and i2=2 says that it is chosen."""),
        new Scene(
            "One number, two values, one instance",
            oneNumber("S4-two-values"),
            """
            The page's figure has one x_last for each acceptor, and the second proposal writes over \
            it. Here p1 does just that: both proposals are for instance 1. An acceptor compares n \
            with n_max only, and n=1 is not below 1, so it accepts 8 and then 2. A majority has \
            accepted each of them. p1 learns 8. The news of 2 overtakes that of 8 on the way to p2, \
            which learns 2: agreement is broken, although nobody crashed. A number stands for one \
            value in an instance; who forgets it takes from "accepted (n, i)" its meaning."""),
        new Scene(
            "Another proposer has to use another number",
            anotherProposer(),
            """
            p1 has had 8 accepted by a majority, itself and p3, and nobody knows it yet. p2 wants 2, \
            and has a number of its own, n=2: the numbers of two proposers are never equal. It must \
            not propose 2 in instance 1. p3's promise tells it that 8 was accepted there under n=1, \
            so p2 proposes 8 there, under n=2, and its 2 in instance 2. Whatever was chosen before \
            was accepted by a majority, and every majority that p2 can ask has one of them in it."""));
  }

  /** p1 leads, and is handed 2 before its 8 is chosen. */
  private static Execution oneNumber(String variant) {
    return Stage.of(setting(variant))
        .ask(1)
        .arrive(2, 1, Prepare.class)
        .arrive(3, 1, Prepare.class)
        .arrive(1, 3, Promise.class)
        .ask(2)
        .arrive(1, 2, Forward.class)
        .arrive(2, 1, Proposal.class)
        .arrive(3, 1, Proposal.class)
        .arrive(1, 3, Accepted.class)
        .arrive(3, 1, Proposal.class)
        .arrive(2, 1, Proposal.class)
        .arrive(1, 3, Accepted.class)
        .arrive(3, 1, Chosen.class)
        .arriveLatest(2, 1, Chosen.class)
        .goOn()
        .end();
  }

  private static Execution anotherProposer() {
    return Stage.of(setting(""))
        .ask(1)
        .ask(2)
        .arrive(3, 1, Prepare.class)
        .arrive(1, 3, Promise.class)
        .arrive(3, 1, Proposal.class)
        .arrive(3, 2, Prepare.class)
        .arrive(2, 3, Promise.class)
        .goOn()
        .end();
  }

  private static Setting setting(String variant) {
    return new Setting("S4", variant, 3, 1, List.of(new Num(8), new Num(2), new Num(0)), 1);
  }
}
