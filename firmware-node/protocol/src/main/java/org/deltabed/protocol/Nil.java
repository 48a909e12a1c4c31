package org.deltabed.protocol;

/**
 * The page's {@code nil} (or ⊥) where it travels as a value; a variable that holds nothing yet is
 * {@code null}.
 */
public record Nil() implements Value {
  @Override
  public String toString() {
    return "nil";
  }
}
