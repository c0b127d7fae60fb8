import { parseArgs } from 'node:util';
import { OperatorError } from '@/lib/errors';

/** The size of a drill. */
export interface Options {
  rounds: number;
  seed: number;
  /** Publications, each with its own browser, that are drilled in parallel. */
  lanes: number;
}

/** The output of `npm run loss-drill -- --help`. */
export const USAGE = `npm run loss-drill -- [--rounds N] [--seed N] [--lanes N]

Types in Chromium while tabs, the browser, the network and the server are killed at random, and looks
for every word that was called saved or kept. Ends with 1 when one is missing.

  --rounds N  how many disruptions (1000)
  --seed N    where the random choices start: the same seed makes the same choices (1)
  --lanes N   how many publications, each with its own browser, run side by side (3)`;

/**
 * Parses the command line, or returns null for help.
 * @throws OperatorError when a number is not possible.
 */
export function parseOptions(args: string[]): Options | null {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args,
    options: { rounds: text, seed: text, lanes: text, help: { type: 'boolean' } },
  });
  if (values.help) return null;
  return {
    rounds: whole('--rounds', values.rounds ?? '1000', 1, 1_000_000),
    seed: whole('--seed', values.seed ?? '1', 0, 4_294_967_295),
    lanes: whole('--lanes', values.lanes ?? '3', 1, 16),
  };
}

function whole(name: string, given: string, least: number, most: number): number {
  const value = Number(given);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new OperatorError(`${name} takes a whole number from ${least} to ${most}.`);
  return value;
}
