import { parseArgs } from 'node:util';
import { OperatorError } from '@/lib/errors';

/** The size of a drill. */
export interface Options {
  /** How often each fault with a random moment is caused. */
  rounds: number;
  seed: number;
  /** Only faults whose name contains this. */
  only: string;
  /** Whether the table is written into the documentation. */
  isWritten: boolean;
}

/** The output of `npm run fault-drill -- --help`. */
export const USAGE = `npm run fault-drill -- [--only WORD] [--rounds N] [--seed N] [--write]

Kills servers, backups and restores at random moments, fills disks, damages databases and holds locks, and
prints what was promised next to what was seen. Ends with 1 when a promise is broken.

  --only WORD  only faults whose name contains this word
  --rounds N   how often each fault with a random moment is caused (20)
  --seed N     where the random moments start: the same seed chooses the same ones (1)
  --write      writes the table into docs/durability.md`;

/**
 * Parses the command line, or returns null for help.
 * @throws OperatorError when a number is not possible.
 */
export function parseOptions(args: string[]): Options | null {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = { only: text, rounds: text, seed: text, write: flag, help: flag };
  const { values } = parseArgs({ args, options });
  if (values.help) return null;
  return {
    rounds: whole('--rounds', values.rounds ?? '20', 1, 100_000),
    seed: whole('--seed', values.seed ?? '1', 0, 4_294_967_295),
    only: values.only ?? '',
    isWritten: values.write === true,
  };
}

function whole(name: string, given: string, least: number, most: number): number {
  const value = Number(given);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new OperatorError(`${name} takes a whole number from ${least} to ${most}.`);
  return value;
}
