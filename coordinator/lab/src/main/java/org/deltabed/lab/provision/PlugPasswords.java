package org.deltabed.lab.provision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.deltabed.lab.broker.AccessRules;
import org.deltabed.lab.broker.Credentials;
import org.deltabed.wire.PrivateFile;

/**
 * The passwords of a testbed's plugs, most of which cannot show a certificate: each in a file of
 * its own, for who enters it in the plug, and all of them hashed, for Mosquitto.
 *
 * @param rules name the plugs
 */
record PlugPasswords(BundleFolder bundle, AccessRules rules) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SALT_BYTES = 12; // what mosquitto_passwd takes
  private static final int HASH_BITS = 512;

  /** As mosquitto_passwd has it. More would protect nothing: nobody guesses 128 random bits. */
  private static final int ITERATIONS = 101;

  /** Makes those that are missing, and keeps the others: the plugs have them. */
  void write(List<String> did) throws IOException {
    StringBuilder hashed = new StringBuilder();
    for (int node : new TreeSet<>(rules.plugs().keySet())) {
      String user = Credentials.plugUser(node);
      Path file = bundle.plugPassword(node);
      if (!Files.exists(file)) {
        SafeFile.write(file, Credentials.fresh(user).password() + "\n", SafeFile.PRIVATE);
        did.add("made a password for " + user + ": " + bundle.root().relativize(file));
      }
      PrivateFile.require(file);
      hashed.append(user).append(':').append(hash(Files.readString(file).strip())).append('\n');
    }
    if (!hashed.isEmpty()) {
      SafeFile.write(bundle.passwords(), hashed.toString(), SafeFile.PRIVATE);
    }
  }

  /** Mosquitto's {@code $7$}: PBKDF2 with HMAC-SHA-512. */
  private static String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    try {
      byte[] hash =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
              .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, HASH_BITS))
              .getEncoded();
      Base64.Encoder base64 = Base64.getEncoder();
      return "$7$"
          + ITERATIONS
          + "$"
          + base64.encodeToString(salt)
          + "$"
          + base64.encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
