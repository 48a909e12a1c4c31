package org.deltabed.protocol;

import java.util.List;

/**
 * One algorithm as its page has it: a state machine that is changed by events only. It reads no
 * clock, draws no random number and calls nobody; it triggers events, which the {@link Stack}
 * carries.
 *
 * <p>Every mutable field is mirrored in the record S, so that {@code load → upon → guards to a
 * fixpoint → save} is a pure step from one S to the next.
 *
 * @param <S> the state: a record of immutable parts
 */
public abstract class Component<S extends Record> {
  /** Where the events go that a component triggers. */
  interface Port {
    void request(String use, int index, Event event);

    void initialise(String use, int index);

    void indicate(Event event);

    void send(Value message);
  }

  /**
   * What a component is told when it is made, and that never changes.
   *
   * @param self its own rank
   * @param n how many processes there are
   * @param f how many of them may crash at most
   * @param index the 3 of {@code uc[3]} for a component in a family, else 0
   * @param crypto how it signs and verifies
   */
  public record Context(int self, int n, int f, int index, Cryptography crypto) {
    public Context {
      if (n < 1 || n > ProcessSet.MAX || self < 1 || self > n) {
        throw new IllegalArgumentException("no process " + self + " among " + n);
      }
      if (f < 0 || f > n || index < 0) {
        throw new IllegalArgumentException("no f " + f + " of " + n + ", or no index " + index);
      }
    }

    /** Outside any family, where all but one may crash and nobody forges. */
    public Context(int self, int n) {
      this(self, n, n - 1, 0, new IdealCryptography(self));
    }

    Context at(int familyIndex) {
      return new Context(self, n, f, familyIndex, crypto);
    }
  }

  /** The rank of this process, 1..n. */
  protected final int self;

  /** How many processes there are. */
  protected final int n;

  /** How many of them may crash at most. */
  protected final int f;

  /** The 3 of {@code uc[3]} for a component in a family, else 0. */
  protected final int index;

  /** How this process signs and verifies. */
  protected final Cryptography crypto;

  private Port port;

  protected Component(Context context) {
    this.self = context.self();
    this.n = context.n();
    this.f = context.f();
    this.index = context.index();
    this.crypto = context.crypto();
  }

  /** The page's {@code upon event <Init>}. */
  protected abstract void init();

  /**
   * The page's {@code upon event}: a request from above, an indication of a used instance, or what
   * the bus brought.
   */
  protected abstract void upon(Event event);

  /**
   * The same for a component that uses several instances which raise the same event: {@code use} is
   * the name by which it uses the instance (empty for a request and for the bus), {@code index} the
   * i of {@code uc[i]}, or 0.
   */
  protected void upon(String use, int index, Event event) {
    upon(event);
  }

  /**
   * The page's {@code upon <condition>}: runs the first guard that is true and tells whether there
   * was one. The runtime calls it after every event until none is.
   */
  protected boolean guards() {
    return false;
  }

  /** Whether {@link Silence} is for this component. */
  protected boolean hearsSilence() {
    return false;
  }

  /** Whether {@link CycleEnd} is for this component. */
  protected boolean hearsCycles() {
    return false;
  }

  /**
   * What a user that comes later must still be told; a shared failure detector names those that it
   * has detected.
   */
  protected Iterable<Event> pastIndications() {
    return List.of();
  }

  /** The state. */
  public abstract S save();

  /** Takes over a state that {@link #save} gave. */
  public abstract void load(S state);

  /** {@code trigger <event>}: an indication, up to whoever uses this instance. */
  protected final void trigger(Event indication) {
    port.indicate(indication);
  }

  /** {@code trigger <use, event>}: a request, down to the instance that is used by that name. */
  protected final void trigger(String use, Event request) {
    port.request(use, 0, request);
  }

  /** {@code trigger <use, event>_index}: the same where there are many, such as {@code uc[sn]}. */
  protected final void trigger(String use, int index, Event request) {
    port.request(use, index, request);
  }

  /**
   * {@code initialise instance use.index}: takes part in what others may begin there. An instance
   * of a family that nobody has addressed does not exist, and hears of no crash.
   */
  protected final void initialise(String use, int index) {
    port.initialise(use, index);
  }

  /**
   * Hands a message to the bus: {@link Arrive} at the same instance of every process, the own one
   * included.
   */
  protected final void send(Value message) {
    port.send(message);
  }

  /**
   * To throw in the {@code default} of a switch over events: the composition wires what the
   * component does not know.
   */
  protected final IllegalStateException unexpected(Event event) {
    return new IllegalStateException(getClass().getSimpleName() + " has no upon for " + event);
  }

  final void attach(Port port) {
    this.port = port;
  }
}
