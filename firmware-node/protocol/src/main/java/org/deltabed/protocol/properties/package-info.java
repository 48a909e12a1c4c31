/** The properties of each abstraction, as the pages name them. */
package org.deltabed.protocol.properties;
