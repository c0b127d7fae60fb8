import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { RunOptions } from 'axe-core';
import type { Site } from './fixtures';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.2 A and AA, and axe's own best practices. */
const RULES: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
/** The rules that look at colours: only their results can differ in another colour scheme. */
const COLOUR_RULES: RunOptions = {
  // These rules read no stylesheets, which axe would fetch again.
  preload: false,
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
};

/**
 * Lists what axe finds on the open page, one line each: all rules in light, then the colour rules in dark. Afterwards
 * the page is light and has its styles again.
 * @param within selector of the part to check; by default the whole page.
 */
export async function findings(page: Page, within = 'html'): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await broken(page, within, RULES);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await broken(page, within, COLOUR_RULES);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map((line) => `in dark, ${line}`)];
}

/**
 * Runs axe without the restrictions of our Content Security Policy, which applies to pages, not to this call. Only the
 * violations leave the page: the rest is megabytes.
 */
async function broken(page: Page, within: string, rules: RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  return page.evaluate(
    async ([within, rules]) => {
      // Colours in transition belong to neither scheme.
      const transitions = document.getAnimations().filter((it) => it instanceof CSSTransition);
      await Promise.allSettled(transitions.map(({ finished }) => finished));
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      const options = { ...rules, resultTypes: ['violations' as const] };
      const { violations } = await axe.run(within === 'html' ? document : within, options);
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
    },
    [within, rules] as const,
  );
}

/** Returns the address of every kind of reader page and of every sample: the samples contain every kind of block. */
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
