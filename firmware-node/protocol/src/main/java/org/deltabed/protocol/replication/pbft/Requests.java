package org.deltabed.protocol.replication.pbft;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Cryptography;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Numbered;
import org.deltabed.protocol.Value;

/** A client's requests: its command with the client's number, signed. */
final class Requests {
  private Requests() {}

  static Statement request(int client, long number, Value command, Cryptography crypto) {
    return Statement.of(client, new Numbered(number, command), crypto);
  }

  /** Whether that is a request that one of n clients has signed. */
  static boolean isValid(Value value, int n, Cryptography crypto) {
    return value instanceof Statement request
        && request.content() instanceof Numbered
        && request.isValid(n, crypto);
  }

  static long number(Statement request) {
    return ((Numbered) request.content()).number();
  }

  static Value command(Statement request) {
    return ((Numbered) request.content()).message();
  }

  /** Without the signature, as it is told to others. */
  static Data told(Statement request) {
    return new Data(request.by(), request.content());
  }

  /** Whether both have the number of the same client. */
  static boolean isSame(Statement one, Statement other) {
    return one.by() == other.by() && number(one) == number(other);
  }

  /**
   * With that request, unless its client has a later one there. A client waits for the response
   * before it asks again, so its earlier ones are answered, and one place for each is enough.
   */
  static List<Statement> withLatest(List<Statement> requests, Statement request) {
    List<Statement> latest = new ArrayList<>();
    for (Statement other : requests) {
      if (other.by() != request.by()) {
        latest.add(other);
      } else if (number(other) >= number(request)) {
        return requests;
      }
    }
    latest.add(request);
    return List.copyOf(latest);
  }

  /** Those that the service has not executed yet. */
  static List<Statement> open(List<Statement> requests, Service service) {
    return requests.stream().filter(r -> number(r) > service.lastOf(r.by())).toList();
  }
}
