import { STATUS_TONES } from '@/components/desk/ui/badge';
import { adminPostPath, postPath } from '@/lib/addresses';
import { formatDate } from '@/lib/language/dates';
import { fill } from '@/lib/language/fill';
import { LANGUAGES, type LanguageCode } from '@/lib/language/languages';
import type { DeskStrings } from '@/lib/language/strings';
import type { OtherVersion } from '@/lib/posts/list-other-versions';
import type { ListedPost } from '@/lib/posts/list-posts';
import { isPublic } from '@/lib/visibility';
import type { PostRow } from './post-list-types';

/** What the text of a row depends on: the admin's strings and language, the publication's time zone. */
export interface Wording {
  words: DeskStrings;
  language: LanguageCode;
  timeZone: string;
}

/**
 * Returns a post of the list with all texts of its row, in the language of the admin.
 * @param versions its versions in other languages.
 */
export function rowOf(post: ListedPost, wording: Wording, versions: OtherVersion[] = []): PostRow {
  const { words } = wording;
  const badges: PostRow['badges'] = [
    { words: words.status[post.status], tone: STATUS_TONES[post.status] },
    ...(post.frontPlace ? [{ words: words.posts[post.frontPlace], tone: 'plain' as const }] : []),
    ...(post.isSample ? [{ words: words.common.sample, tone: 'attention' as const }] : []),
    ...(post.hasUnpublishedChanges
      ? [{ words: words.posts.unpublishedChanges, tone: 'plain' as const }]
      : []),
    ...(post.kind === 'page' ? [{ words: words.posts.fixedPage, tone: 'plain' as const }] : []),
  ];
  return {
    id: post.id,
    headline: post.headline,
    language: post.language,
    status: post.status,
    badges,
    facts: [LANGUAGES[post.language].ownName, post.byline, dateOf(post, wording)].filter(Boolean),
    versions: versions.map(({ postId, language }) => ({
      href: adminPostPath(postId),
      language,
      name: LANGUAGES[language].ownName,
    })),
    viewHref: isPublic(post.status) ? postPath(post.slug) : null,
  };
}

function dateOf(post: ListedPost, { words, language, timeZone }: Wording): string {
  // Latin digits, as in the date fields nearby, which follow the browser.
  const on = (instant: number, style: 'shortDay' | 'moment' = 'shortDay') =>
    formatDate(instant, language, { timeZone, hasOwnDigits: false }, style);
  if (post.status === 'binned' && post.binnedAt)
    return fill(words.posts.binnedOn, { date: on(post.binnedAt) });
  if (post.status === 'scheduled' && post.scheduledAt)
    return fill(words.posts.scheduledFor, { date: on(post.scheduledAt, 'moment') });
  if (isPublic(post.status) && post.publishedAt)
    return fill(words.posts.publishedOn, { date: on(post.publishedAt) });
  return fill(words.posts.writtenOn, { date: on(post.updatedAt) });
}
