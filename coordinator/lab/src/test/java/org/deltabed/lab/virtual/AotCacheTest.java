package org.deltabed.lab.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cache is made once, and never stands in the way. */
class AotCacheTest {

  @TempDir Path home;
  private final AtomicInteger trained = new AtomicInteger();
  private Path folder;
  private AotCache caches;

  @BeforeEach
  void open() {
    folder = home.resolve("aot");
    caches = new AotCache(folder);
  }

  private void train(Path draft) throws IOException {
    trained.incrementAndGet();
    Files.writeString(draft, "a cache");
  }

  @Test
  void isMadeOnceForEachKey() throws Exception {
    Optional<Path> first = caches.get("a", this::train);
    assertEquals("a cache", Files.readString(first.orElseThrow()));
    assertEquals(first, caches.get("a", this::train));
    caches.get("b", this::train);
    assertEquals(2, trained.get());
  }

  @Test
  void isMadeByOneOfManyWhoWantIt() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      Callable<Optional<Path>> wish = () -> caches.get("a", this::train);
      for (Future<Optional<Path>> got : threads.invokeAll(List.of(wish, wish, wish, wish))) {
        assertTrue(got.get().isPresent());
      }
    }
    assertEquals(1, trained.get());
  }

  @Test
  void isNotTriedAgainAtOnceWhenItCannotBeMade() throws Exception {
    AotCache.Training failing =
        draft -> {
          Files.writeString(draft, "half a ca");
          throw new IOException("no room");
        };
    assertThrows(IOException.class, () -> caches.get("a", failing));
    assertEquals(Optional.empty(), caches.get("a", this::train));
    assertEquals(0, trained.get());
    assertEquals(List.of("a.failed", "lock"), files());
  }

  @Test
  void isTriedAgainAfterItWasStopped() throws Exception {
    AotCache.Training stopped =
        _ -> {
          throw new InterruptedException();
        };
    assertThrows(InterruptedException.class, () -> caches.get("a", stopped));
    assertTrue(caches.get("a", this::train).isPresent());
  }

  @Test
  void keepsFew() throws Exception {
    for (int i = 0; i < 8; i++) {
      caches.get("k" + i, this::train);
    }
    assertEquals(4, files().stream().filter(name -> name.endsWith(".aot")).count());
  }

  @Test
  void agentsThatRunFromFoldersHaveNone() {
    assertEquals(List.of(), AgentCache.flags(Optional.empty()));
    assertEquals(List.of(), AgentCache.flags(Optional.of(home.resolve("gone.aot"))));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
