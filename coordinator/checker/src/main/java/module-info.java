/** From the trace of a campaign to its verdict. */
module org.deltabed.checker {
  requires transitive tools.jackson.databind;
  requires com.fasterxml.jackson.annotation;
  requires org.deltabed.protocol;
  requires org.deltabed.trace;
  requires org.deltabed.wiring;
  requires tools.jackson.core;

  exports org.deltabed.checker;

  opens org.deltabed.checker to
      tools.jackson.databind;
}
