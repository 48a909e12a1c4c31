package org.deltabed.protocol.replication.pbft;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.replication.Account;

/**
 * The state that is replicated: an {@link Account}, and which request of each client was the last,
 * so that none is executed twice.
 *
 * @param answers an {@link Answer} for each client that has one, by client
 */
public record Service(long balance, List<Value> answers) implements Value {
  /** Before the first request. */
  public static final Service NEW = new Service(0, List.of());

  public Service {
    answers = List.copyOf(answers);
  }

  /** The number of the client's last request that was executed, or 0. */
  public long lastOf(int client) {
    for (Value each : answers) {
      if (each instanceof Answer answer && answer.client() == client) {
        return answer.number();
      }
    }
    return 0;
  }

  /** The response to a command. */
  public Value response(Value command) {
    return new Account(balance).apply(command).response();
  }

  /** After the client's command of that number. */
  public Service after(int client, long number, Value command) {
    Account.Applied applied = new Account(balance).apply(command);
    List<Value> others = new ArrayList<>();
    for (Value each : answers) {
      if (each instanceof Answer answer && answer.client() < client) {
        others.add(answer);
      }
    }
    others.add(new Answer(client, number, applied.response()));
    for (Value each : answers) {
      if (each instanceof Answer answer && answer.client() > client) {
        others.add(answer);
      }
    }
    return new Service(applied.state().balance(), others);
  }

  @Override
  public String toString() {
    return "service(" + balance + ", " + answers + ")";
  }
}
