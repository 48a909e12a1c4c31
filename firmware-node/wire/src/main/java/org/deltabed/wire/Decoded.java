package org.deltabed.wire;

import org.deltabed.protocol.Value;

/** What {@link MessageCodec#decode} makes of bytes. */
public sealed interface Decoded {
  /**
   * A message.
   *
   * @param instance place of the component instance in {@code Stack.instances()}
   * @param index which of a family of instances, 0 where there is no family
   */
  record Message(int instance, int index, Value value) implements Decoded {}

  /** Bytes that are no message. */
  record Malformed(MessageFault fault) implements Decoded {}
}
