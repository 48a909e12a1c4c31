/** Trace records, their spool and their JSON Lines. */
module org.deltabed.trace {
  requires transitive org.deltabed.protocol;
  requires tools.jackson.core;

  exports org.deltabed.trace;
}
