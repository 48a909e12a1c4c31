package org.deltabed.protocol;

import org.deltabed.protocol.Layout.Place;

/** A component at its place in the tower of one process. */
final class Instance implements Component.Port {
  /** No algorithm needs as many guards in a row; one that does has a guard that never falls. */
  static final int GUARDS_MAX = 10_000;

  final Place place;
  final int index;
  final String path;
  private final Stack stack;
  private final Component<?> component;

  /** The state since the last save, or null if an event came since. */
  private Record saved;

  Instance(Stack stack, Place place, int index, Component.Context context) {
    this.stack = stack;
    this.place = place;
    this.index = index;
    this.path = place.instance(index);
    this.component = place.part().maker().apply(context.at(index));
    component.attach(this);
  }

  void init() {
    saved = null;
    component.init();
  }

  void upon(String use, int useIndex, Event event) {
    saved = null;
    component.upon(use, useIndex, event);
    guardsToFixpoint();
  }

  void guardsToFixpoint() {
    for (int fired = 0; component.guards(); fired++) {
      saved = null;
      if (fired == GUARDS_MAX) {
        throw new IllegalStateException("a guard of " + path + " never falls: " + component.save());
      }
    }
  }

  boolean hearsSilence() {
    return component.hearsSilence();
  }

  boolean hearsCycles() {
    return component.hearsCycles();
  }

  Iterable<Event> pastIndications() {
    return component.pastIndications();
  }

  Record save() {
    if (saved == null) {
      saved = component.save();
    }
    return saved;
  }

  void load(Record state) {
    loadUnchecked(component, state);
    saved = state;
  }

  // A state comes from save() of the same place, so from the same component class.
  @SuppressWarnings("unchecked")
  private static <S extends Record> void loadUnchecked(Component<S> component, Record state) {
    component.load((S) state);
  }

  @Override
  public void request(String use, int useIndex, Event event) {
    stack.request(below(use, useIndex), event);
  }

  @Override
  public void initialise(String use, int useIndex) {
    below(use, useIndex);
  }

  /** The instance that is used by that name; one of a family is made when it is first addressed. */
  private Instance below(String use, int useIndex) {
    int at = place.useNames().indexOf(use);
    if (at < 0) {
      throw new IllegalStateException(path + " uses no " + use + ", only " + place.useNames());
    }
    Place below = stack.place(place.uses().get(at));
    return stack.instance(
        below.number(),
        below.part().family() ? useIndex : below.familyRoot() == Layout.NONE ? 0 : index);
  }

  @Override
  public void indicate(Event event) {
    stack.indicate(this, event);
  }

  @Override
  public void send(Value message) {
    stack.send(this, message);
  }
}
