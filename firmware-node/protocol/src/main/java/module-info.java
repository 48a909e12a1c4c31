/** The protocols, as pure components. */
module org.deltabed.protocol {
  exports org.deltabed.protocol;
  exports org.deltabed.protocol.catalogue;
  exports org.deltabed.protocol.history;
}
