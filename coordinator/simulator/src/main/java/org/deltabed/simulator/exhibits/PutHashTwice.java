package org.deltabed.simulator.exhibits;

import java.util.List;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.replication.backup.BackupCall;
import org.deltabed.protocol.replication.backup.BackupResult;
import org.deltabed.protocol.replication.backup.ClientCall;
import org.deltabed.protocol.replication.backup.Result;
import org.deltabed.protocol.replication.backup.Retry;
import org.deltabed.protocol.replication.backup.Servers;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.schedule.Liberties;
import org.deltabed.simulator.schedule.Setting;

/** Two clients, one key, and a backup that dies: PutHash is executed twice. */
public final class PutHashTwice implements Exhibit {

  /** Shows the same to everybody. */
  public PutHashTwice() {}

  private static final int PRIMARY = 2;
  private static final int BACKUP = 3;
  private static final int ONE = 4;
  private static final int OTHER = 5;
  private static final int VIEW_SERVER = 1;

  @Override
  public String name() {
    return "puthash";
  }

  @Override
  public String page() {
    return "primary-backup-puthash, question 3";
  }

  @Override
  public String title() {
    return "primary/backup without the duplicate table: a PutHash is executed twice";
  }

  @Override
  public List<Scene> scenes() {
    return List.of(
        new Scene(
            "The design of the question",
            run("X05"),
            """
            p1 is the view server, p2 the primary, p3 the backup, p4 and p5 are clients. Both \
            clients append to the same key; H(40) is the hash of nothing and 40.
            p4's PutHash 40, its number 1, goes to the primary and on to the backup, and the backup \
            executes it: its db holds H(40), and its table p4's result. But its answer takes too \
            long. The primary gives up (p3?) and tells p4 to try again. It knows nothing of H(40).
            Then p5's PutHash 50 comes. The backup executes it too, returns H(40) as the result and \
            H(H(40) 50) as the new value. The primary enters just these: the value, which holds p4's \
            40 already, and p5's result. Of p4's result it still knows nothing: here its db and its \
            table have parted.
            Now the backup dies, the view server begins view 2 with the primary alone, and p4's \
            second try arrives. The table has no entry for it, so the primary executes it, on a value \
            that holds it already. p4 is told H(H(40) 50): its own 40 took effect before itself. And \
            p5 was told H(40), so that 40 had taken effect once by then."""),
        new Scene(
            "The design that keeps it, in the same run",
            run(""),
            """
            The same messages are sent, lost and late. The one difference: with the new value the \
            backup sends its duplicate table, and the primary takes over both, so that they always \
            belong together. When p5's result comes back, the primary learns that p4's 40 has been \
            executed, and what its result was. After the backup's death p4's second try finds that \
            entry and gets the result of the first, nil: there was nothing before it."""),
        new Scene(
            "Not enough: the backup sends its table, the primary throws it away",
            run("X06"),
            """
            What was sent is as in the design that keeps it, and what comes of it as in the question: \
            it is the table at the primary that counts. The commit point, "when the backup executes \
            an operation", is well defined and does not help whoever does not hear of it."""));
  }

  private static Execution run(String variant) {
    List<Num> values = List.of(new Num(0), new Num(0), new Num(0), new Num(40), new Num(50));
    Setting setting =
        new Setting("S2", variant, 5, 1, List.copyOf(values), 1, Liberties.falseSuspicions(1));
    return Stage.of(setting)
        .ask(ONE)
        .arrive(PRIMARY, ONE, ClientCall.class)
        .arrive(BACKUP, PRIMARY, BackupCall.class)
        .detect(PRIMARY, BACKUP) // the time-out
        .restore(PRIMARY, BACKUP)
        .arrive(ONE, PRIMARY, Retry.class)
        .ask(OTHER)
        .arrive(PRIMARY, OTHER, ClientCall.class)
        .arrive(BACKUP, PRIMARY, BackupCall.class)
        .arrive(PRIMARY, BACKUP, BackupResult.class) // that of the call that was given up
        .arrive(PRIMARY, BACKUP, BackupResult.class)
        .arrive(OTHER, PRIMARY, Result.class)
        .crash(BACKUP)
        .detect(VIEW_SERVER, BACKUP)
        .arrive(PRIMARY, VIEW_SERVER, Servers.class)
        .arrive(PRIMARY, ONE, ClientCall.class)
        .arrive(ONE, PRIMARY, Result.class)
        .end();
  }
}
