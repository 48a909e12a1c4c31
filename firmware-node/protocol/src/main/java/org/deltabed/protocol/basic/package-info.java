/** Components by themselves. */
package org.deltabed.protocol.basic;
