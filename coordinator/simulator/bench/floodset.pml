/*
 * FloodSet consensus in synchronous rounds with crash faults, for Spin.
 *
 *   spin -a -DN=7 -DT=5 floodset.pml
 *   gcc -O2 -DSAFETY -DNOREDUCE -DNOCOMP -DNOVSZ -DNOFAIR -DNOBOUNDCHECK -o pan pan.c
 *   ./pan -m1000 -w18
 *
 * N processes (2 to 8), at most T of them crash (T < N), ROUNDS rounds (T + 1
 * unless given).  Every process starts with an input, 0 or 1, and holds W, the
 * set of the values it has seen, at first its own input alone.  In a round
 * every live process sends W to all, and then takes as its new W the union of
 * its own and of all that it received.  In each round the adversary picks a
 * set C of live processes that crash in it (T at most over the whole run) and,
 * for each process that survives the round, which of the messages of C reach
 * it: 2^(|C| * |survivors|) choices for one C.  What a survivor sends reaches
 * every survivor.  After the last round a survivor decides the value it holds
 * if it holds one alone, otherwise 0.  Checked, in every run from every input
 * vector: all survivors decide the same (agreement), and what is decided was
 * somebody's input (validity).
 *
 * What is a state and what is a transition.  The states stored are those
 * between two rounds: the number of rounds done, the live processes and the W
 * of each.  One joint choice of the adversary (C, and for each survivor what
 * of C it hears) is one transition: Spin computes one successor and looks it
 * up in its table.  The choice is made one crashing process after another
 * inside an atomic sequence, so the steps on the way store nothing and the
 * joint choices that begin alike share them; the option taken for the last
 * crashing process completes the choice.  Hence, of what pan prints,
 *
 *   states, stored   =  states between rounds + 1   (the one before the inputs)
 *   transitions      =  joint choices + 2^N (inputs) + final states (their
 *                       check is a step back to the same state) + 1
 *
 * and "atomic steps" are the shared steps on the way.  The model counts the
 * states between rounds and the final ones itself and prints them at the end;
 * with -DCOUNT also the joint choices, each at the very step that completes it,
 * which costs time: it is for checking the equations, not for measuring.
 *
 *   (N,T)    states between rounds    joint choices
 *   (4,3)                      292            6,671
 *   (6,4)                    3,079        2,109,020
 *   (7,5)                   10,716       69,174,080
 *
 * With -DSTEPS the choice is not atomic: the states on the way are stored too,
 * partial choices that come to the same are continued once, and most joint
 * choices are never looked at one by one. The states between rounds and the
 * checks are the same and the verdict comes sooner, but what pan then prints
 * are no longer joint choices, nor is what -DCOUNT counts.
 *
 * What makes it fast:
 *  - no loop and no index variable for a choice: one option for each value,
 *    written out by the preprocessor, without guards (the guards stand once
 *    before each group of options);
 *  - a completing option is one plain assignment (no d_step and no c_code,
 *    before which pan saves the whole state vector), and jumps straight to the
 *    head of the loop (leaving by "break" costs every choice a further step);
 *  - sets of processes as bits, all W in one short: a state vector of 12 bytes.
 */

#ifndef N
#define N 4
#endif
#ifndef T
#define T 3
#endif
#ifndef ROUNDS
#define ROUNDS (T + 1)
#endif
#if N < 2 || N > 8 || T < 0 || T >= N
#error needs 2 <= N <= 8 and 0 <= T < N
#endif

#ifdef STEPS
#define ATOMIC
#else
#define ATOMIC atomic
#endif

#define ALL ((1 << N) - 1)

/* The state between rounds. A set of processes is a byte, bit p for process p. */
byte  round;	/* rounds done */
byte  live;	/* the processes that have not crashed */
short know;	/* low byte: the processes that have 0 in W; high byte: 1 in W */

/* ZERO and ONE spread a set to the half of "know" it belongs in; BOTH to both. */
#define ZERO 1
#define ONE  256
#define BOTH 257

c_decl {
	static unsigned char size[256];		/* size[S]: members of S */
	static unsigned char subset[256][256];	/* subset[S][k]: k-th subset of S */
	static unsigned long states, finals, choices;	/* see CHOICE below */

	static void tables(void)
	{	int s, k, p, bit;
		for (s = 0; s <= ALL; s++)
		for (k = 0; k <= ALL; k++)
		{	for (p = bit = 0; p < 8; p++)
				if (s >> p & 1)
				{	if (k >> bit & 1) subset[s][k] |= 1 << p;
					bit++;
				}
			size[s] = bit;
		}
	}
};
c_code {	/* what pan itself prints is rounded to eight digits */
	extern double nstates, truncs;
	static void report(void)
	{	printf("pan: %.0f states, %.0f transitions\n", nstates, nstates + truncs);
		printf("model: %lu states, %lu final", states, finals);
#ifdef COUNT
		printf(", %lu joint choices", choices);
#endif
		printf("\n");
	}
};

/*
 * The two steps that every state has exactly one of, and takes once: a round
 * without a crash, or the check at the end. They count the states.
 */
#define FINAL     c_code { states++; finals++; }
#ifdef COUNT
#define CALM      c_code { states++; choices++; }
#define CHOICE(s) :: d_step { s; c_code { choices++; } }
#else
#define CALM      c_code { states++; }
#define CHOICE(s) :: s
#endif

/* O(a,b), O(a,b+1), ... : 2, 4, ... 256 options. */
#define X2(O,a,b)	O(a,b)      O(a,b+1)
#define X4(O,a,b)	X2(O,a,b)   X2(O,a,b+2)
#define X8(O,a,b)	X4(O,a,b)   X4(O,a,b+4)
#define X16(O,a,b)	X8(O,a,b)   X8(O,a,b+8)
#define X32(O,a,b)	X16(O,a,b)  X16(O,a,b+16)
#define X64(O,a,b)	X32(O,a,b)  X32(O,a,b+32)
#define X128(O,a,b)	X64(O,a,b)  X64(O,a,b+64)
#define X256(O,a,b)	X128(O,a,b) X128(O,a,b+128)

/* One option for every set of processes. */
#if N == 2
#define EVERYSET(O)	X4(O,0,0)
#elif N == 3
#define EVERYSET(O)	X8(O,0,0)
#elif N == 4
#define EVERYSET(O)	X16(O,0,0)
#elif N == 5
#define EVERYSET(O)	X32(O,0,0)
#elif N == 6
#define EVERYSET(O)	X64(O,0,0)
#elif N == 7
#define EVERYSET(O)	X128(O,0,0)
#else
#define EVERYSET(O)	X256(O,0,0)
#endif

/* The inputs: the processes in S have 0, the others 1. */
#define INPUTS(a,S)	:: know = (S) * ZERO + (ALL - (S)) * ONE

/*
 * The values that anybody knows. A crashed process has no bit in "know" once
 * its last round is over.
 */
#define ONLY0	((know & 65280) == 0)
#define ONLY1	((know & 255) == 0)
#define EITHER	(!ONLY0 && !ONLY1)

/* The survivors' own messages: what one of them has, all of them have. */
#define EXCHANGE \
	know = know | ((know & live) -> live * ZERO : 0) \
		    | (((know >> 8) & live) -> live * ONE : 0)

/*
 * The processes in C crash in this round. They leave "live" at once; their
 * bits in "know" stay until it is decided who hears them.
 */
#define CRASH(a,C) \
	:: d_step { \
		c_expr { (C) && !((C) & ~now.live) && N - size[now.live] + size[C] <= T } -> \
		live = live & ~(C); EXCHANGE; round++ }

/* Those of C not dealt with yet, the first of them, and what it knows. */
#define PENDING	((now.know | now.know >> 8) & ~now.live & 255)
#define FIRST	(PENDING & -PENDING)
#define MANY	(PENDING & (PENDING - 1))
#define HAS0	(now.know & FIRST)
#define HAS1	(now.know >> 8 & FIRST)
#define TAKE	know = know & ~c_expr { FIRST * BOTH }

/*
 * The k-th subset of the survivors hears the process just taken. HEAR is a
 * step on the way; with LAST, for the last of C, the joint choice is complete.
 * LAST0 and LAST1 are for a round before which 0 alone, 1 alone, was known,
 * and check that no other value has come up (see below).
 */
#define HEARD(v,k)	know = know | c_expr { subset[now.live][k] * v }
#define HEAR(v,k)	:: HEARD(v,k)
#define LAST(v,k)	CHOICE(HEARD(v,k))
#define LAST0(v,k)	CHOICE(HEARD(v,k); assert(ONLY0))
#define LAST1(v,k)	CHOICE(HEARD(v,k); assert(ONLY1))

/*
 * Deal with C, one process after another; X is the number of the subsets of
 * the survivors. MIXED when both values were known before the round, UNIFORM
 * when one alone was (every message then says the same).
 */
#define MIXED(X,v,L) \
	do \
	:: c_expr {  MANY &&  HAS0 && !HAS1 } -> TAKE; if X(HEAR,ZERO,0) fi \
	:: c_expr {  MANY && !HAS0 &&  HAS1 } -> TAKE; if X(HEAR,ONE,0)  fi \
	:: c_expr {  MANY &&  HAS0 &&  HAS1 } -> TAKE; if X(HEAR,BOTH,0) fi \
	:: c_expr { !MANY &&  HAS0 && !HAS1 } -> TAKE; if X(LAST,ZERO,0) fi; goto boundary \
	:: c_expr { !MANY && !HAS0 &&  HAS1 } -> TAKE; if X(LAST,ONE,0)  fi; goto boundary \
	:: c_expr { !MANY &&  HAS0 &&  HAS1 } -> TAKE; if X(LAST,BOTH,0) fi; goto boundary \
	od
#define UNIFORM(X,v,L) \
	do \
	:: c_expr {  MANY } -> TAKE; if X(HEAR,v,0) fi \
	:: c_expr { !MANY } -> TAKE; if X(L,v,0) fi; goto boundary \
	od

/* The same for every number of survivors. */
#define S1(D,v,L)	:: c_expr { size[now.live] == 1 } -> D(X2,v,L)
#if N > 2
#define S2(D,v,L)	S1(D,v,L) :: c_expr { size[now.live] == 2 } -> D(X4,v,L)
#else
#define S2(D,v,L)	S1(D,v,L)
#endif
#if N > 3
#define S3(D,v,L)	S2(D,v,L) :: c_expr { size[now.live] == 3 } -> D(X8,v,L)
#else
#define S3(D,v,L)	S2(D,v,L)
#endif
#if N > 4
#define S4(D,v,L)	S3(D,v,L) :: c_expr { size[now.live] == 4 } -> D(X16,v,L)
#else
#define S4(D,v,L)	S3(D,v,L)
#endif
#if N > 5
#define S5(D,v,L)	S4(D,v,L) :: c_expr { size[now.live] == 5 } -> D(X32,v,L)
#else
#define S5(D,v,L)	S4(D,v,L)
#endif
#if N > 6
#define S6(D,v,L)	S5(D,v,L) :: c_expr { size[now.live] == 6 } -> D(X64,v,L)
#else
#define S6(D,v,L)	S5(D,v,L)
#endif
#if N > 7
#define SIZES(D,v,L)	S6(D,v,L) :: c_expr { size[now.live] == 7 } -> D(X128,v,L)
#else
#define SIZES(D,v,L)	S6(D,v,L)
#endif

#define CRASHES \
	c_expr { now.round < ROUNDS && size[now.live] > N - T }

/* The processes that decide 1: those that hold 1 alone. */
#define DECIDE1	(live & (know >> 8) & ~know)

init {
	atomic {
		c_code { tables(); atexit(report); };
		live = ALL;
		if
		EVERYSET(INPUTS)
		fi
	}

	/*
	 * A round. Validity is checked round by round: a value that somebody
	 * knows after a round was known to somebody live before it, so that what
	 * is known at the end was an input. Of the two values this can fail only
	 * if one alone was known before, which is why a round goes one of three
	 * ways. (The inputs themselves are not part of the state.)
	 */
boundary:
	do
	/* nobody crashes */
	:: d_step { round < ROUNDS && EITHER -> EXCHANGE; round++; CALM }
	:: d_step { round < ROUNDS && ONLY0  -> EXCHANGE; round++; assert(ONLY0); CALM }
	:: d_step { round < ROUNDS && ONLY1  -> EXCHANGE; round++; assert(ONLY1); CALM }

	/* somebody does */
	:: ATOMIC { CRASHES && EITHER ->
		if EVERYSET(CRASH) fi;
		if SIZES(MIXED,0,0) fi }
	:: ATOMIC { CRASHES && ONLY0 ->
		if EVERYSET(CRASH) fi;
		if SIZES(UNIFORM,ZERO,LAST0) fi }
	:: ATOMIC { CRASHES && ONLY1 ->
		if EVERYSET(CRASH) fi;
		if SIZES(UNIFORM,ONE,LAST1) fi }

	/* the end: agreement, and nobody decides what it does not hold */
	:: d_step { round == ROUNDS ->
		assert(DECIDE1 == 0 || DECIDE1 == live);
		assert((live & ~(know | (know >> 8))) == 0); FINAL }
	od
}
