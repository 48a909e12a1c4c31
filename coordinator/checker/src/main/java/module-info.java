/** From trace to verdict. */
module org.deltabed.checker {
  requires transitive org.deltabed.wiring;
  requires transitive org.deltabed.protocol;
  requires transitive org.deltabed.trace;
  requires tools.jackson.databind;
}
