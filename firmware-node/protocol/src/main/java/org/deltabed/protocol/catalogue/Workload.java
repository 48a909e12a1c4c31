package org.deltabed.protocol.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Execute;
import org.deltabed.protocol.Get;
import org.deltabed.protocol.Handle;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Propose;
import org.deltabed.protocol.Put;
import org.deltabed.protocol.Read;
import org.deltabed.protocol.Send;
import org.deltabed.protocol.Sequence;
import org.deltabed.protocol.Text;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.Write;
import org.deltabed.protocol.replication.active.Sides;
import org.deltabed.protocol.replication.backup.PutHash;
import org.deltabed.protocol.replication.backup.Roles;

/**
 * What is asked of the processes in a run. A plan or the simulator gives each process a value, and
 * says how many requests each is to get; this says which requests those are.
 */
public enum Workload {
  /** A detector takes no request. */
  NONE {
    @Override
    public List<Event> requests(int self, int n, Value value, int each) {
      return List.of();
    }
  },
  /** Consensus and its like: the value is proposed, once. */
  PROPOSE {
    @Override
    public List<Event> requests(int self, int n, Value value, int each) {
      return List.of(new Propose(value));
    }
  },
  /** Consensus that compares values, where 0 and 1 stand for all orders of values. */
  PROPOSE_COMPARABLE {
    @Override
    public List<Event> requests(int self, int n, Value value, int each) {
      return List.of(new Propose(value));
    }

    @Override
    public List<List<Value>> inputs(int n) {
      return bits(n);
    }

    @Override
    public List<Value> drawn(int n, IntUnaryOperator below) {
      return IntStream.range(0, n).<Value>mapToObj(_ -> new Num(below.applyAsInt(2))).toList();
    }
  },
  /** Atomic commit: 0 is a veto, everything else a yes. */
  VOTE {
    @Override
    public List<Event> requests(int self, int n, Value value, int each) {
      return List.of(new Propose(new Num(value.equals(new Num(0)) ? 0 : 1)));
    }

    @Override
    public List<List<Value>> inputs(int n) {
      return bits(n);
    }

    @Override
    public List<Value> drawn(int n, IntUnaryOperator below) {
      return IntStream.range(0, n).<Value>mapToObj(_ -> new Num(below.applyAsInt(2))).toList();
    }
  },
  /** Every broadcast abstraction: each process broadcasts. */
  BROADCAST {
    @Override
    public List<Event> requests(int self, int n, Value value, int each) {
      List<Event> requests = new ArrayList<>();
      for (int k = 0; k < each; k++) {
        requests.add(new Broadcast(numbered(value, k)));
      }
      return requests;
    }

    // all different; and all equal, as a message is told from another by its source too
    @Override
    public List<List<Value>> inputs(int n) {
      List<Value> different = super.inputs(n).getFirst();
      return n == 1
          ? List.of(different)
          : List.of(different, Collections.nCopies(n, different.getFirst()));
    }
  },
  /**
   * Broadcasts that keep an order: p1 broadcasts at least three times in a row, so that its
   * messages can overtake each other.
   */
  BROADCAST_IN_ROW {
    @Override
    public List<Event> requests(int self, int n, Value value, int each) {
      return BROADCAST.requests(self, n, value, self == 1 ? Math.max(3, each) : each);
    }
  },
  /** A broadcast with one sender that all know: p1. */
  BROADCAST_BY_FIRST {
    @Override
    public List<Event> requests(int self, int n, Value value, int each) {
      return self == 1 ? List.of(new Broadcast(value)) : List.of();
    }
  },
  /** A job handler: each process submits jobs, at least two. */
  HANDLE {
    @Override
    public List<Event> requests(int self, int n, Value value, int each) {
      List<Event> requests = new ArrayList<>();
      for (int k = 0; k < Math.max(2, each); k++) {
        requests.add(new Handle(numbered(value, k)));
      }
      return requests;
    }
  },
  /**
   * A replicated account: each process pays in its value and draws it, in turn; every other process
   * begins with drawing. So it depends on the order what is refused, and equal commands come twice.
   */
  EXECUTE {
    @Override
    public List<Event> requests(int self, int n, Value value, int each) {
      List<Event> requests = new ArrayList<>();
      for (int k = 0; k < each; k++) {
        boolean draws = (self + k) % 2 == 0;
        requests.add(
            new Execute(draws && value instanceof Num(long amount) ? new Num(-amount) : value));
      }
      return requests;
    }
  },
  /** A register with one writer, p1; the others read. */
  READ_WRITE {
    @Override
    public List<Event> requests(int self, int n, Value value, int each) {
      return self == 1 ? writes(value, each) : reads(each);
    }
  },
  /** The same, and p1 writes at least twice, so that there is an old value. */
  READ_WRITE_TWICE {
    @Override
    public List<Event> requests(int self, int n, Value value, int each) {
      return self == 1 ? writes(value, Math.max(2, each)) : reads(each);
    }
  },
  /**
   * A register that all may write: p1 and p2 do, then p2 reads; the others read. Where there is but
   * one process, it writes and reads.
   */
  READ_WRITE_BY_TWO {
    @Override
    public List<Event> requests(int self, int n, Value value, int each) {
      List<Event> requests = new ArrayList<>();
      if (self <= 2) {
        requests.addAll(writes(value, each));
      }
      if (self >= 2 || n == 1) {
        requests.addAll(reads(each));
      }
      return requests;
    }
  },
  /**
   * A register of the numbers 0..11: p1 writes one of 8..11, then that with all bits changed, in
   * turn and at least twice; the others read.
   */
  READ_WRITE_BITS {
    @Override
    public List<Event> requests(int self, int n, Value value, int each) {
      if (self > 1) {
        return reads(each);
      }
      long first = value instanceof Num(long number) ? 8 + Math.floorMod(number, 4) : 8;
      return IntStream.range(0, Math.max(2, each))
          .<Event>mapToObj(k -> new Write(new Num(k % 2 == 0 ? first : 15 - first)))
          .toList();
    }
  },
  /** A key-value store: as {@link #READ_WRITE_BY_TWO}, with two keys in turn. */
  PUT_GET {
    @Override
    public List<Event> requests(int self, int n, Value value, int each) {
      List<Event> requests = new ArrayList<>();
      for (int k = 0; self <= 2 && k < each; k++) {
        requests.add(new Put(key(k), numbered(value, k)));
      }
      for (int k = 0; (self >= 2 || n == 1) && k < each; k++) {
        requests.add(new Get(key(k)));
      }
      return requests;
    }

    private static Value key(int k) {
      return new Text(k % 2 == 0 ? "a" : "b");
    }
  },
  /** A replicated account whose clients are processes of their own. */
  EXECUTE_BY_CLIENTS {
    @Override
    public List<Event> requests(int self, int n, Value value, int each) {
      return Sides.isClient(self, n) ? EXECUTE.requests(self, n, value, each) : List.of();
    }
  },
  /** PutHash: each client appends to one key, all to the same one. */
  PUT_HASH {
    @Override
    public List<Event> requests(int self, int n, Value value, int each) {
      List<Event> requests = new ArrayList<>();
      for (int k = 0; k < each && Roles.clients(n).contains(self); k++) {
        requests.add(new PutHash(new Text("k"), numbered(value, k)));
      }
      return requests;
    }
  },
  /** A sequence of values: p1 and p2 propose, each as many as it is to. */
  PROPOSE_BY_TWO {
    @Override
    public List<Event> requests(int self, int n, Value value, int each) {
      List<Event> requests = new ArrayList<>();
      for (int k = 0; k < each && self <= 2; k++) {
        requests.add(new Propose(numbered(value, k)));
      }
      return requests;
    }
  },
  /** The same account where the last two processes alone have commands. */
  EXECUTE_BY_LAST_TWO {
    @Override
    public List<Event> requests(int self, int n, Value value, int each) {
      return self > n - 2 ? EXECUTE.requests(self, n, value, each) : List.of();
    }
  },
  /** Links: each process sends to the next one, then to the one after that; at least twice. */
  SEND {
    @Override
    public List<Event> requests(int self, int n, Value value, int each) {
      List<Event> requests = new ArrayList<>();
      for (int k = 0; k < Math.max(2, each); k++) {
        requests.add(new Send((self + k) % n + 1, numbered(value, k)));
      }
      return requests;
    }
  },
  /** Links that may lose a message: each process sends one to the next, again and again. */
  SEND_AGAIN {
    @Override
    public List<Event> requests(int self, int n, Value value, int each) {
      return List.copyOf(Collections.nCopies(Math.max(3, each), new Send(self % n + 1, value)));
    }
  };

  /** A message must not be broadcast twice, so the second request of a process differs by this. */
  private static final long NEXT = 1_000_000;

  /**
   * The requests of one process, in order: the k-th is made when cycle k of the run begins, k from
   * 0.
   *
   * @param value what the process was given
   * @param each how many requests each process is to get where it makes sense to have many
   */
  public abstract List<Event> requests(int self, int n, Value value, int each);

  /** Whether the protocol owes nothing unless every process is asked: each has a value to give. */
  public boolean isForAll() {
    return this == PROPOSE || this == PROPOSE_COMPARABLE || this == VOTE;
  }

  /**
   * The values, by rank-1, that an exploration tries. One vector of different values is enough for
   * algorithms that only pass values on.
   */
  public List<List<Value>> inputs(int n) {
    List<Value> values = new ArrayList<>();
    for (int p = 1; p <= n; p++) {
      values.add(new Num(10L * p));
    }
    return List.of(values);
  }

  /**
   * One of these vectors, for any n: there may be more of them than fit.
   *
   * @param below draws a number from 0 to less than its argument
   */
  public List<Value> drawn(int n, IntUnaryOperator below) {
    List<List<Value>> inputs = inputs(n);
    return inputs.get(below.applyAsInt(inputs.size()));
  }

  private static List<Event> writes(Value value, int times) {
    return IntStream.range(0, times).<Event>mapToObj(k -> new Write(numbered(value, k))).toList();
  }

  private static List<Event> reads(int times) {
    return List.copyOf(Collections.nCopies(times, new Read()));
  }

  static Value numbered(Value value, int k) {
    if (k == 0) {
      return value;
    }
    return value instanceof Num(long number)
        ? new Num(number + k * NEXT)
        : Sequence.of(value, new Num(k));
  }

  /** All vectors of 0 and 1, all ones first. */
  private static List<List<Value>> bits(int n) {
    List<List<Value>> vectors = new ArrayList<>();
    for (int bits = 0; bits < 1 << n; bits++) {
      List<Value> vector = new ArrayList<>();
      for (int p = 0; p < n; p++) {
        vector.add(new Num(bits >> p & 1));
      }
      vectors.add(vector);
    }
    Collections.reverse(vectors);
    return vectors;
  }
}
