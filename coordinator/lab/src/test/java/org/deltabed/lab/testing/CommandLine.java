package org.deltabed.lab.testing;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.deltabed.lab.Deltabed;

/**
 * A command that was executed in this process.
 *
 * @param code its exit code
 * @param out what it printed
 * @param err what it complained of
 */
public record CommandLine(int code, String out, String err) {

  /** Executes a command that starts no process. */
  public static CommandLine execute(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Deltabed.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new CommandLine(code, out.toString(), err.toString());
  }
}
