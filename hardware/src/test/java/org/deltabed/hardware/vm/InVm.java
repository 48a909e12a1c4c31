package org.deltabed.hardware.vm;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * What runs in the virtual machine: all tests of this module with the tag, in one JVM. Each result
 * is a line in a file: outcome, class, test, milliseconds, and what went wrong, with line ends
 * written as {@code \n}; the last line is {@code END}.
 */
public final class InVm implements TestExecutionListener {

  /** Of the tests that need the virtual machine, or what it has. */
  public static final String TAG = "vm";

  static final String END = "END";

  private final PrintStream results;
  private long startedNs;

  private InVm(PrintStream results) {
    this.results = results;
  }

  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectPackage("org.deltabed.hardware"))
            .filters(TagFilter.includeTags(TAG))
            .build();
    try (PrintStream results = new PrintStream(file.toFile(), StandardCharsets.UTF_8)) {
      LauncherFactory.create().execute(request, new InVm(results));
      results.println(END);
    }
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  @Override
  public void executionStarted(TestIdentifier test) {
    startedNs = System.nanoTime();
    if (test.isTest()) {
      System.out.println("--- " + className(test) + " " + test.getDisplayName());
    }
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    line("SKIPPED", test, reason);
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    String trace = result.getThrowable().map(InVm::trace).orElse("");
    if (test.isTest() || !trace.isEmpty()) {
      line(result.getStatus().name(), test, trace);
    }
  }

  private void line(String outcome, TestIdentifier test, String detail) {
    long ms = (System.nanoTime() - startedNs) / 1_000_000;
    results.println(
        String.join(
            "\t",
            outcome,
            className(test),
            test.getDisplayName(),
            Long.toString(ms),
            detail.replace("\t", " ").replace("\n", "\\n")));
    results.flush();
  }

  private static String className(TestIdentifier test) {
    String id = test.getUniqueId();
    return id.replaceAll(".*\\[class:(?:[^\\]]*\\.)?([^\\].]+)\\].*", "$1");
  }

  private static String trace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    System.out.println(text);
    return text.toString();
  }
}
