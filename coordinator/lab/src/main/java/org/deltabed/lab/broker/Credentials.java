package org.deltabed.lab.broker;

import java.security.SecureRandom;
import java.util.HexFormat;

/** A user of the broker and its password, made anew for every campaign. */
public record Credentials(String user, String password) {

  /** The lab's own user; it alone may command nodes. */
  public static final String LAB_USER = "lab";

  private static final SecureRandom RANDOM = new SecureRandom();

  /** A user with a fresh password of 128 random bits. */
  public static Credentials fresh(String user) {
    byte[] secret = new byte[16];
    RANDOM.nextBytes(secret);
    return new Credentials(user, HexFormat.of().formatHex(secret));
  }

  /** The user name of a node. */
  public static String nodeUser(int node) {
    return "node" + node;
  }

  /** The user name of the plug that switches a node. */
  public static String plugUser(int node) {
    return "plug" + node;
  }

  @Override
  public String toString() {
    return "Credentials[" + user + "]"; // the password must not reach a log
  }
}
