/** Testbed descriptions and the bounds computed from them. */
module org.deltabed.wiring {
  requires transitive tools.jackson.databind;
  requires tools.jackson.core;
  requires org.snakeyaml.engine;
  requires com.networknt.schema;

  exports org.deltabed.wiring;
  exports org.deltabed.wiring.draw;
}
