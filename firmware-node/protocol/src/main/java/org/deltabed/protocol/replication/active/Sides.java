package org.deltabed.protocol.replication.active;

import org.deltabed.protocol.ProcessSet;

/**
 * Who of n processes is a server and who a client: the first 3k+1 are servers, for the largest k
 * there is, and the one or two that are left are clients. So fewer than a third of the servers may
 * be Byzantine wherever fewer than a third of all processes may.
 */
public final class Sides {
  private Sides() {}

  public static int servers(int n) {
    return n == 0 ? 0 : 3 * ((n - 1) / 3) + 1;
  }

  public static boolean isClient(int process, int n) {
    return process > servers(n) && process <= n;
  }

  public static boolean isServer(int process, int n) {
    return process >= 1 && process <= servers(n);
  }

  public static ProcessSet serverSet(int n) {
    return ProcessSet.all(servers(n));
  }
}
