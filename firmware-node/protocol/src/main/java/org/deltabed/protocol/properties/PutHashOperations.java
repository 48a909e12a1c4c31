package org.deltabed.protocol.properties;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.Occurrence;
import org.deltabed.protocol.replication.backup.Hashed;
import org.deltabed.protocol.replication.backup.PutHash;
import org.deltabed.protocol.replication.backup.PutHashReturn;

/**
 * The PutHash operations of a history: a process's k-th return is that of its k-th request.
 *
 * @param open requests that have not returned
 */
record PutHashOperations(List<Occurrence> requests, List<Done> returned, List<Occurrence> open) {
  /**
   * An operation that returned.
   *
   * @param before what the result says took effect before it, the first first
   */
  record Done(Occurrence begin, Occurrence end, List<Value> before) {
    Value key() {
      return ((PutHash) begin.event()).key();
    }

    Value value() {
      return ((PutHash) begin.event()).value();
    }
  }

  static PutHashOperations of(History history, String instance) {
    List<Occurrence> requests = history.of(instance, Direction.REQUEST, PutHash.class).toList();
    List<Occurrence> returns =
        new ArrayList<>(history.of(instance, Direction.INDICATION, PutHashReturn.class).toList());
    List<Done> returned = new ArrayList<>();
    List<Occurrence> open = new ArrayList<>();
    for (Occurrence request : requests) {
      Occurrence end =
          returns.stream().filter(o -> o.process() == request.process()).findFirst().orElse(null);
      if (end == null) {
        open.add(request);
      } else {
        returns.remove(end);
        returned.add(new Done(request, end, effects(((PutHashReturn) end.event()).previous())));
      }
    }
    return new PutHashOperations(requests, returned, open);
  }

  /** How often that was requested. */
  long requested(Value key, Value value) {
    return requests.stream().filter(o -> o.event().equals(new PutHash(key, value))).count();
  }

  private static List<Value> effects(Value hash) {
    List<Value> effects = new ArrayList<>();
    Value rest = hash;
    while (rest instanceof Hashed(var previous, var appended)) {
      effects.addFirst(appended);
      rest = previous;
    }
    return effects;
  }
}
