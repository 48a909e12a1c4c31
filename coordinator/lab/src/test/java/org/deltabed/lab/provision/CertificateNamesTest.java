package org.deltabed.lab.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.deltabed.agent.tls.CertificateRefused;
import org.deltabed.agent.tls.MutualTls;
import org.deltabed.agent.tls.TlsFiles;
import org.deltabed.lab.provision.certificates.Authority;
import org.deltabed.lab.provision.certificates.Identity;
import org.deltabed.lab.provision.certificates.Purpose;
import org.deltabed.wire.KeyRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate that is refused is refused by name, before anything is connected to. */
class CertificateNamesTest {

  private final Instant now = Instant.now();

  @TempDir private Path folder;

  private final Authority ours = Authority.create("ours", now);
  private final Authority theirs = Authority.create("theirs", now);

  @Test
  void one_of_this_testbed_is_taken_and_knows_its_user() throws Exception {
    MutualTls tls = MutualTls.load(files(ours, issue(ours, 30)));
    tls.requireOwnValid();
    assertEquals("node3", tls.name());
  }

  @Test
  void one_that_has_expired_says_whose_it_is_and_when() throws Exception {
    MutualTls tls = MutualTls.load(files(ours, issue(ours, -1)));
    CertificateRefused refused = assertThrows(CertificateRefused.class, tls::requireOwnValid);
    String day = now.minus(Duration.ofDays(1)).toString().substring(0, 10);
    assertTrue(
        refused.getMessage().startsWith("certificate of node3 expired on " + day),
        refused.getMessage());
  }

  @Test
  void one_of_another_testbed_says_whose_it_is() throws Exception {
    TlsFiles files = files(ours, issue(theirs, 30));
    CertificateRefused refused =
        assertThrows(CertificateRefused.class, () -> MutualTls.load(files));
    assertTrue(
        refused
            .getMessage()
            .startsWith(
                "certificate of node3 is not signed by this testbed's CA, deltabed CA of ours"),
        refused.getMessage());
  }

  @Test
  void one_that_calls_itself_the_same_authority_is_found_out() throws Exception {
    Authority pretender = Authority.create("ours", now);
    TlsFiles files = files(ours, issue(pretender, 30));
    assertThrows(CertificateRefused.class, () -> MutualTls.load(files));
  }

  @Test
  void a_key_that_belongs_to_another_certificate_is_refused() throws Exception {
    Identity one = issue(ours, 30);
    TlsFiles files = files(ours, new Identity(one.certificate(), issue(ours, 30).key()));
    CertificateRefused refused =
        assertThrows(CertificateRefused.class, () -> MutualTls.load(files));
    assertTrue(
        refused.getMessage().contains("is not the key of the certificate of node3"),
        refused.getMessage());
  }

  @Test
  void F43_a_key_that_others_can_read_is_refused() throws Exception {
    TlsFiles files = files(ours, issue(ours, 30));
    for (String mode : new String[] {"rw-r-----", "rw----r--", "rw--w----"}) {
      Files.setPosixFilePermissions(files.key(), PosixFilePermissions.fromString(mode));
      KeyRefused refused = assertThrows(KeyRefused.class, () -> MutualTls.load(files));
      assertTrue(refused.getMessage().contains("chmod 600"), refused.getMessage());
    }
  }

  @Test
  void F27_a_clock_at_1970_changes_nothing() throws Exception {
    issue(ours, 30).named().requireValid(Instant.ofEpochSecond(1));
    ours.self().named().requireValid(Instant.ofEpochSecond(1));
  }

  private Identity issue(Authority authority, int days) {
    return authority.issue("node3", Purpose.CLIENT, now.plus(Duration.ofDays(days)));
  }

  private TlsFiles files(Authority believed, Identity own) throws IOException {
    believed.self().save(folder.resolve("ca.crt"), folder.resolve("ca.key"));
    own.save(folder.resolve("own.crt"), folder.resolve("own.key"));
    return new TlsFiles(
        folder.resolve("ca.crt"), folder.resolve("own.crt"), folder.resolve("own.key"));
  }
}
