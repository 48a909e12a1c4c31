package org.deltabed.simulator.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.deltabed.simulator.automaton.TooLarge;

/**
 * Expands layer after layer: all states that follow from those of one layer are the next, each
 * once. The work of a layer is shared by threads, each with its part of the states; what they find
 * is then sorted into parts by the states themselves, so the sets are the same however many threads
 * there are.
 */
final class Layers<C> implements AutoCloseable {
  private static final int LOOK_EVERY = 256;

  /** Makes the adversary of one thread. */
  private final Function<Packing, Adversary<C>> adversaries;

  private final int n;
  private final int threads;
  private final boolean oneByOne;
  private final boolean symmetric;
  private final BooleanSupplier stopped;
  private final Consumer<Progress> progress;
  private final long statesMax;
  private final ExecutorService pool;
  private final AtomicLong done = new AtomicLong();
  private Packing packing;
  private List<StateSet> parts;
  private List<Adversary<C>> workers;
  private List<Product> products;
  private long states;
  private long transitions;

  Layers(
      int n,
      ExploreOptions options,
      Function<Packing, Adversary<C>> adversaries,
      BooleanSupplier stopped,
      Consumer<Progress> progress) {
    this.n = n;
    this.threads = options.threads();
    this.oneByOne = options.oneByOne();
    this.symmetric = options.symmetric();
    this.statesMax = options.statesMax();
    this.adversaries = adversaries;
    this.stopped = stopped;
    this.progress = progress;
    pool = Executors.newFixedThreadPool(threads);
  }

  /** Begins with these states: local states by rank, from index 1. */
  void begin(List<int[]> initial, int localsNow) {
    pack(Packing.of(n, localsNow));
    parts = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      parts.add(new StateSet(packing.words()));
    }
    StateSet all = first(initial, packing, symmetric);
    for (int place = 0; place < all.size(); place++) {
      parts.get(part(all.hash(place))).addFrom(all, place);
    }
    states = all.size();
  }

  /** These states, each once, in their order. */
  static StateSet first(List<int[]> initial, Packing packing, boolean symmetric) {
    StateSet all = new StateSet(packing.words());
    for (int[] locals : initial) {
      Product product = new Product(packing.n(), true, symmetric);
      product.into(packing, all);
      product.begin(1, 0, 0);
      for (int p = 1; p <= packing.n(); p++) {
        product.single(p, locals[p], 0);
      }
      product.combine(0);
    }
    return all;
  }

  /**
   * The layer after that one, by one thread and in one order.
   *
   * @throws TooLarge if there are more local states than the packing has bits for
   */
  static StateSet next(StateSet layer, Adversary<?> adversary, int number, Packing packing) {
    StateSet out = new StateSet(packing.words());
    Product product = new Product(packing.n(), false, false);
    product.into(packing, out);
    try {
      for (int place = 0; place < layer.size(); place++) {
        adversary.expand(layer, place, number, product);
      }
    } catch (Product.NeedsMoreBits more) {
      throw new TooLarge("local state " + more.local + " was not met before");
    }
    return out;
  }

  private void pack(Packing newPacking) {
    packing = newPacking;
    workers = new ArrayList<>();
    products = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      workers.add(adversaries.apply(packing));
      products.add(new Product(n, oneByOne, symmetric));
    }
  }

  /** The current layer, in parts. */
  List<StateSet> parts() {
    return parts;
  }

  Packing packing() {
    return packing;
  }

  /** States found so far, all layers. */
  long states() {
    return states;
  }

  long transitions() {
    return transitions;
  }

  int size() {
    return parts.stream().mapToInt(StateSet::size).sum();
  }

  /** Goes on to the next layer; false if that was stopped, and then nothing has changed. */
  boolean next(int layer, int layers) {
    try {
      while (true) {
        try {
          return expand(layer, layers);
        } catch (Product.NeedsMoreBits more) {
          widen(Packing.of(n, more.local * 2));
        }
      }
    } catch (OutOfMemoryError full) { // what the last layer took is free again by now
      throw new TooLarge(states + " states, and no memory for more");
    }
  }

  private boolean expand(int layer, int layers) {
    long before = transitions;
    done.set(0);
    products.forEach(product -> product.transitions = 0);
    List<StateSet> found =
        inParallel(t -> expandPart(parts.get(t), workers.get(t), products.get(t), layer, layers));
    if (stopped.getAsBoolean()) {
      return false;
    }
    workers.forEach(Adversary::layerDone);
    parts = threads == 1 ? found : inParallel(t -> gather(found, t));
    states += size();
    for (Product product : products) {
      transitions += product.transitions;
    }
    progress.accept(new Progress(layer + 1, layers, states, transitions, 0, size()));
    if (states > statesMax || transitions < before) {
      throw new TooLarge(states + " states, more than the " + statesMax + " allowed");
    }
    return true;
  }

  private StateSet expandPart(
      StateSet part, Adversary<C> adversary, Product product, int layer, int layers) {
    StateSet out = new StateSet(packing.words());
    product.into(packing, out);
    int all = size();
    for (int place = 0; place < part.size(); place++) {
      adversary.expand(part, place, layer, product);
      if (place % LOOK_EVERY == LOOK_EVERY - 1) {
        long sum = done.addAndGet(LOOK_EVERY);
        if (stopped.getAsBoolean()) {
          return out;
        }
        progress.accept(
            new Progress(layer, layers, states, transitions + product.transitions, sum, all));
        if (states + out.size() > statesMax) {
          throw new TooLarge(states + out.size() + " states, more than " + statesMax);
        }
      }
    }
    return out;
  }

  /**
   * Whose a state is, by the high bits of its hash: by the low ones it has its place in a table.
   */
  private int part(int hash) {
    return (int) ((Integer.toUnsignedLong(hash) * threads) >>> Integer.SIZE);
  }

  private StateSet gather(List<StateSet> found, int thread) {
    StateSet part = new StateSet(packing.words());
    for (StateSet set : found) {
      for (int place = 0; place < set.size(); place++) {
        if (part(set.hash(place)) == thread) {
          part.addFrom(set, place);
        }
      }
    }
    return part;
  }

  /** The same states with more bits for each local state. */
  private void widen(Packing wider) {
    int[] locals = new int[n + 1];
    Product product = new Product(n, true, false);
    List<StateSet> widened = new ArrayList<>();
    for (StateSet part : parts) {
      StateSet set = new StateSet(wider.words());
      product.into(wider, set);
      for (int place = 0; place < part.size(); place++) {
        packing.unpack(part, place, locals);
        product.begin(part.waysLow(place), part.waysHigh(place), part.messages(place));
        for (int p = 1; p <= n; p++) {
          product.single(p, locals[p], 0);
        }
        product.combine(part.decisionSlot(place));
      }
      widened.add(set);
    }
    pack(wider);
    parts = threads == 1 ? widened : inParallel(t -> gather(widened, t));
  }

  /** A task of one thread. */
  interface Task {
    StateSet of(int thread);
  }

  private List<StateSet> inParallel(Task task) {
    if (threads == 1) {
      return List.of(task.of(0));
    }
    List<Callable<StateSet>> calls = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      int thread = t;
      calls.add(() -> task.of(thread));
    }
    try {
      List<StateSet> results = new ArrayList<>();
      for (Future<StateSet> future : pool.invokeAll(calls)) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TooLarge("interrupted");
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
