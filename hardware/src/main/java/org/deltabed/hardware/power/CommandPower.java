package org.deltabed.hardware.power;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.deltabed.hardware.PowerChange;
import org.deltabed.hardware.PowerNotConfirmed;
import org.deltabed.hardware.PowerState;
import org.deltabed.hardware.PowerSwitch;

/**
 * Any program that switches power: usbrelay, uhubctl, a PDU's own, labgrid-client. Its exit code 0
 * confirms, or the output of a second program that tells the state, where there is one.
 */
public final class CommandPower implements PowerSwitch {

  private static final int LAST_WORDS_MAX = 300;

  private final String name;
  private final List<String> on;
  private final List<String> off;
  private final List<String> state;
  private final Words words;
  private final long timeoutNs;

  /**
   * What in the output of the state's program means on and off, as whole words in lower case.
   *
   * @param on such as {@code on}, {@code 1}
   * @param off such as {@code off}, {@code 0}
   */
  public record Words(Set<String> on, Set<String> off) {

    /** Copies the sets. */
    public Words {
      on = Set.copyOf(on);
      off = Set.copyOf(off);
    }

    /** Unknown unless the output has words of one kind alone. */
    PowerState in(String output) {
      List<String> said = List.of(output.toLowerCase(Locale.ROOT).split("[^\\p{Alnum}_]+", -1));
      boolean saysOn = said.stream().anyMatch(on::contains);
      boolean saysOff = said.stream().anyMatch(off::contains);
      return saysOn == saysOff ? PowerState.UNKNOWN : PowerState.of(saysOn);
    }
  }

  /**
   * Runs nothing yet.
   *
   * @param name for messages, such as {@code command of node 3}
   * @param state the command that tells the state, or empty if there is none
   * @param confirmMs how long each command may run
   * @throws IllegalArgumentException if a command has no words, or an open quote
   */
  public CommandPower(
      String name, String on, String off, String state, Words words, long confirmMs) {
    this.name = name;
    this.on = CommandLine.split(on);
    this.off = CommandLine.split(off);
    this.state = state.isBlank() ? List.of() : CommandLine.split(state);
    this.words = words;
    this.timeoutNs = TimeUnit.MILLISECONDS.toNanos(confirmMs);
  }

  @Override
  public PowerChange on() throws PowerNotConfirmed {
    return change(PowerState.ON, on);
  }

  @Override
  public PowerChange off() throws PowerNotConfirmed {
    return change(PowerState.OFF, off);
  }

  private synchronized PowerChange change(PowerState wanted, List<String> command)
      throws PowerNotConfirmed {
    long askedNs = System.nanoTime();
    run(wanted, command, askedNs);
    if (state.isEmpty()) {
      return new PowerChange(
          wanted, askedNs, System.nanoTime(), "exit code 0 of " + command.getFirst());
    }
    String output = run(wanted, state, askedNs);
    if (words.in(output) != wanted) {
      throw notConfirmed(
          wanted, String.join(" ", state) + " says: " + lastWords(output), askedNs, null);
    }
    return new PowerChange(
        wanted, askedNs, System.nanoTime(), "the output of " + String.join(" ", state));
  }

  private String run(PowerState wanted, List<String> command, long askedNs)
      throws PowerNotConfirmed {
    String text = String.join(" ", command);
    try {
      CommandRun.Result result = CommandRun.run(command, timeoutNs);
      if (result.code() == 0) {
        return result.output();
      }
      String end = result.code() < 0 ? "did not end and was killed" : "exit code " + result.code();
      throw notConfirmed(
          wanted, text + ": " + end + "; it said: " + lastWords(result.output()), askedNs, null);
    } catch (PowerNotConfirmed e) {
      throw e;
    } catch (IOException e) {
      throw notConfirmed(wanted, text + " could not be run: " + e.getMessage(), askedNs, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw notConfirmed(wanted, text + ": the wait was interrupted", askedNs, e);
    }
  }

  private PowerNotConfirmed notConfirmed(
      PowerState wanted, String came, long askedNs, Throwable cause) {
    return new PowerNotConfirmed(name, wanted, came, System.nanoTime() - askedNs, cause);
  }

  private static String lastWords(String output) {
    String line = output.replaceAll("\\p{Cntrl}+", " ").strip();
    if (line.isEmpty()) {
      return "nothing";
    }
    return line.length() <= LAST_WORDS_MAX
        ? line
        : "..." + line.substring(line.length() - LAST_WORDS_MAX);
  }

  @Override
  public synchronized PowerState state() {
    if (state.isEmpty()) {
      return PowerState.UNKNOWN;
    }
    try {
      CommandRun.Result result = CommandRun.run(state, timeoutNs);
      return result.code() == 0 ? words.in(result.output()) : PowerState.UNKNOWN;
    } catch (IOException e) {
      return PowerState.UNKNOWN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return PowerState.UNKNOWN;
    }
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
