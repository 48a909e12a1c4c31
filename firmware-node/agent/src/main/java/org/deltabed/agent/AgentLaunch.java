package org.deltabed.agent;

import java.util.List;
import java.util.Map;

/** How an agent's process is to be started, for whoever starts one. */
public final class AgentLaunch {
  /** The agent's main class. */
  public static final String MAIN_CLASS = "org.deltabed.agent.AgentMain";

  /**
   * Flags for a node with little memory and few cores: serial collector and C1 only, since both the
   * heap and the hot code are small, and their pauses and threads are what would make a node late.
   */
  public static final List<String> JVM_FLAGS =
      List.of(
          "-Xms6m",
          "-Xmx16m",
          "-Xmn2m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xss256k",
          "-XX:ReservedCodeCacheSize=16m",
          "-XX:MaxMetaspaceSize=32m",
          "-XX:CICompilerCount=1",
          "-XX:-UsePerfData",
          "-XX:+PerfDisableSharedMem",
          // The class archive at its own address: its pages stay those of the file, shared by all.
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:ArchiveRelocationMode=0",
          "--enable-native-access=ALL-UNNAMED");

  /** System property that names the folder of the serial driver's native library. */
  public static final String SERIAL_LIBRARY = "jSerialComm.library.path";

  /** Environment for the process: one arena of the C library instead of one for each thread. */
  public static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "1");

  private AgentLaunch() {}
}
