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
 * @param hasBoth whether the page itself shows everything in light and in dark, so that one look is enough.
 */
export async function findings(page: Page, within = 'html', hasBoth = false): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await broken(page, within, RULES);
  if (hasBoth) return light;
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

/**
 * Returns the address of every kind of reader page, and of samples that have every kind of block between them, in
 * both languages.
 */
export function kindsOfPages(site: Site): string[] {
  const select = (sql: string) => site.db.$client.prepare(sql).pluck().all() as string[];
  const paths = [
    ...postsOfEveryKind(site).map((slug) => `/${slug}`),
    ...postsOfEveryKind(site)
      .slice(0, 1)
      .map((slug) => `/${slug}/reuse`),
    ...select("select '/topics/' || slug from topics limit 1"),
    ...select("select '/series/' || slug from series limit 1"),
    ...select("select '/authors/' || slug from authors limit 1"),
  ];
  const lists = [
    '/',
    '/km',
    '/topics',
    '/km/topics',
    '/km/archive',
    '/series',
    '/archive',
    '/feeds',
    '/feeds/about/feed.xml',
    '/corrections',
    '/recordings',
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

/** Chooses published posts, the fullest first, until no other has a kind, a language or a block of its own. */
function postsOfEveryKind({ db }: Site): string[] {
  const live = db.$client
    .prepare(
      `select posts.slug, posts.kind, posts.language, revisions.body, revisions.source is null as isOwn,
        posts.series_id is null as isAlone
      from posts join revisions on revisions.id = posts.live_revision_id
      where posts.status = 'published' order by length(revisions.body) desc`,
    )
    .all() as { slug: string; kind: string; language: string; body: string; isOwn: 0 | 1; isAlone: 0 | 1 }[];
  const seen = new Set<string>();
  return live.flatMap(({ slug, kind, language, body, isOwn, isAlone }) => {
    const blocks = body.match(/"type":"\w+"/g) ?? [];
    const all = [kind, language, `own: ${isOwn}`, `alone: ${isAlone}`, ...blocks];
    const isNew = all.some((one) => !seen.has(one));
    for (const one of all) seen.add(one);
    return isNew ? [slug] : [];
  });
}
