import type { DateSettings } from '@/lib/language/dates';
import { LANGUAGES, type LanguageCode } from '@/lib/language/languages';
import type { LivePost } from '@/lib/posts/types';
import { creditsOf } from '../credits';
import { postUrl } from '../feeds/feed-content';
import type { Publisher } from '../structured-data/article';

/** A part of a citation; the titles of publications are in italics. */
export interface CitationPart {
  text: string;
  isTitle?: boolean;
}

/** How one style of citing writes a post. The names of the styles are the same in every language. */
export interface Citation {
  style: 'APA' | 'MLA' | 'Chicago';
  parts: CitationPart[];
}

interface Cited {
  names: string[];
  headline: string;
  publication: string;
  url: string;
  /** The date, by its parts. */
  day: string;
  month: string;
  year: string;
}

type Cites = Pick<LivePost, 'slug' | 'headline' | 'language' | 'byline' | 'source' | 'publishedAt'>;

/**
 * Cites a post in the three most used styles; a republished post by its original. Names are as printed: whether the
 * family name is first or last differs from person to person, so none is turned around.
 * @see https://apastyle.apa.org/style-grammar-guidelines/references/examples/newspaper-article-references
 * @see https://www.chicagomanualofstyle.org/tools_citationguide/citation-guide-1.html
 */
export function citationsOf(post: Cites, publisher: Publisher, dates: DateSettings): Citation[] {
  const cited = citedOf(post, publisher, dates);
  return [
    { style: 'APA', parts: apa(cited) },
    { style: 'MLA', parts: mla(cited) },
    { style: 'Chicago', parts: chicago(cited) },
  ];
}

function citedOf(post: Cites, { siteName, siteUrl }: Publisher, dates: DateSettings): Cited {
  const { source, headline, language } = post;
  const isElsewhere = /^https?:\/\//i.test(source?.url ?? '');
  return {
    names: creditsOf(post).map(({ name }) => name),
    headline,
    publication: source?.publication || source?.agency || siteName,
    url: source && isElsewhere ? source.url : postUrl(post, siteUrl),
    ...dateOf(source?.publishedOn || post.publishedAt, language, dates),
  };
}

function apa({ names, headline, publication, url, day, month, year }: Cited): CitationPart[] {
  const date = month ? `(${year}, ${month} ${day}). ` : `(${year}). `;
  const who = joined(names, ', & ');
  const start = who ? [{ text: `${ended(who)} ${date}` }] : [];
  const title = { text: headline, isTitle: true };
  const end = ended(headline) === headline ? ' ' : '. ';
  const dated = who ? [...start, title, { text: end }] : [title, { text: end + date }];
  return [...dated, { text: `${ended(publication)} ${url}` }];
}

function mla({ names, headline, publication, url, day, month, year }: Cited): CitationPart[] {
  return [
    { text: `${opened(names, ', and ')}“${ended(headline)}” ` },
    { text: publication, isTitle: true },
    { text: `, ${[day, month, year].filter(Boolean).join(' ')}, ${url.replace(/^https?:\/\//, '')}.` },
  ];
}

function chicago({ names, headline, publication, url, day, month, year }: Cited): CitationPart[] {
  return [
    { text: `${opened(names, ' and ')}“${ended(headline)}” ` },
    { text: publication, isTitle: true },
    { text: `, ${month && `${month} ${day}, `}${year}. ${url}.` },
  ];
}

function opened(names: string[], last: string): string {
  const who = joined(names, last);
  return who ? `${ended(who)} ` : '';
}

function joined(names: string[], last: string): string {
  if (names.length < 2) return names[0] ?? '';
  return names.slice(0, -1).join(', ') + last + names.at(-1);
}

/** Adds the full stop, unless the words end a sentence themselves. */
function ended(words: string): string {
  return /[.?!…។៕៖]$/.test(words) ? words : `${words}.`;
}

/** @param at epoch ms, or a day such as `2022-11-02`, or less exact: `2022`. */
function dateOf(at: number | string, language: LanguageCode, { timeZone }: DateSettings) {
  const instant = typeof at === 'number' ? at : Date.parse(`${at}T12:00:00Z`);
  if (Number.isNaN(instant)) return { year: String(at), month: '', day: '' };
  const format = new Intl.DateTimeFormat(LANGUAGES[language].intlLocale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: typeof at === 'number' ? timeZone : 'UTC',
    // Reference lists are sorted and searched by their digits.
    numberingSystem: 'latn',
  });
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  const part = (type: 'day' | 'month' | 'year') => parts.get(type) ?? '';
  return { year: part('year'), month: part('month'), day: part('day') };
}
