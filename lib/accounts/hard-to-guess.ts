import { Refusal } from '@/lib/errors';
import { sharedPool } from '@/lib/process/shared-pools';
import { type PoolLimits, WorkerPoolError } from '@/lib/process/worker-pool';
import type estimateGuesses from './guess-worker';

const LIMITS: PoolLimits = { threads: 1, longestLine: 8, longestMs: 10_000, isPure: true, heapMiB: 160 };
/** Thirty guesses a minute find it in two centuries or more; a stolen file costs 19 MiB and two passes for each. */
const FEWEST_GUESSES_LOG10 = 10;
/** Shorter parts of names are in every passphrase. */
const SHORTEST_PART = 3;

/**
 * Checks that a new passphrase is not among those that many people use, and not made of what is known of the person.
 * @param about the person's e-mail address and names, and those of the publication.
 * @throws Refusal `invalid` when it is easy to guess, `unavailable` when too many wait for the estimate.
 */
export async function requireHardToGuess(passphrase: string, about: string[]): Promise<void> {
  const guessesLog10 = await guessesFor(passphrase.normalize('NFC'), partsOf(about));
  if (guessesLog10 < FEWEST_GUESSES_LOG10) throw new Refusal('invalid', 'passphraseEasy');
}

async function guessesFor(passphrase: string, about: string[]): Promise<number> {
  try {
    return await sharedPool<typeof estimateGuesses>('guess', LIMITS).run({ passphrase, about });
  } catch (error) {
    if (!(error instanceof WorkerPoolError)) throw error;
    const refusal = new Refusal('unavailable', 'tooBusy');
    refusal.cause = error;
    throw refusal;
  }
}

/** Returns names and addresses as people would write them in a passphrase: whole, without spaces, and in parts. */
function partsOf(about: string[]): string[] {
  const parts = about.flatMap((words) => {
    const lower = words.normalize('NFC').toLowerCase();
    return [lower, lower.replace(/[^\p{L}\p{N}\p{M}]/gu, ''), ...lower.split(/[^\p{L}\p{N}\p{M}]/u)];
  });
  return [...new Set(parts)].filter((part) => part.length >= SHORTEST_PART);
}
