package org.deltabed.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.deltabed.protocol.Component.Context;
import org.deltabed.protocol.Layout.Place;

/**
 * One process: its tower of component instances and the runtime that carries events between them.
 *
 * <p>Every input ({@link #request}, {@link #deliver}, {@link #silence}, {@link #cycleEnd}) is one
 * step: the event happens, then whatever it triggers, first in first out, until nothing is left.
 * After each event the guards of the instance that it changed are run until none is true. Same
 * state and same input: same outputs and same state after. Not for several threads.
 */
public final class Stack {
  /**
   * Where the effects go. Called during the step, in the order in which they happen; must not call
   * the stack.
   */
  public interface Output {
    /** Hand to the bus, for every process, the own one included. */
    void send(String instance, Value message);

    /**
     * An event crosses an instance's upper interface. A decision comes before the sending that
     * follows from it.
     */
    void event(String instance, Direction direction, Event event);
  }

  private final Layout layout;
  private final Context context;
  private final Output output;
  private final Agenda agenda = new Agenda();

  /** By place; null where the place is in a family. */
  private final Instance[] fixed;

  /**
   * By place: the instances of a family that have been addressed, by index; null where the place is
   * in none.
   */
  private final List<TreeMap<Integer, Instance>> members = new ArrayList<>();

  private boolean stepping;

  /** A process of a system in which all but one may crash. */
  public Stack(Composition composition, int self, int n, Output output) {
    this(composition, self, n, n - 1, output);
  }

  /** A process of a system of n in which at most f crash. */
  public Stack(Composition composition, int self, int n, int f, Output output) {
    this(composition, self, n, f, new IdealCryptography(self), output);
  }

  /** The same with keys of its own. */
  public Stack(
      Composition composition, int self, int n, int f, Cryptography crypto, Output output) {
    this.layout = new Layout(composition);
    this.context = new Context(self, n, f, 0, crypto);
    this.output = output;
    this.fixed = new Instance[layout.places().size()];
    for (Place place : layout.places()) {
      boolean inFamily = place.familyRoot() != Layout.NONE;
      members.add(inFamily ? new TreeMap<>() : null);
      fixed[place.number()] = inFamily ? null : new Instance(this, place, 0, context);
    }
  }

  /** Raises Init everywhere; once, before anything else. */
  public void init() {
    begin();
    for (Instance instance : fixed) {
      if (instance != null) {
        instance.init();
      }
    }
    for (Instance instance : fixed) {
      if (instance != null) {
        instance.guardsToFixpoint();
      }
    }
    finish();
  }

  /** A request from outside to an instance, usually the top one. */
  public void request(String instance, Event event) {
    begin();
    request(at(instance), event);
    finish();
  }

  /** A message of that instance at {@code sender} came over the bus. */
  public void deliver(int sender, String instance, Value message) {
    begin();
    agenda.add(at(instance), "", 0, new Arrive(sender, message));
    finish();
  }

  /** The slot of {@code process} passed without its frame. */
  public void silence(int process) {
    toListeners(new Silence(process));
  }

  /** That process, of which there was silence, is heard again: only where a detector may err. */
  public void heard(int process) {
    toListeners(new Heard(process));
  }

  private void toListeners(Event event) {
    begin();
    for (Instance instance : fixed) {
      if (instance != null && instance.hearsSilence()) {
        agenda.add(instance, "", 0, event);
      }
    }
    finish();
  }

  /** Whether silence means anything to this process. */
  public boolean hearsSilence() {
    for (Instance instance : fixed) {
      if (instance != null && instance.hearsSilence()) {
        return true;
      }
    }
    return false;
  }

  /** The last slot of a cycle has passed, and what was in it is delivered. */
  public void cycleEnd() {
    begin();
    for (int number = 0; number < fixed.length; number++) {
      if (fixed[number] != null) {
        endCycleOf(fixed[number]);
      } else {
        members.get(number).values().forEach(this::endCycleOf);
      }
    }
    finish();
  }

  private void endCycleOf(Instance instance) {
    if (instance.hearsCycles()) {
      agenda.add(instance, "", 0, CycleEnd.NOW);
    }
  }

  /**
   * Every instance in a fixed order; the position is its number on the wire. A family appears once,
   * as {@code tob/uc[]}.
   */
  public List<String> instances() {
    return layout.places().stream().map(Place::path).toList();
  }

  /**
   * The position in {@link #instances}: that of {@code tob/uc[3]/beb} is the position of {@code
   * tob/uc[]/beb}.
   *
   * @throws IllegalArgumentException if there is no such instance
   */
  public int number(String instance) {
    return layout.number(instance);
  }

  /** The 3 of {@code tob/uc[3]/beb}; 0 where there is no family in the path. */
  public int index(String instance) {
    return Layout.index(instance);
  }

  /** Whether an instance has that number and index, which may come from anybody. */
  public boolean exists(int number, int index) {
    return number >= 0
        && number < fixed.length
        && index >= 0
        && (index == 0 || fixed[number] == null);
  }

  /**
   * The path from number and index.
   *
   * @throws IllegalArgumentException if there is none such
   */
  public String path(int number, int index) {
    if (!exists(number, index)) {
      throw new IllegalArgumentException(
          "no instance has number " + number + " and index " + index);
    }
    return fixed[number] != null ? fixed[number].path : layout.place(number).instance(index);
  }

  /** The state of the process: what its future depends on, and nothing else. */
  public State save() {
    List<Record> states = new ArrayList<>(fixed.length);
    List<State.Member> some = List.of();
    for (int number = 0; number < fixed.length; number++) {
      if (fixed[number] != null) {
        states.add(fixed[number].save());
      } else {
        some = some.isEmpty() ? new ArrayList<>() : some;
        for (Instance instance : members.get(number).values()) {
          some.add(new State.Member(number, instance.index, instance.save()));
        }
      }
    }
    return new State(states, some);
  }

  /**
   * Takes over a state that {@link #save} gave, of this stack or of another of the same
   * composition, rank and n.
   */
  public void load(State state) {
    int next = 0;
    for (Instance instance : fixed) {
      if (instance != null) {
        instance.load(state.fixed().get(next++));
      }
    }
    for (TreeMap<Integer, Instance> family : members) {
      if (family != null) {
        family.clear();
      }
    }
    for (State.Member member : state.members()) {
      Instance instance =
          new Instance(this, layout.place(member.number()), member.index(), context);
      instance.load(member.state());
      members.get(member.number()).put(member.index(), instance);
    }
  }

  Place place(int number) {
    return layout.place(number);
  }

  private Instance at(String instance) {
    return instance(layout.number(instance), Layout.index(instance));
  }

  /** The instance there; one of a family is made when it is first addressed. */
  Instance instance(int number, int index) {
    if (fixed[number] != null) {
      return fixed[number];
    }
    Instance instance = members.get(number).get(index);
    if (instance == null) {
      found(layout.place(number).familyRoot(), index);
      instance = members.get(number).get(index);
    }
    return instance;
  }

  /**
   * Makes the instance of a family with all below it, and tells it what shared parts have indicated
   * before.
   */
  private void found(int root, int index) {
    List<Instance> made = new ArrayList<>();
    for (Place place : layout.places()) {
      if (place.familyRoot() == root) {
        Instance instance = new Instance(this, place, index, context);
        members.get(place.number()).put(index, instance);
        made.add(instance);
      }
    }
    made.forEach(Instance::init);
    made.forEach(Instance::guardsToFixpoint);
    for (Instance instance : made) {
      for (String name : instance.place.part().sharedUses()) {
        for (Event past : fixed[layout.number(name)].pastIndications()) {
          agenda.add(instance, name, 0, past);
        }
      }
    }
  }

  void request(Instance target, Event event) {
    output.event(target.path, Direction.REQUEST, event);
    agenda.add(target, "", 0, event);
  }

  void indicate(Instance source, Event event) {
    output.event(source.path, Direction.INDICATION, event);
    if (source.place.shared()) {
      indicateToUsers(source, event);
    } else if (source.place.user() != Layout.NONE) {
      Place user = layout.place(source.place.user());
      int index = user.familyRoot() == Layout.NONE ? 0 : source.index;
      agenda.add(instance(user.number(), index), source.place.part().name(), source.index, event);
    }
  }

  private void indicateToUsers(Instance source, Event event) {
    String name = source.place.part().name();
    for (Place place : layout.places()) {
      if (place.part().sharedUses().contains(name)) {
        if (fixed[place.number()] != null) {
          agenda.add(fixed[place.number()], name, 0, event);
        } else {
          members.get(place.number()).values().forEach(user -> agenda.add(user, name, 0, event));
        }
      }
    }
  }

  void send(Instance source, Value message) {
    output.send(source.path, message);
  }

  private void begin() {
    if (stepping) {
      throw new IllegalStateException(
          "an output of p" + context.self() + " called back into its stack");
    }
    stepping = true;
  }

  /**
   * Lets everything happen that is triggered. After an exception the stack takes no further step:
   * fail-silent.
   */
  private void finish() {
    while (!agenda.isEmpty()) {
      agenda.handleFirst();
    }
    stepping = false;
  }
}
