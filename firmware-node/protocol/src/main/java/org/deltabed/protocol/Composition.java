package org.deltabed.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

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

    /** Its name as it stands in paths of parts: {@code uc}, or {@code uc[]} for a family. */
    public String pathName() {
      return family ? name + "[]" : name;
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
   * The same composition with another part at one path, such as {@code uc}, {@code tob/uc[]/beb} or
   * {@code P}.
   *
   * @throws IllegalArgumentException if there is nothing at that path
   */
  public Composition swap(String path, UnaryOperator<Part> change) {
    List<Part> beside = new ArrayList<>(shared);
    boolean found = false;
    for (int i = 0; i < beside.size(); i++) {
      if (beside.get(i).pathName().equals(path)) {
        beside.set(i, change.apply(beside.get(i)));
        found = true;
      }
    }
    return new Composition(found ? top : swap(top, path, change), beside);
  }

  /** The same composition with another part wherever one of that name stands below another. */
  public Composition swapBelow(String name, UnaryOperator<Part> change) {
    return new Composition(
        swapUses(top, name, change), shared.stream().map(p -> swapUses(p, name, change)).toList());
  }

  private static Part swapUses(Part part, String name, UnaryOperator<Part> change) {
    return part.uses(
        part.uses().stream()
            .map(used -> used.name().equals(name) ? change.apply(used) : used)
            .map(used -> swapUses(used, name, change))
            .toArray(Part[]::new));
  }

  private static Part swap(Part part, String path, UnaryOperator<Part> change) {
    if (path.equals(part.pathName())) {
      return change.apply(part);
    }
    if (!path.startsWith(part.pathName() + "/")) {
      throw new IllegalArgumentException("no part " + path + " at " + part.pathName());
    }
    String rest = path.substring(part.pathName().length() + 1);
    List<Part> below = new ArrayList<>(part.uses());
    for (int i = 0; i < below.size(); i++) {
      String name = below.get(i).pathName();
      if (rest.equals(name) || rest.startsWith(name + "/")) {
        below.set(i, swap(below.get(i), rest, change));
        return part.uses(below.toArray(Part[]::new));
      }
    }
    throw new IllegalArgumentException("no part " + rest + " below " + part.pathName());
  }
}
