/* FloodSet the plain way: arrays, loops, one "if" per message of a crashing
 * process, all in one atomic sequence per round. Same states and joint choices
 * as floodset.pml. Validity is checked as there, value by value. */
#ifndef N
#define N 4
#endif
#ifndef T
#define T 3
#endif
#ifndef ROUNDS
#define ROUNDS (T + 1)
#endif
byte round, crashes;
byte W[N];		/* 1: {0}, 2: {1}, 3: both, 0: crashed */
byte V[N];		/* the next W; 0 between rounds */
bool down[N];		/* crashes in this round; false between rounds */
byte before;		/* the values known before the round; 0 between rounds */
byte after, i, j;	/* 0 between rounds */

init {
	atomic {
		do
		:: i < N -> if :: W[i] = 1 :: W[i] = 2 fi; i++
		:: else -> i = 0; break
		od
	}
endround:
	do
	:: atomic { round < ROUNDS ->
		do	/* who crashes */
		:: i < N ->
			before = before | W[i];
			if
			:: W[i] && crashes < T -> down[i] = true; crashes++
			:: true
			fi;
			i++
		:: else -> i = 0; break
		od;
		do	/* who hears what */
		:: i < N ->
			if
			:: W[i] && !down[i] ->
				V[i] = W[i];
				do
				:: j < N ->
					if
					:: !down[j] -> V[i] = V[i] | W[j]
					:: down[j] -> if :: V[i] = V[i] | W[j] :: true fi
					fi;
					j++
				:: else -> j = 0; break
				od
			:: else
			fi;
			i++
		:: else ->
			d_step {
				i = 0;
				do
				:: i < N -> W[i] = V[i]; after = after | V[i]; V[i] = 0; down[i] = false; i++
				:: else -> break
				od;
				assert((after & ~before) == 0);
				i = 0; before = 0; after = 0; round++
			};
			goto endround
		od }
	:: d_step { round == ROUNDS ->
		do
		:: i < N -> if :: W[i] -> after = after | (W[i] == 2 -> 2 : 1) :: else fi; i++
		:: else -> break
		od;
		assert(after != 3);
		i = 0; after = 0 }
	od
}
