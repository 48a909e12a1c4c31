package org.deltabed.agent.uplink;

import org.deltabed.agent.core.RunOrder;

/** A command as it was read. */
sealed interface Order {
  /** Its name in commands and acknowledgements. */
  String name();

  /** The nonce of the run it is about or of itself, which its answer repeats, or "". */
  default String nonce() {
    return "";
  }

  /** Build the protocol for a run. */
  record Prepare(RunOrder run) implements Order {
    @Override
    public String name() {
      return "prepare";
    }

    @Override
    public String nonce() {
      return run.nonce();
    }
  }

  /** Begin the prepared run with slot 0 of that round. */
  record Start(String nonce, int startRound) implements Order {
    @Override
    public String name() {
      return "start";
    }
  }

  /** Give up a run. */
  record Cancel(String nonce) implements Order {
    @Override
    public String name() {
      return "cancel";
    }
  }

  /** Publish a boot's records again. */
  record Resend(int boot, long fromSeq) implements Order {
    @Override
    public String name() {
      return "resend";
    }
  }

  /** Hold the ALIVE line at a level for so long. */
  record HoldAlive(String nonce, boolean high, long forMs) implements Order {
    @Override
    public String name() {
      return "alive";
    }
  }

  /** Fill frames for so long, to measure the bus. */
  record Fill(String nonce, int bytes, long forMs) implements Order {
    @Override
    public String name() {
      return "fill";
    }
  }

  /** End in order. */
  record Shutdown() implements Order {
    @Override
    public String name() {
      return "shutdown";
    }
  }
}
