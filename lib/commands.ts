import { SqliteError } from 'better-sqlite3';
import type { Db, Tx } from '@/db/client';
import { hasOwnFiles } from '@/db/own-files';
import { audit } from '@/db/schema';
import { type Actor, userIdOf } from '@/lib/actor';
import { type Outcome, Refusal, refusable } from '@/lib/errors';

/** Who makes a change, and when (epoch ms). */
export interface Context {
  actor: Actor;
  now: number;
}

/**
 * Decides whether an actor may do what a command's input asks; it may query the data that the input refers
 * to.
 */
export type Policy<I> = (actor: Actor, input: I, tx: Db | Tx) => boolean;

export type Command<I, T> = (db: Db, input: I, context: Context) => Outcome<T>;
export type Write<I, T> = (tx: Tx, input: I, context: Context) => T;

/**
 * Creates a command: the write and its audit row commit together or not at all.
 * @param name the command's name in the audit log.
 * @param policy who may run it (see `lib/accounts/policies.ts`); anybody else gets a Refusal `forbidden`.
 */
export function command<I, T>(name: string, policy: Policy<I>, write: Write<I, T>): Command<I, T> {
  return (db, input, context) =>
    refusable(() =>
      refusingMachineErrors(() =>
        db.transaction(
          (tx) => {
            requireAllowed(policy(context.actor, input, tx));
            const value = write(tx, input, context);
            tx.insert(audit)
              .values({
                command: name,
                postId: postIdIn(value),
                userId: userIdOf(context.actor),
                at: context.now,
              })
              .run();
            requireOwnFiles(db);
            return value;
          },
          { behavior: 'immediate' },
        ),
      ),
    );
}

/**
 * Checks a policy for work that comes before a command, such as writing files.
 * @throws Refusal `forbidden` when it does not allow the actor.
 */
export function requireAllowed(isAllowed: boolean): void {
  if (!isAllowed) throw new Refusal('forbidden', 'notAllowed');
}

/**
 * Checks, before a change is committed and acknowledged, that it will be found again.
 * @throws Refusal `unavailable` when somebody moved, replaced or deleted the database of this running process.
 */
function requireOwnFiles({ $client }: Db): void {
  if (hasOwnFiles($client)) return;
  console.error(
    `The database ${$client.name} was moved, replaced or deleted. Nothing is saved until a restart.`,
  );
  throw new Refusal('unavailable', 'databaseMoved');
}

/** SQLite's errors when the machine cannot write, and the refusal that the author gets. */
const MACHINE_TROUBLE = [
  [/^SQLITE_FULL/, 'diskFull'],
  [/^SQLITE_(IOERR|READONLY|CANTOPEN)/, 'diskNotWritable'],
  [/^SQLITE_BUSY/, 'databaseBusy'],
] as const;

function refusingMachineErrors<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof SqliteError)) throw error;
    const trouble = MACHINE_TROUBLE.find(([pattern]) => pattern.test(error.code));
    if (!trouble) throw error;
    // No stack: the machine is at fault, whatever was to be written. A lock is not trouble: whoever waits for it
    // says so if it stays.
    if (trouble[1] !== 'databaseBusy')
      console.error(`The database did not write: ${error.code}, ${error.message}`);
    throw new Refusal('unavailable', trouble[1]);
  }
}

function postIdIn(value: unknown): number | null {
  if (typeof value !== 'object' || value === null || !('postId' in value)) return null;
  return typeof value.postId === 'number' ? value.postId : null;
}
