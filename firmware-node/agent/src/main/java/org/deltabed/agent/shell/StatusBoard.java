package org.deltabed.agent.shell;

import org.deltabed.agent.core.Node;
import org.deltabed.agent.core.NodeState;
import org.deltabed.agent.core.Run;
import org.deltabed.agent.core.RunState;

/** The node's state as the loop last saw it, for other threads. Allocates nothing. */
public final class StatusBoard {
  private volatile NodeState state = NodeState.LISTEN;
  private volatile RunState runState = RunState.IDLE;
  private volatile String run = "";
  private volatile int round = -1;
  private volatile long heard;
  private volatile long turns;

  /** Takes over the node's present state; the loop's thread. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
  void show(Node node) {
    Run current = node.run();
    state = node.state();
    runState = current == null ? RunState.IDLE : current.state();
    run = current == null ? "" : current.order().run();
    round = node.round();
    heard = node.heard();
    turns++;
  }

  public NodeState state() {
    return state;
  }

  public RunState runState() {
    return runState;
  }

  /** The id of the run that is prepared, running or ended last, or "". */
  public String run() {
    return run;
  }

  /** The open slot's round, -1 while listening. */
  public int round() {
    return round;
  }

  /** The processes heard in the last n slots, as bits. */
  public long heard() {
    return heard;
  }

  /** Grows as long as the loop turns. */
  public long turns() {
    return turns;
  }
}
