package org.deltabed.protocol.replication.backup;

import org.deltabed.protocol.ProcessSet;

/**
 * Who of n processes does what: p1 is the view server; the last two are clients, or the last one
 * where that leaves fewer than two servers; those between are servers.
 */
public final class Roles {
  public static final int VIEW_SERVER = 1;

  private static final int WITH_A_CLIENT = 3;
  private static final int WITH_TWO = 5;

  private Roles() {}

  public static ProcessSet clients(int n) {
    int many = n >= WITH_TWO ? 2 : n >= WITH_A_CLIENT ? 1 : 0;
    return ProcessSet.all(n).minus(ProcessSet.all(n - many));
  }

  public static ProcessSet servers(int n) {
    return ProcessSet.all(n).without(VIEW_SERVER).minus(clients(n));
  }

  /** The view in which everybody begins: the first server is primary, the second its backup. */
  public static Servers firstView(int n) {
    int primary = servers(n).first();
    return new Servers(1, primary, primary == 0 ? 0 : servers(n).next(primary));
  }
}
