import type { Db } from '@/db/client';
import { Refusal } from '@/lib/errors';
import { answerStatus } from '@/lib/fetching/answer-status';
import type { Reach } from '@/lib/fetching/destination';
import { isOwnPage } from './own-pages';

/** What is known of a list of links. */
export interface CheckedLinks {
  /** Nothing is there, or readers may not go there. */
  broken: string[];
  /** Those that did not say: too slow, or no site answered. They may well be right. */
  unsure: string[];
}

export interface LinkCheck {
  db: Db;
  /** The public address, without a slash at its end. */
  siteUrl: string;
  /** For tests alone. */
  reach?: Reach;
}

const AT_ONCE = 8;
const EACH_MS = 4000;
/** An author waits beside the list; what is not known by then stays unsure. */
const ALL_MS = 9000;
/** A page that is gone says so by these; others only keep machines out. */
const GONE = [404, 410];

/** Looks which links lead nowhere: those within the site by the database, others by asking them. */
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
  // Right for readers, perhaps, but nothing that we would ask.
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
