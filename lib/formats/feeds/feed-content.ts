import { mediaPath, postPath } from '@/lib/addresses';
import { escapeHtml } from '@/lib/document/escape';
import type { MediaFacts, Rendition } from '@/lib/document/media-facts';
import { LANGUAGES, type LanguageCode } from '@/lib/language/languages';
import type { Correction, LivePost, Source } from '@/lib/posts/types';
import { feedHtml } from './feed-html';
import { FEED_WORDS } from './feed-words';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Formats that every feed reader shows. */
const PLAIN_KINDS = ['image/jpeg', 'image/png', 'image/gif'];

/**
 * Renders the full text of a post for feeds: lead picture, standfirst, body, the note on its first
 * publication, corrections. All addresses are absolute.
 * @param siteUrl the public address, without a trailing slash.
 */
export function feedContent(post: LivePost, siteUrl: string): string {
  const parts = [
    post.leadMedia ? leadFigure(post.leadMedia, siteUrl) : '',
    post.standfirst ? `<p><em>${escapeHtml(post.standfirst)}</em></p>` : '',
    feedHtml(post.bodyHtml, postUrl(post, siteUrl)),
    post.source ? sourceNote(post.source, post.language) : '',
    ...post.corrections.map((correction) => correctionNote(correction, post.language)),
  ];
  return parts.filter(Boolean).join('\n');
}

/**
 * Returns the id of a post in feeds, which never changes with its address; an id from a former site is kept,
 * or every feed reader would show the post again.
 */
export function entryId({ feedId }: { feedId: string }): string {
  return UUID.test(feedId) ? `urn:uuid:${feedId}` : feedId;
}

/** Returns the public address of a post. */
export function postUrl(post: { slug: string }, siteUrl: string): string {
  return siteUrl + postPath(post.slug);
}

/** Returns the file of a picture that any feed reader can show, with its absolute address. */
export function feedRendition(media: MediaFacts, siteUrl: string): (Rendition & { url: string }) | null {
  const plain = media.renditions.filter(({ mime }) => PLAIN_KINDS.includes(mime));
  const rendition = plain.at(-1) ?? media.renditions.at(-1);
  return rendition ? { ...rendition, url: siteUrl + mediaPath(media.id, rendition.file) } : null;
}

function leadFigure(media: MediaFacts, siteUrl: string): string {
  const rendition = feedRendition(media, siteUrl);
  if (!rendition) return '';
  const { url, widthPx, heightPx } = rendition;
  const caption = [media.caption, media.credit].filter(Boolean).map(escapeHtml).join(' ');
  const image = `<img src="${escapeHtml(url)}" alt="${escapeHtml(media.alt)}" width="${widthPx}" height="${heightPx}">`;
  return `<figure>${image}${caption && `<figcaption>${caption}</figcaption>`}</figure>`;
}

function sourceNote(source: Source, language: LanguageCode): string {
  const words = FEED_WORDS[language];
  const publication = escapeHtml(source.publication || source.url);
  const isLink = /^https?:\/\//i.test(source.url);
  const place = isLink ? `<a href="${escapeHtml(source.url)}">${publication}</a>` : publication;
  const authors = source.authors.length > 0 ? `${words.by} ${source.authors.join(', ')}` : '';
  const more = [source.agency, authors, printedDay(source.publishedOn, language), source.rights].filter(
    Boolean,
  );
  return `<p>${words.firstPublishedIn} ${[place, ...more.map(escapeHtml)].join(', ')}</p>`;
}

/** Renders a correction as a paragraph. */
export function correctionNote({ note, publishedAt }: Correction, language: LanguageCode): string {
  const day = printedDay(new Date(publishedAt).toISOString().slice(0, 10), language);
  return `<p><strong>${FEED_WORDS[language].correction}, ${day}:</strong> ${escapeHtml(note)}</p>`;
}

/** Formats `2022-11-02` as a date in words; anything less exact is unchanged. */
function printedDay(day: string, language: LanguageCode): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day))) return day;
  const style = { dateStyle: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(LANGUAGES[language].intlLocale, style).format(Date.parse(day));
}
