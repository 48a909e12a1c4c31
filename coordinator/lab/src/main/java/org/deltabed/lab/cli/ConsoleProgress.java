package org.deltabed.lab.cli;

import java.io.Console;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.deltabed.checker.RunVerdict;
import org.deltabed.lab.campaign.CampaignProgress;

/** A progress bar on a console; silent where the output is no console. */
final class ConsoleProgress implements CampaignProgress, AutoCloseable {

  private static final int REFRESH_MS = 200;

  private final boolean console;
  private ProgressBar bar;
  private int repeated;

  private ConsoleProgress(boolean console) {
    this.console = console;
  }

  static ConsoleProgress onThisConsole() {
    return new ConsoleProgress(isConsole());
  }

  /** Null where input or output is no terminal, whatever other providers of consoles do. */
  @SuppressWarnings("BadInstanceof") // it is null with -Djdk.console=java.base
  static boolean isConsole() {
    return System.console() instanceof Console it && it.isTerminal();
  }

  @Override
  public void phase(String what) {
    if (console) {
      System.err.println("deltabed: " + what + " ...");
    }
  }

  /** Said also where there is no console: without a hand nothing goes on. */
  @Override
  public void asked(String text) {
    System.err.println("deltabed: " + text);
  }

  @Override
  public void notConfirmed(int node, String why) {
    System.err.println("deltabed: node " + node + ": " + why);
  }

  @Override
  public void begin(int planned) {
    if (console) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("runs")
              .setInitialMax(planned)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(REFRESH_MS)
              .build();
    }
  }

  @Override
  public void attempted(RunVerdict verdict, boolean willBeRepeated) {
    if (bar == null) {
      return;
    }
    if (willBeRepeated) {
      repeated++;
    } else {
      bar.step();
    }
    bar.setExtraMessage(
        verdict.id()
            + " "
            + verdict.verdict()
            + (repeated > 0 ? ", " + repeated + " repeated" : ""));
  }

  @Override
  public void end() {
    close();
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
