package org.deltabed.simulator.timed;

/** Looks on while a run is simulated. */
interface RunObserver {
  /** Something has just happened, to whatever node. */
  void happened(long lineNs);

  /** A frame of the run has just passed on the line. */
  void passed(Transmission frame);

  /** Looks at nothing. */
  RunObserver NONE =
      new RunObserver() {
        @Override
        public void happened(long lineNs) {}

        @Override
        public void passed(Transmission frame) {}
      };
}
