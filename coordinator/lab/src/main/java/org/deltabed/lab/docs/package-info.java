/** The pages of the protocols, made from the headers of the components and from the simulator. */
package org.deltabed.lab.docs;
