package org.deltabed.protocol.history.linear;

import java.util.List;

/**
 * What an object does when its operations come one after the other.
 *
 * @param <S> the object's state: immutable, with equality
 */
public interface SequentialSpecification<S> {
  /** Before any operation. */
  S initial();

  /**
   * The state after that operation, or null if the object would not have answered it so. To a
   * pending operation any answer is right.
   */
  S after(S state, Operation operation);

  /**
   * The part of the object that the operation is about, such as a key. A history is linearizable if
   * that of each part is, so each is looked at by itself.
   */
  default Object part(Operation operation) {
    return "";
  }

  /** Whether the operation never changes the object, in whatever state it is. */
  default boolean readsOnly(Operation operation) {
    return false;
  }

  /**
   * Whether what is left is linearizable too if the whole was: so it is for an operation that
   * changes nothing, and for a write of a value that none of the others has read. A failure is
   * explained without such operations.
   *
   * @param others the operations of the same part
   */
  default boolean isDispensable(Operation operation, List<Operation> others) {
    return false;
  }
}
