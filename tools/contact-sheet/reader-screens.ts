import type { Page } from '@playwright/test';
import type { Db } from '@/db/client';
import { copyPath, postPath } from '@/lib/addresses';
import { LANGUAGE_CODES, type LanguageCode } from '@/lib/language/languages';
import { busyPage } from '@/lib/serving/busy-answer';
import type { Screen } from './take-shots';

/** The width of the text on a sheet of A4, in CSS pixels. */
const SHEET_PX = 642;

/**
 * Returns what else readers see than pages: their prints, their copies in one file, the cards that networks show of them,
 * and the page that is sent when there is too much to do.
 */
export function readerScreens(db: Db): Screen[] {
  // Of a post with a picture, networks show that picture.
  const newest = (condition: string) =>
    db.$client.prepare(
      `select posts.slug from posts join revisions on revisions.id = posts.live_revision_id
        where posts.status = 'published' and posts.kind = 'post' and posts.language = ? and ${condition}
        order by posts.published_at desc limit 1`,
    );
  const [sample, plain] = [newest('posts.is_sample = 1'), newest('revisions.lead_media_id is null')];
  return LANGUAGE_CODES.flatMap((language) => [
    ...screensOf(String(sample.pluck().get(language)), language),
    {
      name: `sharing-card-${language}`,
      path: postPath(String(plain.pluck().get(language))),
      open: openCard,
      widths: [1280],
    },
  ]);
}

function screensOf(slug: string, language: LanguageCode): Screen[] {
  const path = postPath(slug);
  const print = (page: Page) => page.emulateMedia({ media: 'print' });
  return [
    { name: `print-${language}`, path, open: print, widths: [SHEET_PX] },
    { name: `copy-${language}`, path, open: (page) => openCopy(page, slug) },
    { name: `busy-${language}`, path, open: (page) => showAlone(page, busyPage(language)) },
  ];
}

/** Browsers download a copy: its content takes the place of the page. */
async function openCopy(page: Page, slug: string): Promise<void> {
  const answer = await page.request.get(new URL(copyPath(slug), page.url()).href);
  await showAlone(page, await answer.text());
}

/** Shows a document without the policy of the page that was there, which would refuse its styles. */
async function showAlone(page: Page, html: string): Promise<void> {
  await page.goto('about:blank');
  await page.setContent(html);
}

async function openCard(page: Page): Promise<void> {
  const address = await page.locator('meta[property="og:image"]').first().getAttribute('content');
  if (address) await page.goto(address);
}
