package org.deltabed.hardware;

/** One output line. Closing it leaves the level as it is (F09). */
public interface DigitalOutput extends AutoCloseable {

  /**
   * Sets the level.
   *
   * @throws java.io.UncheckedIOException if the driver did not confirm it
   */
  void drive(boolean high);

  /**
   * The level that it is at, driven or found there.
   *
   * @throws java.io.UncheckedIOException if the driver cannot tell
   */
  boolean level();

  @Override
  void close();
}
