package org.deltabed.checker;

/**
 * What is known from outside of the runs.
 *
 * @param witness the witness's file between runs, or null
 * @param boots when nodes started anew
 */
record Outside(WitnessTrace witness, LaterBoots boots) {}
