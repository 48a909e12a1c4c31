package org.deltabed.agent;

import java.io.IOException;
import java.nio.file.Path;
import org.deltabed.agent.core.Halted;
import org.deltabed.agent.tls.CertificateRefused;
import org.deltabed.hardware.SuddenEnd;
import org.deltabed.trace.SpoolFailed;
import org.deltabed.wire.KeyRefused;
import org.deltabed.wiring.BadInput;

/**
 * The program on a node: {@code --config FILE}, and {@code --until-input-ends} for one that is to
 * live so long only. Exit codes: 0 an orderly end, 64 bad configuration, 70 stopped by its own
 * rule, 71 crash point, 72 CRASH pin.
 */
public final class AgentMain {
  /** Ends in order with the standard input. */
  static final String UNTIL_INPUT_ENDS = "--until-input-ends";

  private static final int USAGE = 64;

  private AgentMain() {}

  @SuppressWarnings("CatchingUnchecked") // a node that cannot go on ends, whatever the cause
  public static void main(String[] args) {
    boolean untilInputEnds = args.length == 3 && args[2].equals(UNTIL_INPUT_ENDS);
    if (args.length < 2 || !args[0].equals("--config") || (args.length > 2 && !untilInputEnds)) {
      exit(USAGE, "usage: deltabed-agent --config FILE [" + UNTIL_INPUT_ENDS + "]");
    }
    try {
      Agent agent = Agent.start(AgentConfigReader.read(Path.of(args[1])));
      if (untilInputEnds) {
        agent.endWithInput();
      }
      agent.run();
      Runtime.getRuntime().halt(0); // an orderly end has the time, and Java may keep an AOT cache
    } catch (BadInput | KeyRefused | CertificateRefused e) {
      exit(USAGE, e.getMessage());
    } catch (Halted e) {
      exit(e.exitCode(), e.getMessage());
    } catch (SpoolFailed | IOException e) {
      exit(Halted.FAIL_SILENT, e.toString());
    } catch (Throwable e) {
      exit(Halted.FAIL_SILENT, "failure: " + e);
    }
  }

  /** No hook runs: a node that must stop does not stop slowly. */
  private static void exit(int code, String reason) {
    System.err.println("deltabed agent: " + reason);
    SuddenEnd.with(code);
  }
}
