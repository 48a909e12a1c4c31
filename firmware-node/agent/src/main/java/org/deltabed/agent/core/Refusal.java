package org.deltabed.agent.core;

/** Why a correct frame, or a message in it, was not taken, beside what the decoder rejects. */
enum Refusal {
  /** It repeats, or comes before, one of the same sender that was taken. */
  REPEATED("repeated"),
  /** Its slot has not come yet. */
  EARLY("early"),
  /** It belongs to another cluster on the same bus. */
  FOREIGN("foreign-cluster"),
  /** Its sender runs in another boot than the run's. */
  OTHER_BOOT("other-boot"),
  /** A second cold start while a cluster is there. */
  COLD_START("cold-start"),
  /** A message in a correct frame that is none. */
  MALFORMED_MESSAGE("malformed-message"),
  /** A message for an instance that this run's protocol does not have. */
  UNKNOWN_INSTANCE("unknown-instance"),
  /** A code of a message was not made by its sender for this node, and of that message. */
  CODE("code"),
  /** A signature was not made by the process that is said to have made it, and of that message. */
  SIGNATURE("signature"),
  /** The node's own bytes did not come back as they were sent: a collision. */
  ECHO("echo");

  final String text;

  Refusal(String text) {
    this.text = text;
  }
}
