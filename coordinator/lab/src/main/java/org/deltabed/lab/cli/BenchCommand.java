package org.deltabed.lab.cli;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.deltabed.wiring.BadInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code deltabed bench}: the benchmarks are a module of their own, found by name so that nothing
 * depends on them.
 */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "Measures deltabed on this machine, as medians and ratios, with allocation, and says which targets are met.",
      "Names: frame, spool, collect, overhead, start, memory, explore. Default: all."
    })
public final class BenchCommand implements Callable<Integer> {

  @Parameters(arity = "0..*", paramLabel = "NAME", description = "Which benchmarks; default: all.")
  private List<String> names = new ArrayList<>();

  @Option(names = "--json", description = "Prints the figures as JSON in place of the table.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    List<String> arguments = new ArrayList<>(names);
    if (json) {
      arguments.add("--json");
    }
    try {
      Class<?> main = Class.forName("org.deltabed.bench.Benchmarks");
      return (Integer) main.getMethod("run", List.class).invoke(null, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    } catch (ClassNotFoundException e) {
      throw new BadInput(
          "bench", 0, "the benchmarks are not on the class path", "start it by ./deltabed bench");
    }
  }
}
