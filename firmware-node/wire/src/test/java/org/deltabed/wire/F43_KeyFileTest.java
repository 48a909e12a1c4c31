package org.deltabed.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** F43: a key that others may read, or change, is refused. */
class F43_KeyFileTest {
  @TempDir private Path folder;

  @Test
  void a_new_key_is_private_random_and_can_be_read_again() throws IOException {
    Path file = folder.resolve("bus.key");
    BusKey made = BusKey.create(file);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertArrayEquals(made.bytes(), BusKey.load(file).bytes());
    BusKey other = BusKey.create(folder.resolve("other.key"));
    assertFalse(Arrays.equals(made.bytes(), other.bytes()));
    assertThrows(FileAlreadyExistsException.class, () -> BusKey.create(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "rw-rw-rw-"})
  void a_key_open_to_others_is_refused_with_the_remedy(String mode) throws IOException {
    Path file = folder.resolve("bus.key");
    BusKey.create(file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    KeyRefused refused = assertThrows(KeyRefused.class, () -> BusKey.load(file));
    assertTrue(refused.getMessage().contains("chmod 600 " + file), refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 33, 64})
  void a_key_of_another_length_is_refused(int length) throws IOException {
    Path file = folder.resolve("bus.key");
    BusKey.create(file);
    Files.write(file, new byte[length]);
    assertThrows(KeyRefused.class, () -> BusKey.load(file));
  }

  @Test
  void a_key_is_not_shown() {
    assertEquals("BusKey[secret]", Fixture.key().toString());
  }
}
