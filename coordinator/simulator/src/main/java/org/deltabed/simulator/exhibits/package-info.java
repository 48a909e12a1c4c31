/** Runs that pages argue about, made with the components that run on the nodes. */
package org.deltabed.simulator.exhibits;
