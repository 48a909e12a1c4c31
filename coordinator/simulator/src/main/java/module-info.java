/**
 * Every schedule that there is for small systems, tried with the components that run on the nodes.
 */
module org.deltabed.simulator {
  requires transitive org.deltabed.protocol;
  requires transitive org.deltabed.wiring;
  requires transitive org.deltabed.agent;
  requires transitive org.deltabed.checker;
  requires org.deltabed.trace;
  requires tools.jackson.core;

  exports org.deltabed.simulator.automaton;
  exports org.deltabed.simulator.exhibits;
  exports org.deltabed.simulator.explore;
  exports org.deltabed.simulator.flp;
  exports org.deltabed.simulator.minimise;
  exports org.deltabed.simulator.replay;
  exports org.deltabed.simulator.run;
  exports org.deltabed.simulator.schedule;
  exports org.deltabed.simulator.story;
  exports org.deltabed.simulator.timed;
}
