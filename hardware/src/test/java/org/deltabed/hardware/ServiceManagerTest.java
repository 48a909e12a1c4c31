package org.deltabed.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What systemd would hear, on a real datagram socket of another process. */
class ServiceManagerTest {

  private static final long PID = 4711;
  private static final Path PERL = Path.of("/usr/bin/perl");
  private static final String RECEIVER =
      """
      use Socket;
      $| = 1;
      my $name = $ARGV[0];
      $name =~ s/^@/\\0/;
      socket(my $socket, AF_UNIX, SOCK_DGRAM, 0) or die $!;
      bind($socket, pack_sockaddr_un($name)) or die $!;
      print "bound\\n";
      while (defined(recv($socket, my $message, 4096, 0))) { print "$message\\n"; }
      """;

  @TempDir private Path folder;

  @Test
  void says_that_it_is_ready_that_it_lives_and_that_it_stops() throws Exception {
    says(folder.resolve("notify").toString());
  }

  @Test
  void reaches_a_socket_in_the_abstract_name_space() throws Exception {
    says("@deltabed-test-" + ProcessHandle.current().pid());
  }

  private static void says(String socket) throws Exception {
    if (!Files.isExecutable(PERL)) {
      String missing = PERL + " is not installed: the service notification is NOT tested";
      System.out.println(missing);
      assertFalse("true".equals(System.getenv("CI")), missing);
      Assumptions.abort(missing);
    }
    Process receiver =
        new ProcessBuilder(PERL.toString(), "-e", RECEIVER, socket)
            .redirectErrorStream(true)
            .start();
    try (BufferedReader heard = receiver.inputReader()) {
      assertEquals("bound", heard.readLine());
      ServiceManager service =
          ServiceManager.of(Map.of("NOTIFY_SOCKET", socket, "WATCHDOG_USEC", "10000000"), PID);
      assertEquals(2_500_000_000L, service.signNs());
      service.ready();
      assertEquals("READY=1", heard.readLine());
      service.alive();
      assertEquals("WATCHDOG=1", heard.readLine());
      service.alive();
      assertEquals("WATCHDOG=1", heard.readLine());
      service.stopping();
      assertEquals("STOPPING=1", heard.readLine());
    } finally {
      receiver.destroyForcibly();
    }
  }

  @Test
  void a_socket_that_nobody_reads_any_more_is_no_error() throws IOException {
    ServiceManager service =
        ServiceManager.of(Map.of("NOTIFY_SOCKET", folder.resolve("gone").toString()), PID);
    service.ready();
    service.alive();
    assertEquals(0, service.signNs());
  }

  @Test
  void outside_a_service_nothing_happens() throws IOException {
    ServiceManager none = ServiceManager.of(Map.of("WATCHDOG_USEC", "1000000"), PID);
    assertSame(ServiceManager.NONE, none);
    none.ready();
    assertEquals(0, none.signNs());
  }

  @Test
  void a_watchdog_that_waits_for_another_process_is_not_fed() throws IOException {
    Map<String, String> environment =
        Map.of("NOTIFY_SOCKET", "/run/x", "WATCHDOG_USEC", "1000000", "WATCHDOG_PID", "1");
    assertEquals(0, ServiceManager.of(environment, PID).signNs());
  }

  @Test
  void a_path_that_does_not_fit_is_refused() {
    Map<String, String> environment = Map.of("NOTIFY_SOCKET", "/" + "x".repeat(120));
    assertThrows(IOException.class, () -> ServiceManager.of(environment, PID));
  }
}
