import { parseArgs } from 'node:util';
import { OperatorError } from '@/lib/errors';

const PARTS = ['markup', 'lighthouse', 'slow-phone'] as const;

/** A part of the audit, by the name that the command line has for it. */
export type Part = (typeof PARTS)[number];

/** What is looked at, and how often. */
export interface Options {
  parts: readonly Part[];
  /** The beginnings of pages' names; every page when there are none. */
  pages: string[];
  /** How often Lighthouse looks at each page: its middle score must be perfect. */
  runs: number;
}

/** What `npm run audit -- --help` says. */
export const USAGE = `npm run audit -- [--only PART]… [--page NAME]… [--runs N]

Judges every kind of page of the production build: its HTML by the Nu HTML checker, itself by
Lighthouse as a phone sees it, and how soon it is painted on a slow phone. Fails unless all is well.

  --only PART   ${PARTS.join(', ')} (all of them)
  --page NAME   only pages whose name begins so, such as front-page or post (all of them)
  --runs N      how often Lighthouse looks at each page, of which the middle score counts (3)`;

const USUAL_RUNS = 3;
const MOST_RUNS = 20;

/**
 * What the command line asks for, or null for help.
 * @throws OperatorError when it asks for what there is not.
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
