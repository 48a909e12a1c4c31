package org.deltabed.agent;

import java.util.List;

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
          "-Xms24m",
          "-Xmx24m",
          "-Xmn8m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xss256k",
          "-XX:ReservedCodeCacheSize=16m",
          "-XX:MaxMetaspaceSize=32m",
          "-XX:CICompilerCount=1",
          "-XX:-UsePerfData",
          "-XX:+PerfDisableSharedMem",
          "-Xshare:auto",
          "--enable-native-access=ALL-UNNAMED");

  private AgentLaunch() {}
}
