/** Explorations: what they are asked, what they found, and how that is shown. */
package org.deltabed.lab.explore;
