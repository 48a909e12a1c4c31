/** The testbed's own certificate authority, and what it signs. */
package org.deltabed.lab.provision.certificates;
