/** What there is: protocols by id and name, and their seeded mistakes. */
package org.deltabed.protocol.catalogue;
