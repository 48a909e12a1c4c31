/**
 * Mutual TLS with the testbed's own certificates; nodes and lab use the same. What is refused is
 * refused by name: whose certificate it is and what is wrong with it.
 */
package org.deltabed.agent.tls;
