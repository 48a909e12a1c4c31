/** Benchmarks. */
package org.deltabed.bench;
