package org.deltabed.lab.campaign;

/** An attempt cannot be carried through; the reason is for people. */
final class Aborted extends Exception {

  private static final long serialVersionUID = 1L;

  Aborted(String reason) {
    super(reason);
  }
}
