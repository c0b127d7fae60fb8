import { parseArgs } from 'node:util';
import { OperatorError } from '@/lib/errors';
import { FLOODS } from './floods';

/** The size of a drill. */
export interface Options {
  /** Published posts in the publication that is flooded. */
  posts: number;
  /** How long each flood lasts. */
  seconds: number;
  /** The names of the floods to drill. */
  floods: string[];
  /** Whether the table replaces the one in docs/performance.md. */
  isWritten: boolean;
  /** Whether the operator started the drill with precedence over other programs. */
  hasPriority: boolean;
}

/** The output of `npm run flood-drill -- --help`. */
export const USAGE = `npm run flood-drill -- [--posts N] [--seconds N] [--only NAME] [--priority] [--write]

Requests cached pages while clients flood the publication with what is not cached, and prints how long the
cached pages took. Ends with 1 when a promise is broken.

  --posts N    published posts in the publication (1000)
  --seconds N  how long each flood lasts (10)
  --only NAME  drills one flood: ${FLOODS.map(({ name }) => name).join(', ')}
  --priority   says that the drill has precedence over other programs, as with “chrt -r 5 npm run flood-drill”:
               it is judged as on a machine that does nothing else
  --write      writes the table into docs/performance.md`;

/**
 * Parses the command line, or returns null for help.
 * @throws OperatorError when an option is not possible.
 */
export function parseOptions(args: string[]): Options | null {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const { values } = parseArgs({
    args,
    options: {
      posts: text,
      seconds: text,
      only: { ...text, multiple: true },
      priority: flag,
      write: flag,
      help: flag,
    },
  });
  if (values.help) return null;
  const known = FLOODS.map(({ name }) => name);
  const floods = values.only ?? known;
  const unknown = floods.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new OperatorError(`--only takes ${known.join(', ')}, not ${unknown}.`);
  return {
    posts: whole('--posts', values.posts ?? '1000', 50, 150_000),
    seconds: whole('--seconds', values.seconds ?? '10', 1, 600),
    floods,
    isWritten: values.write ?? false,
    hasPriority: values.priority ?? false,
  };
}

function whole(name: string, given: string, least: number, most: number): number {
  const value = Number(given);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new OperatorError(`${name} takes a whole number from ${least} to ${most}.`);
  return value;
}
