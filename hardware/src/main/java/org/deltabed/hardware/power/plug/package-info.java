/** Plugs that are switched over MQTT, and what they need of a broker. */
package org.deltabed.hardware.power.plug;
