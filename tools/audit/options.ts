import { parseArgs } from 'node:util';
import { OperatorError } from '@/lib/errors';

const PARTS = ['markup', 'lighthouse', 'slow-phone'] as const;

/** A part of the audit, by its name on the command line. */
export type Part = (typeof PARTS)[number];

/** What is checked, and how often. */
export interface Options {
  parts: readonly Part[];
  /** Prefixes of page names; an empty list means every page. */
  pages: string[];
  /** How often Lighthouse runs on each page: the median score must be perfect. */
  runs: number;
}

/** The output of `npm run audit -- --help`. */
export const USAGE = `npm run audit -- [--only PART]… [--page NAME]… [--runs N]

Judges every kind of page of the production build: its HTML by the Nu HTML checker, itself by
Lighthouse as a phone sees it, and how soon it is painted on a slow phone. Fails unless all is well.

  --only PART   ${PARTS.join(', ')} (all of them)
  --page NAME   only pages whose name begins with this, such as front-page or post (all of them)
  --runs N      how often Lighthouse checks each page; the median score counts (3)`;

const USUAL_RUNS = 3;
const MOST_RUNS = 20;

/**
 * Parses the command line, or returns null for help.
 * @throws OperatorError when an option or a value is unknown.
 */
export function parseOptions(args: string[]): Options | null {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string', multiple: true },
      page: { type: 'string', multiple: true },
      runs: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return null;
  const runs = Number(values.runs ?? USUAL_RUNS);
  if (!Number.isInteger(runs) || runs < 1 || runs > MOST_RUNS)
    throw new OperatorError(`--runs takes a whole number from 1 to ${MOST_RUNS}.`);
  const wanted = values.only ?? PARTS;
  const parts = PARTS.filter((part) => wanted.includes(part));
  if (parts.length < new Set(wanted).size) throw new OperatorError(`--only takes ${PARTS.join(', ')}.`);
  return { parts, pages: values.page ?? [], runs };
}
