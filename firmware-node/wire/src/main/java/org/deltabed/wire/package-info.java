/**
 * Frames and messages as bytes on the bus; {@code docs/frame-format.md} is the specification.
 *
 * <p>The frame path ({@link org.deltabed.wire.FrameEncoder}, {@link
 * org.deltabed.wire.FrameDecoder}, {@link org.deltabed.wire.MessageOutbox}) allocates nothing after
 * its first frames. Whatever arrives from the line becomes a frame or a counted {@link
 * org.deltabed.wire.Reject}, never an exception.
 */
package org.deltabed.wire;
