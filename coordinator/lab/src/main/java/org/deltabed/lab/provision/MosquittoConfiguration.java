package org.deltabed.lab.provision;

import java.util.Map;

/**
 * The configuration of a Mosquitto that lets in who has a certificate of this testbed, and nobody
 * else; the certificate's name is the user of the access rules (F38). Where there are plugs, it has
 * a second listener for them alone, without TLS and with passwords.
 *
 * @param bind address to listen on; empty for all
 * @param port TCP port
 * @param plugPort TCP port for plugs; 0 if there are none
 * @param files as Mosquitto sees them
 * @param user system user that Mosquitto keeps when root starts it; empty for a service, whose own
 *     configuration says that, and where its log goes
 */
public record MosquittoConfiguration(
    String bind, int port, int plugPort, Files files, String user) {

  /** Where the files are. */
  public record Files(String ca, String certificate, String key, String acl, String passwords) {

    /** All in one folder, as a service has them. */
    public static Files in(String folder) {
      return new Files(
          folder + "/ca.crt",
          folder + "/broker.crt",
          folder + "/broker.key",
          folder + "/deltabed.acl",
          folder + "/deltabed.passwords");
    }
  }

  /** The file's text. */
  public String text() {
    boolean plugs = plugPort != 0;
    return Template.named("mosquitto.conf")
        .fill(
            Map.of(
                "SCOPE", plugs ? "per_listener_settings true\n" : "",
                "LISTENER", listener(port),
                "CA", files.ca(),
                "CERTIFICATE", files.certificate(),
                "KEY", files.key(),
                "ACL", files.acl(),
                "PLUGS", plugs ? plugs() : "",
                "RETAINED",
                    Template.named(plugs ? "mosquitto-kept.conf" : "mosquitto-not-kept.conf")
                        .text(),
                "PROCESS", user.isEmpty() ? "" : "log_dest stderr\nuser " + user));
  }

  private String plugs() {
    return Template.named("mosquitto-plugs.conf")
        .fill(
            Map.of(
                "LISTENER", listener(plugPort),
                "PASSWORDS", files.passwords(),
                "ACL", files.acl()));
  }

  private String listener(int listening) {
    return bind.isEmpty() ? Integer.toString(listening) : listening + " " + bind;
  }
}
