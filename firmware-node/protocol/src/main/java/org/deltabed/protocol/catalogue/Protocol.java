package org.deltabed.protocol.catalogue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.deltabed.protocol.Composition;
import org.deltabed.protocol.Decide;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.NewView;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Output;
import org.deltabed.protocol.ReadReturn;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.WriteReturn;
import org.deltabed.protocol.detector.ToldFailureDetector;
import org.deltabed.protocol.history.Property;
import org.deltabed.protocol.link.FairLossLinks;
import org.deltabed.protocol.replication.paxos.Learn;
import org.deltabed.protocol.replication.pbft.ToldTimer;

/**
 * An algorithm that can be run by itself.
 *
 * @param id such as {@code C2}
 * @param name such as {@code uniform-hierarchical-consensus}
 * @param title the abstraction in words
 * @param model the failures and timing that it is for
 * @param page source and heading
 * @param composition what to build on every process
 * @param top the path of the instance that requests go to
 * @param workload what is asked of the processes in a run
 * @param cycles how many cycles after the last request or crash everything owed has happened
 * @param properties what it owes, of the top instance and of those below
 * @param alphabet what a Byzantine process may say
 */
public record Protocol(
    String id,
    String name,
    String title,
    Model model,
    String page,
    Composition composition,
    String top,
    Workload workload,
    int cycles,
    List<Property> properties,
    Alphabet alphabet) {
  public Protocol {
    properties = List.copyOf(properties);
  }

  /** A protocol for processes that crash, and do nothing worse. */
  public Protocol(
      String id,
      String name,
      String title,
      Model model,
      String page,
      Composition composition,
      String top,
      Workload workload,
      int cycles,
      List<Property> properties) {
    this(
        id,
        name,
        title,
        model,
        page,
        composition,
        top,
        workload,
        cycles,
        properties,
        Alphabet.SILENCE);
  }

  /**
   * The same where so many crash: in rounds it takes one more than there are crashes, however many
   * these are.
   */
  public int cycles(int f) {
    return model == Model.ROUNDS ? Math.max(cycles, f + 1) : cycles;
  }

  /**
   * Whether an indication of the top instance must be on the disk before anything follows from it,
   * since what it says is owed by those that crash as well: a decision, a view, an output, the end
   * of an operation, and a delivery where agreement on deliveries is uniform.
   */
  public boolean isDurable(Event indication) {
    return switch (indication) {
      case Decide _, NewView _, Output _, Learn _, ReadReturn _, WriteReturn _ -> true;
      case Deliver _ ->
          properties.stream()
              .anyMatch(p -> p.instance().equals(top) && p.name().startsWith("uniform"));
      default -> false;
    };
  }

  /**
   * Whether its page lets that process do worse than crash: one that has nothing to say to anybody,
   * as a client of replicated servers, can only be silent.
   */
  public boolean mayMisbehave(int process, int n, int f) {
    List<Value> inputs = LongStream.rangeClosed(1, n).<Value>mapToObj(Num::new).toList();
    return IntStream.rangeClosed(1, n)
        .filter(to -> to != process)
        .anyMatch(to -> !alphabet.of(process, to, n, f, inputs).isEmpty());
  }

  /** The same protocol of another composition, to be judged by the same properties. */
  public Protocol with(Composition other) {
    return new Protocol(
        id, name, title, model, page, other, top, workload, cycles, properties, alphabet);
  }

  /**
   * The same where whoever lets messages arrive also says who is suspected and when: an eventually
   * perfect detector that measures time has nothing to measure there. Nor have authenticated links
   * anything to authenticate below an algorithm, where every message arrives once, with its true
   * sender's name: there the bus is what they promise. What they make of a bus that is not, their
   * own exploration shows.
   */
  public Protocol underAdversary() {
    if (!model.isByzantine()) {
      return model.maySuspectFalsely()
          ? with(composition.swap("EP", part -> part.madeBy(ToldFailureDetector::new)))
          : this;
    }
    return with(
        composition
            .swapBelow("al", part -> part.madeBy(FairLossLinks::new))
            .swapBelow("timer", part -> part.madeBy(ToldTimer::new)));
  }

  /** The same protocol, asked for something else. */
  public Protocol asked(Workload other) {
    return new Protocol(
        id, name, title, model, page, composition, top, other, cycles, properties, alphabet);
  }

  /** The same protocol, to be judged by other properties. */
  public Protocol judgedBy(List<Property> others) {
    return new Protocol(
        id, name, title, model, page, composition, top, workload, cycles, others, alphabet);
  }
}
