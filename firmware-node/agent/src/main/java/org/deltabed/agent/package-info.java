/** The program on a node. */
package org.deltabed.agent;
