package org.deltabed.protocol.history.linear;

import java.util.List;
import org.deltabed.protocol.Get;
import org.deltabed.protocol.Nil;
import org.deltabed.protocol.Put;
import org.deltabed.protocol.Read;
import org.deltabed.protocol.ReadReturn;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.Write;

/**
 * A register, and a key-value store, whose every key is a register: a read returns the value of the
 * last write; nil before the first.
 */
public final class RegisterSpecification implements SequentialSpecification<Value> {
  public static final RegisterSpecification REGISTER = new RegisterSpecification();

  private RegisterSpecification() {}

  @Override
  public Value initial() {
    return new Nil();
  }

  @Override
  public Value after(Value state, Operation operation) {
    Value written = written(operation);
    if (written != null) {
      return written;
    }
    return operation.isPending() || state.equals(read(operation)) ? state : null;
  }

  @Override
  public Object part(Operation operation) {
    return switch (operation.request()) {
      case Get(var key) -> key;
      case Put(var key, var _) -> key;
      default -> "";
    };
  }

  @Override
  public boolean readsOnly(Operation operation) {
    return written(operation) == null;
  }

  @Override
  public boolean isDispensable(Operation operation, List<Operation> others) {
    Value written = written(operation);
    return written == null
        || others.stream().noneMatch(o -> written(o) == null && written.equals(read(o)));
  }

  /** The value that it writes, or null if it reads. */
  public static Value written(Operation operation) {
    return switch (operation.request()) {
      case Write(var value) -> value;
      case Put(var _, var value) -> value;
      case Read _, Get _ -> null;
      default -> throw new IllegalStateException("no operation of a register: " + operation);
    };
  }

  /** The value that a read returned, or null if it is pending. */
  public static Value read(Operation operation) {
    return operation.response() instanceof ReadReturn(var value) ? value : null;
  }
}
