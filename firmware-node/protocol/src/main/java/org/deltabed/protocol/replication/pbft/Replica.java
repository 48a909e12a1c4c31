package org.deltabed.protocol.replication.pbft;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Send;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.replication.Quorums;

/**
 * S5's replica: gives the clients' requests an order that all correct replicas keep, and executes
 * them in it.
 *
 * <p>In a view one replica, the primary, gives each request a sequence number (pre-prepare). All
 * say to all that they take it (prepare); when a quorum does, no other request can have that number
 * in the view, and all say so (commit); when a quorum commits, every later view keeps the number,
 * and the request is executed. A primary that is too slow is left (view change): a quorum tells the
 * next one what it has prepared, with proofs, and the new view begins with that. From time to time
 * a quorum signs the state (checkpoint), and what was before is forgotten.
 *
 * <p><b>Events.</b> Request {@code <Order, r>}; indication {@code <Executed, n, r, response>}.
 *
 * <p>Properties, assumptions, source and departures: {@link Pbft}.
 */
public class Replica extends ReplicaState {
  public Replica(Context context) {
    super(context);
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      case Order(var request) -> order(request);
      case Deliver(int q, var message) -> deliver(q, message);
      case TimedOut(int p) -> {
        if (p == awaited && p == primary()) {
          leaveFor(view + 1);
        }
      }
      default -> throw unexpected(event);
    }
  }

  /** What no correct replica says falls through. */
  private void deliver(int q, Value message) {
    switch (message) {
      case PrePrepare _, CommitOrder _ -> inItsView(q, message);
      case Statement(int by, PrepareOrder _, var _) when by == q -> inItsView(q, message);
      case Statement(int by, Checkpoint checkpoint, var _) when by == q ->
          checkpoint((Statement) message, checkpoint);
      case Statement(int by, ViewChange change, var _) when by == q ->
          viewChange((Statement) message, change);
      case EnterView enter -> enterView(q, enter);
      case Fetch(long sequence) -> fetch(q, sequence);
      case Snapshot(Certificate stable, Service state) -> snapshot(stable, state);
      default -> {}
    }
  }

  /** Now, later, or never. */
  private void inItsView(int q, Value message) {
    if (!between && isTimeFor(message)) {
      now(q, message);
    } else if (TooEarly.viewOf(message) >= view) {
      early = early.with(q, message);
    }
  }

  private boolean isTimeFor(Value message) {
    return TooEarly.viewOf(message) == view && !isBeyondWindow(TooEarly.sequenceOf(message));
  }

  private void now(int q, Value message) {
    switch (message) {
      case PrePrepare prePrepare -> prePrepare(q, prePrepare);
      case Statement(int _, PrepareOrder order, var _) -> prepared((Statement) message, order);
      case CommitOrder commit -> committed(q, commit);
      default -> throw new IllegalStateException("not of a view: " + message);
    }
  }

  // ---- the normal case

  /** A client's request: the primary has to give it a number in time. */
  private void order(Value request) {
    if (isAsked(request)
        && request instanceof Statement signed
        && Requests.number(signed) > service.lastOf(signed.by())) {
      waiting = Requests.withLatest(waiting, signed);
    }
  }

  /** Whether that is a request that its client has signed. */
  protected boolean isAsked(Value request) {
    return Requests.isValid(request, n, crypto);
  }

  /** The primary gives the request the next number. */
  private void number(Statement request, long sequence) {
    PrepareOrder order = new PrepareOrder(view, sequence, crypto.hash(request));
    Statement vote = Statement.of(self, order, crypto);
    log = log.with(log.at(sequence).accepting(request).preparedBy(vote));
    multicast(new PrePrepare(view, sequence, request, vote.signature()));
  }

  private void prePrepare(int q, PrePrepare message) {
    PrepareOrder order = new PrepareOrder(view, message.sequence(), crypto.hash(message.request()));
    boolean isGood =
        q == primary()
            && isInWindow(message.sequence())
            && log.at(message.sequence()).request() == null
            && isAsked(message.request())
            && crypto.verifySignature(q, order, message.signature());
    if (isGood) {
      Entry entry = log.at(message.sequence()).accepting(message.request());
      log = log.with(entry.preparedBy(new Statement(q, order, message.signature())));
      prepare(order);
    }
  }

  private void prepare(PrepareOrder order) {
    Statement vote = Statement.of(self, order, crypto);
    log = log.with(log.at(order.sequence()).preparedBy(vote));
    multicast(vote);
  }

  private void prepared(Statement vote, PrepareOrder order) {
    if (isInWindow(order.sequence()) && vote.isValid(n, crypto)) {
      log = log.with(log.at(order.sequence()).preparedBy(vote));
    }
  }

  private void committed(int q, CommitOrder commit) {
    if (isInWindow(commit.sequence())) {
      log = log.with(log.at(commit.sequence()).committedBy(q, commit.digest()));
    }
  }

  /** Prepared: a quorum takes it. */
  private boolean prepareAndCommit() {
    for (Entry entry : log.entries()) {
      if (entry.request() == null || entry.committed()) {
        continue;
      }
      Value digest = crypto.hash(entry.request());
      PrepareOrder order = new PrepareOrder(view, entry.sequence(), digest);
      List<Statement> votes = entry.prepares(order);
      if (!entry.isPreparedIn(view) && votes.size() >= quorum()) {
        Prepared proof = new Prepared(entry.request(), Certificate.of(order, votes));
        log = log.with(entry.asPrepared(proof).committedBy(self, digest));
        multicast(new CommitOrder(view, entry.sequence(), digest));
        return true;
      }
      if (entry.isPreparedIn(view) && entry.commits(digest) >= quorum()) {
        log = log.with(entry.asCommitted());
        return true;
      }
    }
    return false;
  }

  /** What may be executed once it is committed: that of the next number. */
  protected Entry next() {
    return log.at(executed + 1);
  }

  /** Not executed before, under another number. */
  protected boolean isNew(Statement request) {
    return Requests.number(request) > service.lastOf(request.by());
  }

  private void execute(Entry entry) {
    executed = entry.sequence();
    if (entry.request() instanceof Statement request && isNew(request)) {
      Value response = service.response(Requests.command(request));
      service = service.after(request.by(), Requests.number(request), Requests.command(request));
      stillWaiting();
      trigger(new Executed(executed, Requests.told(request), response));
    }
    if (executed % OrderLog.INTERVAL == 0) {
      stability = stability.taking(executed, service);
      Checkpoint checkpoint = new Checkpoint(executed, crypto.hash(service));
      Statement vote = Statement.of(self, checkpoint, crypto);
      stability = stability.voted(vote, checkpoint);
      multicast(vote);
    }
  }

  /**
   * The timer is for the request that has waited longest, and begins anew for the next one only: a
   * primary that gives numbers to others' requests, or the same one ever again, is left all the
   * same.
   */
  private void stillWaiting() {
    List<Statement> before = waiting;
    waiting = Requests.open(waiting, service);
    if (!before.isEmpty() && !waiting.contains(before.getFirst())) {
      awaited = ANEW;
    }
  }

  // ---- checkpoints

  private void checkpoint(Statement vote, Checkpoint checkpoint) {
    if (vote.isValid(n, crypto)) {
      stability = stability.voted(vote, checkpoint);
    }
  }

  /** What came before is garbage; who has not executed it asks for the state. */
  private void stabilise(Certificate certificate) {
    stability = stability.stabilised(certificate);
    log = log.after(stability.sequence());
    if (executed < stability.sequence()) {
      multicast(new Fetch(stability.sequence()));
    } else {
      asking.forEach(this::tellState);
      asking = ProcessSet.EMPTY;
    }
  }

  private void fetch(int q, long sequence) {
    if (stability.sequence() >= sequence && stability.service() != null) {
      tellState(q);
    } else {
      asking = asking.with(q);
    }
  }

  private void tellState(int q) {
    trigger(AL, new Send(q, new Snapshot(stability.stable(), stability.service())));
  }

  private void snapshot(Certificate stable, Service state) {
    if (!Stability.isProved(stable, quorum(), n, crypto)) {
      return;
    }
    Checkpoint checkpoint = (Checkpoint) stable.content();
    if (checkpoint.sequence() <= executed
        || checkpoint.sequence() < stability.sequence()
        || !checkpoint.digest().equals(crypto.hash(state))) {
      return;
    }
    service = state;
    executed = checkpoint.sequence();
    stability = stability.stabilised(stable).fetched(state);
    log = log.after(executed);
    stillWaiting();
  }

  // ---- view change

  /** Leaves its view, and takes no part in any until that one has begun. */
  private void leaveFor(long next) {
    view = next;
    between = true;
    awaited = ANEW;
    early = early.since(view);
    ViewChange change = new ViewChange(view, stability.stable(), whatWasPrepared());
    Statement signed = Statement.of(self, change, crypto);
    viewChanges = viewChanges.with(signed);
    multicast(signed);
  }

  protected List<Value> whatWasPrepared() {
    return List.copyOf(log.prepared());
  }

  private void viewChange(Statement signed, ViewChange change) {
    if (isValid(signed, change)) {
      viewChanges = viewChanges.with(signed);
      if (change.stableSequence() > stability.sequence()) {
        stabilise((Certificate) change.stable());
      }
    }
  }

  private boolean isValid(Statement signed, ViewChange change) {
    return signed.isValid(n, crypto) && change.isValid(quorum(), n, crypto);
  }

  private void enterView(int q, EnterView enter) {
    boolean isNext = enter.view() > view || (enter.view() == view && between);
    if (!isNext || q != primary(enter.view())) {
      return;
    }
    ProcessSet signers = ProcessSet.EMPTY;
    List<Statement> valid = new ArrayList<>();
    for (Value each : enter.viewChanges()) {
      if (each instanceof Statement signed
          && signed.content() instanceof ViewChange change
          && change.view() == enter.view()
          && !signers.contains(signed.by())
          && isValid(signed, change)) {
        signers = signers.with(signed.by());
        valid.add(signed);
      }
    }
    if (signers.size() >= quorum()) {
      begin(enter.view(), valid);
    }
  }

  /** The view begins with what may be committed: that keeps its number. */
  private void begin(long next, List<Statement> valid) {
    view = next;
    between = false;
    awaited = ANEW;
    early = early.since(view);
    Certificate furthest = ViewChanges.furthestStable(valid);
    long base = ((Checkpoint) furthest.content()).sequence();
    if (base > stability.sequence()) {
      stabilise(furthest);
    }
    log = log.anew();
    long last = ViewChanges.lastPrepared(valid, base);
    for (long s = Math.max(base, stability.sequence()) + 1; s <= last; s++) {
      Value request = reissued(valid, s);
      log = log.with(log.at(s).anew(request));
      prepare(new PrepareOrder(view, s, crypto.hash(request)));
    }
  }

  /** What a quorum has told of that number, or nil. */
  protected Value reissued(List<Statement> valid, long sequence) {
    return ViewChanges.reissued(valid, sequence);
  }

  // ---- what follows from what it knows

  @Override
  protected boolean guards() {
    Certificate agreed = stability.agreedBy(quorum());
    if (agreed != null) {
      stabilise(agreed);
      return true;
    }
    Entry next = next();
    if (next.committed()) {
      execute(next);
      return true;
    }
    long wanted = viewChanges.wantedBeyond(view, new Quorums(n, f).withCorrectOne());
    if (wanted >= 0) { // a correct process is among them
      leaveFor(wanted);
      return true;
    }
    return (between ? betweenViews() : inView()) || setTimer();
  }

  private boolean inView() {
    Data now = early.first(this::isTimeFor);
    if (now != null) {
      early = early.without(now);
      inItsView(now.source(), now.message());
      return true;
    }
    if (prepareAndCommit()) {
      return true;
    }
    long sequence = log.lastAfter(Math.max(executed, stability.sequence())) + 1;
    for (Statement request : waiting) {
      if (self == primary() && isInWindow(sequence) && !log.hasNumbered(request)) {
        number(request, sequence);
        return true;
      }
    }
    return false;
  }

  /** The new primary proves that a quorum wants its view. */
  private boolean betweenViews() {
    List<Statement> changes = viewChanges.to(view);
    if (self != primary() || changes.size() < quorum()) {
      return false;
    }
    List<Statement> proof = changes.subList(0, quorum());
    multicast(new EnterView(view, List.copyOf(proof)));
    begin(view, proof);
    return true;
  }

  /**
   * In a view requests have to be executed in time; between views a quorum waits for the next. Who
   * of it has gone further waits no less: else those that are left would wait for ever.
   */
  private boolean setTimer() {
    boolean isOwed = between ? viewChanges.wanting(view) >= quorum() : !waiting.isEmpty();
    int owing = isOwed && self != primary() ? primary() : 0;
    if (owing == awaited) {
      return false;
    }
    awaited = owing;
    trigger(TIMER, owing == 0 ? new StopTimer() : new StartTimer(owing));
    return true;
  }
}
