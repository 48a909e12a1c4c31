/**
 * Everything that a testbed's machines are set up with: keys, certificates, the broker's
 * configuration and a Debian package for each node.
 */
package org.deltabed.lab.provision;
