import type { Db } from '@/db/client';
import { Refusal } from '@/lib/errors';
import { answerStatus } from '@/lib/fetching/answer-status';
import type { Reach } from '@/lib/fetching/destination';
import { isOwnPage } from './own-pages';

/** The results for a list of links. */
export interface CheckedLinks {
  /** The page does not exist, or readers cannot open it. */
  broken: string[];
  /** Links that could not be checked: too slow, or no site answered. They may well be right. */
  unsure: string[];
}

export interface LinkCheck {
  db: Db;
  /** The public address, without a trailing slash. */
  siteUrl: string;
  /** For tests only. */
  reach?: Reach;
}

const AT_ONCE = 8;
const EACH_MS = 4000;
/** An author is waiting for the list; links that are not checked by then stay unchecked. */
const ALL_MS = 9000;
/** Statuses of a page that is gone; other error statuses only keep bots out. */
const GONE = [404, 410];

/** Finds broken links: internal ones by the database, external ones by a request. */
export async function checkLinks(hrefs: string[], check: LinkCheck): Promise<CheckedLinks> {
  const checked: CheckedLinks = { broken: [], unsure: [] };
  const waiting = [...new Set(hrefs)];
  const until = Date.now() + ALL_MS;
  const worker = async () => {
    for (let href = waiting.shift(); href !== undefined; href = waiting.shift()) {
      const left = until - Date.now();
      const verdict = left > 0 ? await verdictOn(href, Math.min(left, EACH_MS), check) : 'unsure';
      if (verdict !== 'right') checked[verdict].push(href);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return checked;
}

type Verdict = 'right' | 'broken' | 'unsure';

async function verdictOn(
  href: string,
  timeoutMs: number,
  { db, siteUrl, reach }: LinkCheck,
): Promise<Verdict> {
  const url = URL.canParse(href, siteUrl) ? new URL(href, siteUrl) : null;
  if (!url) return 'broken';
  if (url.origin === new URL(siteUrl).origin) return isOwnPage(db, url.pathname) ? 'right' : 'broken';
  // It may work for readers, but we do not request it.
  if (url.username || (url.port && url.origin !== reach?.testOrigin)) return 'unsure';
  try {
    const status = await answerStatus(url.href, timeoutMs, reach);
    if (GONE.includes(status)) return 'broken';
    return status < 400 ? 'right' : 'unsure';
  } catch (error) {
    if (error instanceof Refusal) return error.code === 'invalid' ? 'broken' : 'unsure';
    throw error;
  }
}
