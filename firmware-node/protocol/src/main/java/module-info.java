/** The protocols, as pure components. */
module org.deltabed.protocol {
  exports org.deltabed.protocol;
  exports org.deltabed.protocol.catalogue;
  exports org.deltabed.protocol.history;
  exports org.deltabed.protocol.history.linear;
  exports org.deltabed.protocol.properties;
  exports org.deltabed.protocol.agreement;
  exports org.deltabed.protocol.broadcast;
  exports org.deltabed.protocol.detector;
  exports org.deltabed.protocol.link;
  exports org.deltabed.protocol.membership;
  exports org.deltabed.protocol.basic;
  exports org.deltabed.protocol.time;
  exports org.deltabed.protocol.replication;
  exports org.deltabed.protocol.register;
  exports org.deltabed.protocol.byzantine;
  exports org.deltabed.protocol.memory;
  exports org.deltabed.protocol.replication.active;
  exports org.deltabed.protocol.replication.backup;
  exports org.deltabed.protocol.replication.paxos;
  exports org.deltabed.protocol.replication.pbft;
}
