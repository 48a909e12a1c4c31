package org.deltabed.lab.check;

import java.util.List;

/**
 * What was found about one wire, or about one node on the bus.
 *
 * @param use {@code program bus alive crash sense power sync}
 * @param node id; 0 for what is of no single node
 * @param kind a short name, such as {@code ok swapped dead shorted}
 * @param others ids of other nodes that it is about
 * @param wire which wire, with both its ends; empty for what is no single wire
 * @param text what was seen
 * @param remedy what to do; empty where nothing is to be done
 */
public record Finding(
    Mark mark,
    String use,
    int node,
    String kind,
    List<Integer> others,
    String wire,
    String text,
    String remedy) {

  public Finding {
    others = List.copyOf(others);
  }

  /** Nothing is wrong with it. */
  public static Finding right(String use, int node, String wire, String text) {
    return new Finding(Mark.RIGHT, use, node, "ok", List.of(), wire, text, "");
  }

  /** It could not be looked at. */
  public static Finding unchecked(String use, int node, String wire, String why) {
    return new Finding(Mark.UNCHECKED, use, node, "unchecked", List.of(), wire, why, "");
  }

  /** It is one of those that are wrong. */
  public boolean isWrong() {
    return mark == Mark.WRONG;
  }
}
