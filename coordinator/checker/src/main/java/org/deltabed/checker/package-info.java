/** From trace to verdict. */
package org.deltabed.checker;
