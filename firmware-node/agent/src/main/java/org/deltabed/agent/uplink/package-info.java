/** Commands from the coordinator, status and trace to it, over MQTT 5. */
package org.deltabed.agent.uplink;
