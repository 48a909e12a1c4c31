package org.deltabed.protocol.register;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Ack;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Inquiry;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Numbered;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Read;
import org.deltabed.protocol.ReadReturn;
import org.deltabed.protocol.Send;
import org.deltabed.protocol.Sequence;
import org.deltabed.protocol.SignedWrite;
import org.deltabed.protocol.Text;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.Write;
import org.deltabed.protocol.WriteReturn;

/**
 * R8: Byzantine (1,N) regular register with signatures (bonrr).
 *
 * <p>Majority voting in which every stored value carries its writer's signature: a Byzantine
 * process can give back an old value, but none that was never written, and of any two quorums one
 * correct process is in both.
 *
 * <p><b>Events.</b> Requests {@code <Read>}, and {@code <Write, v>} of the writer w = p<sub>1</sub>
 * only; indications {@code <ReadReturn, v>} and {@code <WriteReturn>}.
 *
 * <p><b>Properties.</b> Termination: every operation of a correct process eventually terminates.
 * Validity: every read returns either the concurrently written value or the most recently written
 * value. With a Byzantine writer only termination is owed: what it has written when is nowhere
 * said.
 *
 * <p><b>Assumptions.</b> Byzantine, N &gt; 3f, authenticated perfect links, digital signatures. A
 * process begins an operation when its last one has returned; one that is asked for earlier waits.
 *
 * <p><b>Uses.</b> {@code al}: AuthenticatedLinks.
 *
 * <p><b>Source.</b> dependable-systems-notes, 6.1 Specification, 6.1.1 (1, N)-REGULAR Register.
 *
 * <p><b>In slots.</b> Two steps for each operation: the slot of who begins it, and those of as many
 * as make a quorum with it. A stored value takes some 100 bytes of a message, so N of them take
 * several cycles.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>{@code upon [READ] ...} is left open: the process answers with what it has stored.
 *   <li>The page's READ and VALUE have no number, so that a late VALUE of one read counts for the
 *       next, which then returns what was overwritten before it began. Here they carry the reader's
 *       number, as ACK carries the writer's.
 *   <li>{@code upon receive message [WRITE, ts', v', σ']} asks neither who sent it nor whether the
 *       signature is good. A Byzantine process that sends a high ts' with no signature makes
 *       correct processes store what no reader accepts: no read terminates any more. Here the
 *       signature is verified first.
 *   <li>{@code verifySign} fails for (⊥, ⊥, ⊥), which nobody has signed, so that by the page a read
 *       before the first write never returns. Here number 0 needs no signature.
 *   <li>{@code send message [ACK, ts'] to writer w} stands after the {@code if}: it answers every
 *       good WRITE, also one that is older than what is stored. Here only those that the writer
 *       itself sent: whoever else brings a write gets, and causes, no answer.
 *   <li>{@code upon write(v)} and {@code read()} wait; here the rest of each is an {@code upon} of
 *       its own, and of the VALUEs only the one with the highest number is kept, with who has sent
 *       one.
 *   <li>{@code WRITE‖wts‖v} is signed with the writer's key; {@code verifySign} of the page does
 *       not say whose.
 * </ol>
 */
public class ByzantineRegularRegister extends Component<ByzantineRegularRegister.S> {
  /**
   * The state.
   *
   * @param stored the page's (ts, val, σ)
   * @param wts how many writes this process has begun
   * @param acked who has acknowledged the write that is under way
   * @param writing whether one is
   * @param rid how many reads this process has begun
   * @param answered who has answered the read that is under way
   * @param highest the best of the answers
   * @param reading whether a read is under way
   * @param waiting the operations to be begun, the first first
   */
  public record S(
      SignedWrite stored,
      long wts,
      ProcessSet acked,
      boolean writing,
      long rid,
      ProcessSet answered,
      SignedWrite highest,
      boolean reading,
      List<Event> waiting) {
    public S {
      waiting = List.copyOf(waiting);
    }
  }

  /** The page's w. */
  public static final int WRITER = 1;

  private static final String AL = "al";
  private static final Value WRITE = new Text("WRITE");

  protected SignedWrite stored;
  protected long wts;
  protected ProcessSet acked;
  protected boolean writing;
  protected long rid;
  protected ProcessSet answered;
  protected SignedWrite highest;
  protected boolean reading;
  protected List<Event> waiting;

  public ByzantineRegularRegister(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    stored = SignedWrite.NONE;
    wts = 0;
    acked = ProcessSet.EMPTY;
    writing = false;
    rid = 0;
    answered = ProcessSet.EMPTY;
    highest = SignedWrite.NONE;
    reading = false;
    waiting = List.of();
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      case Write _, Read _ -> {
        waiting = new ArrayList<>(waiting);
        waiting.add(event);
      }
      // upon receive message [WRITE, ts', v', σ'] do
      case Deliver(int p, SignedWrite write) when mayStore(write) -> store(p, write);
      // upon [READ] ...
      case Deliver(int p, Inquiry(long number)) ->
          trigger(AL, new Send(p, new Numbered(number, stored)));
      // wait for messages [ACK, ts'] s.t. ts' = wts
      case Deliver(int p, Ack(int _, Num(long ts))) when writing && ts == wts ->
          acked = acked.with(p);
      // wait for message [VALUE, ts', v', σ'] ... with verifySign(σ', WRITE‖ts'‖v') = TRUE
      case Deliver(int p, Numbered(long number, SignedWrite value))
          when reading && isOfThisRead(number) && isGood(value) ->
          answer(p, value);
      case Deliver(int _, var _) -> {} // of no use, or what no correct process says
      default -> throw unexpected(event);
    }
  }

  private void begin(Event operation) {
    switch (operation) {
      // upon write(v) do
      case Write(var v) -> {
        wts++;
        writing = true;
        sendToAll(new SignedWrite(wts, v, crypto.sign(signedText(wts, v))));
      }
      // upon read() do
      case Read() -> {
        rid++;
        reading = true;
        sendToAll(new Inquiry(rid));
      }
      default -> throw unexpected(operation);
    }
  }

  private void sendToAll(Value message) {
    for (int q = 1; q <= n; q++) {
      trigger(AL, new Send(q, message));
    }
  }

  /** {@code if ts' > ts then (ts, val, σ) ← (ts', v', σ')}. */
  private void store(int p, SignedWrite write) {
    if (write.timestamp() > stored.timestamp()) {
      stored = write;
    }
    if (p == WRITER) { // departure 5
      trigger(AL, new Send(WRITER, new Ack(WRITER, new Num(write.timestamp()))));
    }
  }

  private void answer(int p, SignedWrite value) {
    answered = answered.with(p);
    highest = value.timestamp() > highest.timestamp() ? value : highest;
  }

  /** {@code WRITE‖ts‖v}. */
  public static Value signedText(long ts, Value v) {
    return Sequence.of(WRITE, new Num(ts), v);
  }

  /** Departure 3. */
  protected boolean mayStore(SignedWrite write) {
    return isGood(write);
  }

  /** Departures 4 and 7. */
  protected boolean isGood(SignedWrite write) {
    return write.equals(SignedWrite.NONE) || isSigned(write);
  }

  /** {@code verifySign(σ', WRITE‖ts'‖v') = TRUE}. */
  protected final boolean isSigned(SignedWrite write) {
    Value text = signedText(write.timestamp(), write.value());
    return write.timestamp() > 0 && crypto.verifySignature(WRITER, text, write.signature());
  }

  /** Departure 2. */
  protected boolean isOfThisRead(long number) {
    return number == rid;
  }

  /** {@code > (n + f) / 2}. */
  protected boolean isQuorum(ProcessSet processes) {
    return 2 * processes.size() > n + f;
  }

  @Override
  protected boolean guards() {
    if (writing && isQuorum(acked)) {
      writing = false;
      acked = ProcessSet.EMPTY;
      trigger(new WriteReturn());
      return true;
    }
    // let v be the received value v' from message with the highest timestamp ts'
    if (reading && isQuorum(answered)) {
      Value v = highest.value();
      reading = false;
      answered = ProcessSet.EMPTY;
      highest = SignedWrite.NONE;
      trigger(new ReadReturn(v));
      return true;
    }
    if (!writing && !reading && !waiting.isEmpty()) {
      Event next = waiting.getFirst();
      waiting = waiting.subList(1, waiting.size());
      begin(next);
      return true;
    }
    return false;
  }

  @Override
  public S save() {
    return new S(stored, wts, acked, writing, rid, answered, highest, reading, waiting);
  }

  @Override
  public void load(S state) {
    stored = state.stored;
    wts = state.wts;
    acked = state.acked;
    writing = state.writing;
    rid = state.rid;
    answered = state.answered;
    highest = state.highest;
    reading = state.reading;
    waiting = state.waiting;
  }
}
