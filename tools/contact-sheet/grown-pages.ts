import type { Db } from '@/db/client';
import { postPath } from '@/lib/addresses';
import { LANGUAGE_CODES } from '@/lib/language/languages';
import { EVERYTHING, PORTRAIT_LEAD, REPUBLISHED } from './grown/words';
import type { KindOfPage } from './kinds-of-pages';

/** Returns the kinds of page that only a publication of some years has (`growPublication`). */
export function grownPages(db: Db): KindOfPage[] {
  const longest = db.$client.prepare(
    `select posts.slug from posts join revisions on revisions.id = posts.live_revision_id
      where posts.language = ? order by length(revisions.headline) desc limit 1`,
  );
  return [
    { name: 'front-page-2', path: '/page/2' },
    ...LANGUAGE_CODES.map((language) => ({
      name: `post-long-headline-${language}`,
      path: postPath(String(longest.pluck().get(language))),
    })),
    { name: 'post-everything', path: postPath(EVERYTHING) },
    { name: 'text-everything', path: `/text${postPath(EVERYTHING)}` },
    { name: 'post-portrait-lead', path: postPath(PORTRAIT_LEAD) },
    { name: 'post-republished-km', path: postPath(REPUBLISHED) },
  ];
}

/** The front pages of a publication that shows whole posts there. */
export const WHOLE_FRONTS: KindOfPage[] = [
  { name: 'front-page-whole', path: '/' },
  { name: 'edition-km-whole', path: '/km' },
];
