package org.deltabed.simulator.exhibits;

import java.util.List;

/** A run that a page argues about, or several that are to be compared. */
public interface Exhibit {
  /** What the command line calls it. */
  String name();

  /** Source and heading. */
  String page();

  /** What it shows, in one line. */
  String title();

  /** The runs, in the order in which they are to be read. */
  List<Scene> scenes();
}
