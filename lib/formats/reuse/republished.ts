import { escapeHtml } from '@/lib/document/escape';
import { renderBodyHtml } from '@/lib/document/html';
import { bodyText } from '@/lib/document/text';
import type { Body, BodyNode } from '@/lib/document/types';
import { type DateSettings, formatDate } from '@/lib/language/dates';
import { fill } from '@/lib/language/fill';
import { stringsFor } from '@/lib/language/strings';
import type { LivePost } from '@/lib/posts/types';
import { correctionNote, postUrl } from '../feeds/feed-content';
import { feedHtml } from '../feeds/feed-html';
import type { Publisher } from '../structured-data/article';

/** A public licence by its name and the address of its text. */
export interface ReuseLicence {
  name: string;
  url: string;
}

/** Where a post is from, and on what terms others may publish it. */
export interface Origin {
  publisher: Publisher;
  licence: ReuseLicence | null;
  dates: DateSettings;
}

/**
 * Whether others may publish a post: as its own setting says, or else if the publication's texts have a public
 * licence. A piece that is republished here is not ours to give away.
 */
export function isRepublishable(
  { republishing, source }: Pick<LivePost, 'republishing' | 'source'>,
  licence: ReuseLicence | null,
): boolean {
  if (republishing !== 'site') return republishing === 'yes';
  return licence !== null && source === null;
}

/** Renders the line for the head of another site's page by which search engines know the original. */
export function canonicalLine(post: Pick<LivePost, 'slug'>, { siteUrl }: Publisher): string {
  return `<link rel="canonical" href="${escapeHtml(postUrl(post, siteUrl))}">`;
}

/**
 * Renders a post for another site: headline, standfirst, byline, text, corrections, and the link back with the licence.
 * Without classes, and without pictures and recordings, whose rights may belong to others, and pull quotes, which
 * repeat the text. Notes link within the text.
 */
export function republishedHtml(post: LivePost, origin: Origin): string {
  const { siteUrl } = origin.publisher;
  const url = postUrl(post, siteUrl);
  const words = renderBodyHtml(wordsOnly(post.body), {
    media: new Map(),
    language: post.language,
    absoluteBase: siteUrl,
  });
  const body = feedHtml(words, url).replaceAll(`href="${escapeHtml(url)}#fn`, 'href="#fn');
  const link = (href: string, name: string) => `<a href="${escapeHtml(href)}">${escapeHtml(name)}</a>`;
  return [
    `<h1>${escapeHtml(post.headline)}</h1>`,
    post.standfirst && `<p><em>${escapeHtml(post.standfirst)}</em></p>`,
    `<p>${escapeHtml(bylineOf(post, origin))}</p>`,
    // A line for each block, so that the words can be found among the tags.
    body.replace(/<\/(?:p|h2|h3|ul|ol|blockquote|table|figure|section)>/g, '$&\n').trimEnd(),
    ...post.corrections.map((correction) => correctionNote(correction, post.language)),
    `<p>${originOf(post, origin, escapeHtml, link)}</p>`,
  ]
    .filter(Boolean)
    .join('\n');
}

/** Renders the same as plain text. */
export function republishedText(post: LivePost, origin: Origin): string {
  const words = stringsFor(post.language);
  const corrections = post.corrections.map(
    ({ note, publishedAt }) =>
      `${words.correction}, ${formatDate(publishedAt, post.language, origin.dates)}: ${note}`,
  );
  return [
    post.headline,
    post.standfirst,
    bylineOf(post, origin),
    ...bodyText(wordsOnly(post.body)).split('\n'),
    ...corrections,
    originOf(
      post,
      origin,
      (plain) => plain,
      (href, name) => (href === name ? href : `${name} (${href})`),
    ),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function bylineOf({ byline, language }: LivePost, { publisher }: Origin): string {
  const words = stringsFor(language);
  const names = byline.map(({ name }) => name);
  const last = names.pop();
  if (last === undefined) return publisher.siteName;
  const who = names.length > 0 ? `${names.join(words.listComma)} ${words.and} ${last}` : last;
  return `${words.by} ${who}, ${publisher.siteName}`;
}

/** Says where a post is from and on what terms it is published again. */
function originOf(
  post: LivePost,
  { publisher, licence, dates }: Origin,
  plain: (words: string) => string,
  link: (href: string, name: string) => string,
): string {
  const words = stringsFor(post.language);
  const url = postUrl(post, publisher.siteUrl);
  const site = link(publisher.siteUrl, publisher.siteName);
  const date = plain(formatDate(post.publishedAt, post.language, dates));
  const origin = fill(plain(words.reuseOrigin), { site, date, url: link(url, url) });
  const terms = licence
    ? fill(plain(words.reuseUnderLicence), { licence: link(licence.url, licence.name) })
    : fill(plain(words.reuseByPermission), { site: plain(publisher.siteName) });
  return `${origin} ${terms}`;
}

const LEFT_OUT = new Set(['figure', 'gallery', 'audio', 'video', 'pullQuote']);

function wordsOnly(body: Body): Body {
  return { ...body, content: kept(body.content ?? []) };
}

function kept(nodes: BodyNode[]): BodyNode[] {
  return nodes
    .filter(({ type }) => !LEFT_OUT.has(type))
    .map((node) => (node.content ? { ...node, content: kept(node.content) } : node));
}
