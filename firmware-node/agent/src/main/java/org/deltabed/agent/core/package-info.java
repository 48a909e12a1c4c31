/**
 * A node without threads, clocks and files: it is told what arrived and what time it is, and sends,
 * records and stops through the ports that it was given. Tests step whole clusters in virtual time.
 */
package org.deltabed.agent.core;
