package org.deltabed.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.deltabed.protocol.Composition.Part;

/**
 * The places of a composition, numbered: the tower from the top down, each part before those that
 * it uses, then the shared parts. Paths of places have {@code []} where a family's index goes:
 * {@code tob/uc[]/beb}.
 */
final class Layout {
  /** Stands for {@code no place}: the top's and the shared parts' user. */
  static final int NONE = -1;

  /**
   * @param number the position, and the number on the wire
   * @param user the number of the place above
   * @param uses the numbers of the places below and of the shared ones, in the order of {@link
   *     #useNames}
   * @param familyRoot the number of the place that is the family this one is in, or NONE
   */
  record Place(
      int number,
      String path,
      Part part,
      int user,
      boolean shared,
      int familyRoot,
      List<Integer> uses,
      List<String> useNames) {
    /** The path of the instance with that index: {@code tob/uc[3]/beb}. */
    String instance(int index) {
      return familyRoot == NONE ? path : path.replace("[]", "[" + index + "]");
    }
  }

  private final List<Place> places = new ArrayList<>();
  private final TreeMap<String, Integer> numbers = new TreeMap<>();

  Layout(Composition composition) {
    add(composition.top(), "", NONE, NONE, false);
    for (Part part : composition.shared()) {
      if (part.family()) {
        throw new IllegalArgumentException("a shared part is no family: " + part.name());
      }
      add(part, "", NONE, NONE, true);
    }
    places.forEach(this::resolveShared);
  }

  private int add(Part part, String above, int user, int familyRoot, boolean shared) {
    int number = places.size();
    String path = above + part.pathName();
    if (numbers.put(path, number) != null) {
      throw new IllegalArgumentException("two parts have the path " + path);
    }
    if (part.family() && familyRoot != NONE) {
      throw new IllegalArgumentException("a family within a family has no address: " + path);
    }
    int root = part.family() ? number : familyRoot;
    Place place =
        new Place(number, path, part, user, shared, root, new ArrayList<>(), new ArrayList<>());
    places.add(place);
    for (Part below : part.uses()) {
      place.uses().add(add(below, path + "/", number, root, false));
      place.useNames().add(below.name());
    }
    return number;
  }

  private void resolveShared(Place place) {
    for (String name : place.part().sharedUses()) {
      Integer number = numbers.get(name);
      if (number == null || !places.get(number).shared()) {
        throw new IllegalArgumentException(
            place.path() + " uses " + name + ", which nobody shares");
      }
      place.uses().add(number);
      place.useNames().add(name);
    }
  }

  List<Place> places() {
    return places;
  }

  Place place(int number) {
    return places.get(number);
  }

  int number(String instance) {
    int open = instance.indexOf('[');
    String path =
        open < 0
            ? instance
            : instance.substring(0, open + 1) + instance.substring(instance.indexOf(']', open));
    Integer number = numbers.get(path);
    if (number == null) {
      throw new IllegalArgumentException(
          "no instance " + instance + "; there are " + numbers.keySet());
    }
    return number;
  }

  static int index(String instance) {
    int open = instance.indexOf('[');
    return open < 0 ? 0 : Integer.parseInt(instance, open + 1, instance.indexOf(']', open), 10);
  }
}
