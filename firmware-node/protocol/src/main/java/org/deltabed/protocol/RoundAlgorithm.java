package org.deltabed.protocol;

/**
 * The shape of an algorithm that is written in rounds: {@code send()} at a round's beginning,
 * {@code update(mailbox)} at its end. One round is one cycle of the bus: each process's message of
 * the round is in its slot of the cycle, and the round is closed when the cycle ends. What comes
 * for another round is dropped: a closed round stays closed.
 *
 * <p>All processes must be asked before the first slot of one and the same cycle: its end is the
 * end of the first round for all of them, and who has not begun would drop what comes. A message is
 * handed to the bus when its round begins, before the slot of its sender, so all messages of a
 * round are made from what was known at its beginning.
 *
 * @param <A> the state of the algorithm, without the round and the mailbox, which are kept here
 */
public abstract class RoundAlgorithm<A extends Record> extends Component<RoundAlgorithm.S> {
  /**
   * The state.
   *
   * @param round the round that is open, from 1; 0 before the algorithm has started
   */
  public record S(int round, Mailbox mailbox, Record algorithm) {}

  protected int round;
  protected Mailbox mailbox;

  protected RoundAlgorithm(Context context) {
    super(context);
  }

  @Override
  protected final void init() {
    round = 0;
    mailbox = Mailbox.EMPTY;
    initAlgorithm();
  }

  protected abstract void initAlgorithm();

  /** The algorithm starts with this value of its own. */
  protected abstract void propose(Value v);

  /** The message of the round that begins, or null if there is nothing to say. */
  protected abstract Value message();

  /** The round ends: what was heard in it, the own message included. */
  protected abstract void update(Mailbox heard);

  /** Whether the algorithm has said all that it has to say. */
  protected abstract boolean isOver();

  protected abstract A saveAlgorithm();

  protected abstract void loadAlgorithm(A state);

  @Override
  protected final void upon(Event event) {
    switch (event) {
      case Arrive(int p, InRound(int of, var message)) -> {
        if (of == round) {
          mailbox = mailbox.with(p, message);
        }
      }
      case CycleEnd() -> endRound();
      case Propose(var v) -> {
        if (round == 0) {
          propose(v);
          beginRound();
        }
      }
      default -> throw unexpected(event);
    }
  }

  private void endRound() {
    if (round > 0 && !isOver()) {
      Mailbox heard = mailbox;
      mailbox = Mailbox.EMPTY;
      update(heard);
      if (!isOver()) {
        beginRound();
      }
    }
  }

  private void beginRound() {
    round = round + 1;
    Value message = message();
    if (message != null) {
      send(new InRound(round, message));
    }
  }

  @Override
  protected final boolean hearsCycles() {
    return true;
  }

  @Override
  public final S save() {
    return new S(round, mailbox, saveAlgorithm());
  }

  // A state comes from save() of the same class, so the algorithm's part is an A.
  @SuppressWarnings("unchecked")
  @Override
  public final void load(S state) {
    round = state.round;
    mailbox = state.mailbox;
    loadAlgorithm((A) state.algorithm);
  }
}
