package org.deltabed.wire;

/** Unwinds the recursion over nested values; never leaves {@link MessageCodec}. */
final class Malformation extends Exception {
  private static final long serialVersionUID = 1L;

  final transient MessageFault fault;

  Malformation(MessageFault fault) {
    super(fault.name(), null, false, false); // a fault in the input needs no stack trace
    this.fault = fault;
  }
}
