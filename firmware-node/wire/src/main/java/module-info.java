/** Frames on the bus. */
module org.deltabed.wire {
  requires transitive org.deltabed.protocol;
  requires org.bouncycastle.provider;

  exports org.deltabed.wire;
}
