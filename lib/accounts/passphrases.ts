import { hash, verify } from '@node-rs/argon2';
import { failureOf, type Outcome, Refusal } from '@/lib/errors';
import { BoundedQueue, isQueueFull } from '@/lib/process/bounded-queue';
import { whenFree } from '@/lib/when-free';
import { requireHardToGuess } from './hard-to-guess';

const SHORTEST = 12;
const LONGEST = 500;

/**
 * OWASP's second recommendation for argon2id, and the library's default: 19 MiB, two passes. @see RFC 9106
 */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Each hash takes 19 MiB and a thread that readers' pages need too. */
const hashing = new BoundedQueue('hashing', { atOnce: 1, longestLine: 32, longestWaitMs: 10_000 });

/** @throws Refusal `unavailable` when too much hashing waits. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await hashing.run(work);
  } catch (error) {
    if (isQueueFull(error)) throw new Refusal('unavailable', 'tooBusy');
    throw error;
  }
}

/**
 * Returns the hash to store for a passphrase that somebody chose.
 * @param about what is known of the person: e-mail address, names, the publication.
 * @throws Refusal `invalid` when it is too short, too long or easy to guess.
 */
export async function hashNewPassphrase(passphrase: string, about: string[]): Promise<string> {
  requireLength(passphrase);
  await requireHardToGuess(passphrase, about);
  return hashPassphrase(passphrase);
}

/**
 * Returns the hash of a passphrase.
 * @throws Refusal `invalid` when it is too short or too long.
 */
export async function hashPassphrase(passphrase: string): Promise<string> {
  requireLength(passphrase);
  return inTurn(() => hash(passphrase.normalize('NFC'), COST));
}

function requireLength(passphrase: string): void {
  if ([...passphrase].length < SHORTEST) throw new Refusal('invalid', 'passphraseShort', { count: SHORTEST });
  if (passphrase.length > LONGEST) throw new Refusal('invalid', 'passphraseLong', { count: LONGEST });
}

/**
 * Hashes a new passphrase, then runs a command with the hash: hashing takes too long for a transaction.
 * @param about see `hashNewPassphrase`.
 * @returns what the command gives, or the refusal of the passphrase.
 */
export async function withPassphraseHash<T>(
  passphrase: string,
  about: string[],
  run: (passphraseHash: string) => Outcome<T>,
): Promise<Outcome<T>> {
  try {
    const passphraseHash = await hashNewPassphrase(passphrase, about);
    return await whenFree(() => run(passphraseHash));
  } catch (error) {
    if (error instanceof Refusal) return failureOf(error);
    throw error;
  }
}

/**
 * Checks the passphrase. Without a hash it takes equally long, so that timing does not reveal who has an
 * account.
 */
export async function isPassphrase(passphraseHash: string | null, passphrase: string): Promise<boolean> {
  const known = passphraseHash ?? (await dummyHash());
  const right = await inTurn(() => verify(known, passphrase.slice(0, LONGEST).normalize('NFC')));
  return right && passphraseHash !== null;
}

let dummy: Promise<string> | undefined;

function dummyHash(): Promise<string> {
  dummy ??= hash('a passphrase that nobody has', COST);
  return dummy;
}
