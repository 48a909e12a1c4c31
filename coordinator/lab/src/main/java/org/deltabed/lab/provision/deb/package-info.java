/**
 * Writes Debian packages without Debian's tools, so that a bundle can be made on any machine. The
 * format: deb(5).
 */
package org.deltabed.lab.provision.deb;
