/**
 * From trace to verdict. {@link org.deltabed.checker.Judge} reads a run folder and nothing else,
 * and says for each run one of four things, in this order:
 *
 * <ol>
 *   <li>BOUND_BROKEN: a late frame, an overrun, a missed slot, a suspicion of a process that lived,
 *       a minority, an overflow, a measured delay beyond δ or a detection beyond its bound. P was
 *       not perfect, so what rests on it is not owed.
 *   <li>INCOMPLETE: a missing or doubled record (by its number), a damaged spool, a dead boot whose
 *       last record nobody knows, a run that has no end, evidence that contradicts itself or the
 *       plan.
 *   <li>VIOLATED: a property does not hold.
 *   <li>PASS.
 * </ol>
 *
 * <p>A node's death is shown by the witness (node 0) alone. The witness owes a RUN_END, or a record
 * after its last one of a run, so that its own end can be seen to be there.
 */
package org.deltabed.checker;
