package org.deltabed.protocol.history.linear;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Get;
import org.deltabed.protocol.Nil;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Put;
import org.deltabed.protocol.ReadReturn;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.WriteReturn;

/** Operations on a key-value store, from a seed. */
final class RandomOperations {
  private final SplittableRandom random;
  private final List<Operation> operations = new ArrayList<>();

  RandomOperations(long seed) {
    random = new SplittableRandom(seed);
  }

  /** A few operations of three clients that were answered by chance, right or wrong. */
  List<Operation> anything(int most) {
    int values = 1 + random.nextInt(3);
    for (int client = 1; client <= 3; client++) {
      long slot = random.nextInt(4);
      int many = random.nextInt(1 + most / 3 + (client == 1 ? most % 3 : 0));
      for (int k = 0; k < many; k++) {
        boolean isPending = k == many - 1 && random.nextInt(4) == 0;
        long end = slot + random.nextInt(5);
        boolean writes = random.nextBoolean();
        Value key = new Num(random.nextInt(8) == 0 ? 1 : 0);
        Value value = new Num(1 + random.nextInt(values));
        Value read = random.nextInt(5) == 0 ? new Nil() : value;
        Event request = writes ? new Put(key, value) : new Get(key);
        Event response = writes ? new WriteReturn() : new ReadReturn(read);
        operations.add(
            new Operation(
                client,
                k,
                request,
                isPending ? null : response,
                slot,
                isPending ? Operation.NEVER : end,
                List.of()));
        slot = end + random.nextInt(3);
      }
    }
    operations.sort(Comparator.comparingLong(Operation::invoked));
    return operations;
  }

  /** An operation that is not over. */
  private static final class Open {
    final int client;
    final int number;
    final Event request;
    final long invoked;
    boolean done;
    Value read;

    Open(int client, int number, Event request, long invoked) {
      this.client = client;
      this.number = number;
      this.request = request;
      this.invoked = invoked;
    }
  }

  /**
   * A long run of a store that is linearizable: each operation takes effect at an instant between
   * its invocation and its return. Writes are unique; the last of some clients are pending.
   */
  List<Operation> ofStore(int clients, int keys, int count) {
    Value[] store = new Value[keys];
    java.util.Arrays.fill(store, new Nil());
    Open[] open = new Open[clients + 1];
    int[] numbers = new int[clients + 1];
    for (long slot = 0; operations.size() < count; slot++) {
      int client = 1 + random.nextInt(clients);
      Open now = open[client];
      if (now == null) {
        Value key = new Num(random.nextInt(keys));
        Event request = random.nextBoolean() ? new Put(key, new Num(1 + slot)) : new Get(key);
        open[client] = new Open(client, numbers[client]++, request, slot);
      } else if (!now.done) {
        now.done = true;
        switch (now.request) {
          case Put(Num(long key), var value) -> store[(int) key] = value;
          case Get(Num(long key)) -> now.read = store[(int) key];
          default -> throw new IllegalStateException();
        }
      } else {
        Event response = now.read == null ? new WriteReturn() : new ReadReturn(now.read);
        operations.add(
            new Operation(client, now.number, now.request, response, now.invoked, slot, List.of()));
        open[client] = null;
      }
    }
    for (Open left : open) {
      if (left != null) {
        operations.add(
            new Operation(
                left.client,
                left.number,
                left.request,
                null,
                left.invoked,
                Operation.NEVER,
                List.of()));
      }
    }
    operations.sort(Comparator.comparingLong(Operation::invoked));
    return operations;
  }
}
