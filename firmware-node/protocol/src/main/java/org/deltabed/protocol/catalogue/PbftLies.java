package org.deltabed.protocol.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Execute;
import org.deltabed.protocol.IdealCryptography;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Numbered;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.replication.Quorums;
import org.deltabed.protocol.replication.pbft.Certificate;
import org.deltabed.protocol.replication.pbft.Checkpoint;
import org.deltabed.protocol.replication.pbft.CommitOrder;
import org.deltabed.protocol.replication.pbft.EnterView;
import org.deltabed.protocol.replication.pbft.PrePrepare;
import org.deltabed.protocol.replication.pbft.PrepareOrder;
import org.deltabed.protocol.replication.pbft.Prepared;
import org.deltabed.protocol.replication.pbft.Reply;
import org.deltabed.protocol.replication.pbft.Service;
import org.deltabed.protocol.replication.pbft.Statement;
import org.deltabed.protocol.replication.pbft.ViewChange;

/**
 * What a Byzantine replica of PBFT may say, as a primary, as a backup, between views, and as a
 * client: two requests under one number, numbers out of the window, votes for either, proofs that
 * are none, and what is true of one view in another.
 */
final class PbftLies implements Alphabet {
  private static final long VIEWS = 2;
  private static final long SEQUENCES = 2;

  @Override
  public List<Said> of(int byzantine, int to, int n, int f, List<Value> inputs) {
    return new Speech(byzantine, to, n, f, inputs).all();
  }

  /** What one says to one. */
  private static final class Speech {
    private final int self;
    private final int to;
    private final int n;
    private final int quorum;
    private final List<Statement> requests = new ArrayList<>();
    private final List<Said> said = new ArrayList<>();

    Speech(int self, int to, int n, int f, List<Value> inputs) {
      this.self = self;
      this.to = to;
      this.n = n;
      quorum = new Quorums(n, f).size();
      for (int client = 1; client <= n; client++) {
        List<Event> asked =
            Workload.EXECUTE_BY_LAST_TWO.requests(client, n, inputs.get(client - 1), 1);
        if (!asked.isEmpty()) {
          requests.add(requestOf(client, (Execute) asked.getFirst()));
        }
      }
    }

    List<Said> all() {
      for (long view = 0; view < VIEWS; view++) {
        for (Statement request : requests) {
          for (long sequence = 1; sequence <= SEQUENCES; sequence++) {
            inOrder(view, sequence, request);
          }
        }
      }
      Statement request = requests.getFirst();
      say(prePrepare(0, 1_000, request));
      say(new Statement(to, order(0, 1, request), sign(order(0, 1, request))));
      say(signed(new Checkpoint(2, hash(new Service(999, List.of())))));
      betweenViews();
      asClient();
      return said;
    }

    private void inOrder(long view, long sequence, Statement request) {
      PrepareOrder order = order(view, sequence, request);
      if (self == view % n + 1) {
        say(prePrepare(view, sequence, request));
      }
      say(signed(order));
      say(new CommitOrder(view, sequence, order.digest()));
    }

    private void betweenViews() {
      Statement nothing = signed(new ViewChange(1, beginning(), List.of()));
      say(nothing);
      for (Statement request : requests) {
        say(signed(new ViewChange(1, beginning(), List.of(prepared(request, true)))));
        say(signed(new ViewChange(1, beginning(), List.of(prepared(request, false)))));
      }
      if (self == 2) { // the primary of view 1
        say(new EnterView(1, List.of(nothing)));
        say(new EnterView(1, List.of(nothing, nothing, nothing)));
        List<Value> quorumOfNothing = new ArrayList<>();
        quorum().forEach(p -> quorumOfNothing.add(nothingBy(p)));
        say(new EnterView(1, quorumOfNothing));
      }
    }

    private void asClient() {
      sayTo("pbft/al", new Reply(1, new Num(999)));
      for (long command = 1; command <= 2; command++) {
        sayTo("pbft/al", signed(new Numbered(1, new Num(command))));
      }
      Value others = new Numbered(1, new Num(3));
      sayTo("pbft/al", new Statement(to, others, sign(others)));
    }

    /** A quorum with the liar in it. */
    private ProcessSet quorum() {
      ProcessSet quorum = ProcessSet.of(self);
      for (int p = 1; quorum.size() < this.quorum; p++) {
        quorum = quorum.with(p);
      }
      return quorum;
    }

    /** With the true signatures, if these have signed, or with the own one for all. */
    private Prepared prepared(Statement request, boolean isTrue) {
      PrepareOrder order = order(0, 1, request);
      List<Value> signatures = new ArrayList<>();
      quorum().forEach(p -> signatures.add(new IdealCryptography(isTrue ? p : self).sign(order)));
      return new Prepared(request, new Certificate(order, quorum(), signatures));
    }

    private Statement nothingBy(int process) {
      ViewChange change = new ViewChange(1, beginning(), List.of());
      return new Statement(process, change, new IdealCryptography(process).sign(change));
    }

    private Value beginning() {
      return new Certificate(new Checkpoint(0, hash(Service.NEW)), ProcessSet.EMPTY, List.of());
    }

    /** The first request of a client. */
    private Statement requestOf(int client, Execute first) {
      Value content = new Numbered(1, first.command());
      return new Statement(client, content, new IdealCryptography(client).sign(content));
    }

    private PrepareOrder order(long view, long sequence, Statement request) {
      return new PrepareOrder(view, sequence, hash(request));
    }

    private PrePrepare prePrepare(long view, long sequence, Statement request) {
      return new PrePrepare(view, sequence, request, sign(order(view, sequence, request)));
    }

    private Statement signed(Value content) {
      return new Statement(self, content, sign(content));
    }

    private Value sign(Value content) {
      return new IdealCryptography(self).sign(content);
    }

    private Value hash(Value content) {
      return new IdealCryptography(self).hash(content);
    }

    private void say(Value message) {
      sayTo("pbft/replica/al", message);
    }

    private void sayTo(String links, Value message) {
      said.add(Said.overLinks(links, to, message));
    }
  }
}
