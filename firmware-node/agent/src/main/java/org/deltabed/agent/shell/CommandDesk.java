package org.deltabed.agent.shell;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.deltabed.agent.core.Answer;
import org.deltabed.agent.core.Node;

/** Carries commands to the loop's thread, which alone may touch the node, and answers back. */
public final class CommandDesk {
  /** What a command does; on the loop's thread. */
  public interface Action {
    Answer apply(Node node, long nowNs);
  }

  /** A command, with what its answer must repeat. */
  public record Command(String name, String nonce, Action action) {}

  /** A command's answer. */
  public record Answered(Command command, Answer answer) {}

  private final Queue<Command> commands = new ConcurrentLinkedQueue<>();
  private final Queue<Answered> answers = new ConcurrentLinkedQueue<>();
  private volatile boolean stopWanted;
  private volatile Throwable failure;

  /** Gives a command to the loop. Any thread. */
  public void post(Command command) {
    commands.add(command);
  }

  /** The next answer, or null. */
  public Answered nextAnswer() {
    return answers.poll();
  }

  /** Asks for an orderly end between two steps. Any thread. */
  public void stop() {
    stopWanted = true;
  }

  /** Says that a thread died of something that nobody expected: the node must stop. Any thread. */
  public void fail(Throwable cause) {
    failure = cause;
  }

  boolean stopWanted() {
    return stopWanted;
  }

  Throwable failure() {
    return failure;
  }

  /** Carries out what was posted; the loop's thread. */
  void serve(Node node, long nowNs) {
    for (Command command = commands.poll(); command != null; command = commands.poll()) {
      answers.add(new Answered(command, command.action().apply(node, nowNs)));
    }
  }
}
