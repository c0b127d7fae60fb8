import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Site } from './fixtures';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.2 A and AA, and axe's own good practices. */
const RULES: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

/**
 * What axe finds on the page that is open, a line each. The policy of our pages binds pages, not this.
 * @param within a selector of the part that is looked at; all of the page without it.
 */
export async function findings(page: Page, within = 'html'): Promise<string[]> {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate<AxeResults, [string, RunOptions]>(
    ([within, rules]) =>
      (window as unknown as { axe: typeof import('axe-core') }).axe.run(
        within === 'html' ? document : within,
        rules,
      ),
    [within, RULES],
  );
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

/** The address of every kind of page that readers see, and of every sample, since they hold every kind of block. */
export function kindsOfPages(site: Site): string[] {
  const select = (sql: string) => site.db.$client.prepare(sql).pluck().all() as string[];
  const paths = [
    ...select("select '/' || slug from posts where status = 'published'"),
    ...select("select '/topics/' || slug from topics limit 2"),
    ...select("select '/series/' || slug from series limit 1"),
    ...select("select '/authors/' || slug from authors limit 2"),
  ];
  const lists = [
    '/',
    '/en',
    '/km',
    '/topics',
    '/series',
    '/archive',
    '/feeds',
    '/feeds/about/feed.xml',
    '/corrections',
    '/nothing-is-here',
  ];
  const searches = [
    '/search',
    '/search?q=river',
    `/search?q=${encodeURIComponent('បណ្ណាល័យ')}`,
    '/search?q=zzzz',
  ];
  return [...lists, ...searches, ...paths.map(encodeURI)];
}
