import { parseArgs } from 'node:util';
import { OperatorError } from '@/lib/errors';

/** How much is measured. */
export interface Options {
  /** Published posts in the publication that is measured. */
  posts: number;
  /** An empty or absent folder: the publication is written there, and nothing is measured. */
  into: string | null;
  /** Whether publications of several sizes are compared, and where `--into` has written them, if it has. */
  growth: boolean;
  from: string | null;
  /**
   * The length and number of rounds in which each page is requested, alternately from us and from nginx; for the growth
   * table, how often each address is.
   */
  roundSeconds: number;
  rounds: number;
  /** Searches of each kind, and pages rendered for the first time. */
  requests: number;
  /** Starts of the server, and openings of each draft. */
  openings: number;
  /** Keys pressed in each draft. */
  keys: number;
  /** Saves of the long draft. */
  saves: number;
}

/** The output of `npm run bench -- --help`. */
export const USAGE = `npm run bench -- [--posts N] [--quick] [--into FOLDER | --growth [--from FOLDER]]

Measures this machine: pages against nginx with the same bytes, search, memory, and the editor in Chromium.

  --posts N   published posts in the publication that is measured (1000)
  --into FOLDER
              only writes the publication into this folder, for other measurements: 100,000 posts take minutes
  --growth    measures publications of 1,000, 10,000 and 100,000 posts instead, and prints how each figure grows;
              with --posts 10000 or --posts 1000, only the smaller ones
  --from FOLDER
              takes those that “--into FOLDER/growth-1000” and so on have written
  --quick     a short run, to check that the measurement works; its figures mean little`;

const FEWEST_POSTS = 50;
const MOST_POSTS = 150_000;

/**
 * Parses the command line, or returns null for help.
 * @throws OperatorError when the number of posts is not possible.
 */
export function parseOptions(args: string[]): Options | null {
  const { values } = parseArgs({
    args,
    options: {
      posts: { type: 'string' },
      quick: { type: 'boolean' },
      into: { type: 'string' },
      growth: { type: 'boolean' },
      from: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return null;
  const posts = Number(values.posts ?? (values.growth ? 100_000 : values.quick ? 100 : 1000));
  if (!Number.isInteger(posts) || posts < FEWEST_POSTS || posts > MOST_POSTS)
    throw new OperatorError(`--posts takes a whole number from ${FEWEST_POSTS} to ${MOST_POSTS}.`);
  const { into = null, from = null, growth = false } = values;
  const what = { posts, into, from, growth };
  return values.quick
    ? { ...what, roundSeconds: 1, rounds: 1, requests: 20, openings: 1, keys: 20, saves: 2 }
    : {
        ...what,
        roundSeconds: 4,
        rounds: 5,
        requests: Math.min(200, posts / 2),
        openings: 5,
        keys: 200,
        saves: 20,
      };
}
