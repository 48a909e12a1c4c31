package org.deltabed.protocol;

import java.util.List;
import java.util.function.Function;

/**
 * Which components stand on which: the page's {@code Uses}, by name, so that an abstraction can be
 * swapped for another of the same interface.
 *
 * @param top the part that the plan talks to
 * @param shared parts that stand beside the tower and that every part may use by name, such as P
 */
public record Composition(Part top, List<Part> shared) {
  /**
   * An instance to be made, or a family of them.
   *
   * @param name its name in the user's {@code Uses} and in paths
   * @param family whether it is one of many, {@code name[i]}, each made when it is first addressed
   * @param maker gives a new component
   * @param uses the parts that stand below it and belong to it alone
   * @param sharedUses names of shared parts that it uses
   */
  public record Part(
      String name,
      boolean family,
      Function<Component.Context, Component<?>> maker,
      List<Part> uses,
      List<String> sharedUses) {
    public Part {
      uses = List.copyOf(uses);
      sharedUses = List.copyOf(sharedUses);
    }

    /** A part that uses nothing yet. */
    public static Part of(String name, Function<Component.Context, Component<?>> maker) {
      return new Part(name, false, maker, List.of(), List.of());
    }

    public Part uses(Part... below) {
      return new Part(name, family, maker, List.of(below), sharedUses);
    }

    public Part usesShared(String... names) {
      return new Part(name, family, maker, uses, List.of(names));
    }

    public Part asFamily() {
      return new Part(name, true, maker, uses, sharedUses);
    }

    /** The same place and uses with another component. */
    public Part madeBy(Function<Component.Context, Component<?>> other) {
      return new Part(name, family, other, uses, sharedUses);
    }
  }

  public Composition {
    shared = List.copyOf(shared);
  }

  public static Composition of(Part top, Part... shared) {
    return new Composition(top, List.of(shared));
  }

  /**
   * The same composition with another component at one path, such as {@code uc} or {@code
   * tob/uc[]/beb}.
   *
   * @throws IllegalArgumentException if there is nothing at that path
   */
  public Composition swap(String path, Function<Part, Part> change) {
    throw new UnsupportedOperationException();
  }
}
