package org.deltabed.protocol.history.linear;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Value;

/**
 * A deterministic object: what it answers to a command, and its state after, are functions of the
 * command and its state before. So are a replicated account, and a store with PutHash.
 *
 * @param initial the state before any command
 * @param object the object: from a state and a command to a response and a state
 * @param command the command in a request
 * @param response what the object said, in an indication
 * @param part the part of the object that a command is about
 */
public record ObjectSpecification<S>(
    S initial,
    BiFunction<S, Value, Answer<S>> object,
    Function<Event, Value> command,
    Function<Event, Value> response,
    Function<Value, Object> part)
    implements SequentialSpecification<S> {
  /** A response, and the state after. */
  public record Answer<S>(Value response, S state) {}

  @Override
  public S after(S state, Operation operation) {
    Answer<S> answer = object.apply(state, command.apply(operation.request()));
    boolean isRight =
        operation.isPending() || answer.response().equals(response.apply(operation.response()));
    return isRight ? answer.state() : null;
  }

  @Override
  public Object part(Operation operation) {
    return part.apply(command.apply(operation.request()));
  }
}
