package org.deltabed.lab.provision;

import java.nio.file.Path;
import org.deltabed.lab.broker.Credentials;

/**
 * Where things are in a bundle. Below {@code coordinator} is all that the lab machine needs; a
 * node's folder has what is carried to that node. All of it is private: it holds keys.
 *
 * @param root the folder that holds all of them
 */
public record BundleFolder(Path root) {

  /** Name of the broker's certificate. */
  public static final String BROKER = "broker";

  /** The lab machine's folder. */
  public Path coordinator() {
    return root.resolve("coordinator");
  }

  /** What the lab reads: the names of everything else. */
  public Path labJson() {
    return coordinator().resolve(LabBundle.FILE);
  }

  /** Private keys of the authority, the broker and the lab, and the bus key. */
  public Path secrets() {
    return coordinator().resolve("private");
  }

  /** The key of the bus. */
  public Path busKey() {
    return secrets().resolve("bus.key");
  }

  /** Public certificates, the nodes' among them: they tell when one expires. */
  public Path certificates() {
    return coordinator().resolve("certs");
  }

  /** The public certificate of a user of the broker, of the broker or of the authority, "ca". */
  public Path certificate(String name) {
    return certificates().resolve(name + ".crt");
  }

  /** The private key that belongs to it; a node's is in the node's folder. */
  public Path key(String name) {
    boolean node = name.startsWith("node");
    return (node ? root.resolve(name).resolve("private") : secrets()).resolve(name + ".key");
  }

  /** The resolved wiring that nodes and lab compare by its hash. */
  public Path wiring() {
    return coordinator().resolve("wiring.json");
  }

  /** The broker's configuration. */
  public Path mosquitto() {
    return coordinator().resolve("mosquitto");
  }

  /** The broker's file of the plugs' users, with their passwords hashed. */
  public Path passwords() {
    return mosquitto().resolve("deltabed.passwords");
  }

  /** The password of the plug that switches a node, to be entered there. */
  public Path plugPassword(int node) {
    return secrets().resolve(Credentials.plugUser(node) + ".password");
  }

  /** The folder of what goes to a node. */
  public Path node(int id) {
    return root.resolve("node" + id);
  }
}
