/** Testbed descriptions and the bounds computed from them. */
module org.deltabed.wiring {
  requires transitive tools.jackson.databind;
  requires tools.jackson.core;
  requires tools.jackson.dataformat.yaml;
  requires com.networknt.schema;
}
