import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** A passphrase, and words that whoever knows the person would try. */
export interface GuessTask {
  passphrase: string;
  about: string[];
}

/** Longer ones are hard to guess by their beginning, or are repetitions; estimates of very long ones take long. */
const MOST_CHARACTERS = 64;

/**
 * Estimates how many guesses find a passphrase, among others by a list of those that are used most. Runs in a thread,
 * because the lists take some 50 MiB and an estimate up to a tenth of a second; an idle thread ends.
 * @returns the decimal logarithm of the number of guesses.
 * @see https://www.usenix.org/conference/usenixsecurity16/technical-sessions/presentation/wheeler
 */
export default function estimateGuesses({ passphrase, about }: GuessTask): number {
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  return estimator.check(passphrase.slice(0, MOST_CHARACTERS), about).guessesLog10;
}

let estimator: ZxcvbnFactory | undefined;
