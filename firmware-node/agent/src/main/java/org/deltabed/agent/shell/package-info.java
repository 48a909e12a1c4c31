/** What drives a node in real time: threads, the ring of received bytes, pins, the watchdog. */
package org.deltabed.agent.shell;
