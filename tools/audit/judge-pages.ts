import { join } from 'node:path';
import { quietChromium } from '@/tools/running/quiet-chromium';
import type { Audit, System, Verdict } from './audit';
import type { AuditedPage } from './audited-pages';
import { readScores, type Scores } from './lighthouse-report';
import { runToEnd } from './run-to-end';
import { middleScores, renderHeading, renderScores } from './score-table';

const LIGHTHOUSE = 'lighthouse/cli/index.js';

/** A page in Khmer, by its name. */
const IN_KHMER = /-km\b/;

/**
 * Runs Lighthouse as a phone on every page, and on those in Khmer again on systems with other typefaces, and reports
 * each verdict at once; a score below 100 is a fault.
 */
export async function judgePages(audit: Audit): Promise<Verdict> {
  let [judged, imperfect] = [0, 0];
  for (const system of audit.systems) {
    const pages = audit.pages.filter(
      ({ name, isMarkupOnly }) => !isMarkupOnly && (!system.isForKhmer || IN_KHMER.test(name)),
    );
    audit.say(renderHeading(system.typeface, audit.options.runs));
    for (const page of pages) {
      const runs: Scores[] = [];
      while (runs.length < audit.options.runs) runs.push(await judge(audit, system, page));
      audit.say(renderScores({ name: page.name, runs }));
      judged += 1;
      if (Math.min(...middleScores(runs)) < 100) imperfect += 1;
    }
  }
  return { report: `Lighthouse: ${judged} judgements, ${imperfect} below 100`, hasPassed: imperfect === 0 };
}

async function judge(audit: Audit, system: System, page: AuditedPage): Promise<Scores> {
  const args = [
    join(audit.tools.packages, LIGHTHOUSE),
    audit.url + encodeURI(page.path),
    '--quiet',
    '--output=json',
    `--chrome-flags=${['--headless=new', ...quietChromium()].join(' ')}`,
    // The 404 page is judged like any other.
    '--ignore-status-code',
    ...(page.isPrivate ? [`--extra-headers=${JSON.stringify({ Cookie: audit.cookie })}`] : []),
    ...(await notMeant(audit, page)).map((id) => `--skip-audits=${id}`),
  ];
  const env = { ...system.env, CHROME_PATH: audit.tools.chromium };
  return readScores(await runToEnd([process.execPath, args], audit.cleanUp, env));
}

/** Returns the audits that a page fails on purpose, because search engines are to leave it out. */
async function notMeant({ url, cookie }: Audit, { path, isPrivate }: AuditedPage): Promise<string[]> {
  const answer = await fetch(url + encodeURI(path), { headers: isPrivate ? { cookie } : {} });
  const html = await answer.text();
  const isHidden = /<meta name="robots" content="[^"]*noindex/.test(html);
  return [
    ...(isHidden || answer.status >= 400 ? ['is-crawlable'] : []),
    ...(answer.status >= 400 ? ['http-status-code', 'errors-in-console'] : []),
  ];
}
