package org.deltabed.lab.provision;

import java.util.Map;

/**
 * The configuration of a Mosquitto that lets in who has a certificate of this testbed, and nobody
 * else; the certificate's name is the user of the access rules (F38).
 *
 * @param bind address to listen on; empty for all
 * @param port TCP port
 * @param files folder of {@code ca.crt broker.crt broker.key deltabed.acl}, as Mosquitto sees it
 * @param user system user that Mosquitto keeps when root starts it; empty for a service, whose own
 *     configuration says that, and where its log goes
 */
public record MosquittoConfiguration(String bind, int port, Files files, String user) {

  /** Where the files are. */
  public record Files(String ca, String certificate, String key, String acl) {

    /** All in one folder, as a service has them. */
    public static Files in(String folder) {
      return new Files(
          folder + "/ca.crt",
          folder + "/broker.crt",
          folder + "/broker.key",
          folder + "/deltabed.acl");
    }
  }

  /** The file's text. */
  public String text() {
    return Template.named("mosquitto.conf")
        .fill(
            Map.of(
                "LISTENER", bind.isEmpty() ? Integer.toString(port) : port + " " + bind,
                "CA", files.ca(),
                "CERTIFICATE", files.certificate(),
                "KEY", files.key(),
                "ACL", files.acl(),
                "PROCESS", user.isEmpty() ? "" : "log_dest stderr\nuser " + user));
  }
}
