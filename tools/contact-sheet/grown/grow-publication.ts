import type { Db } from '@/db/client';
import { OPERATOR } from '@/lib/actor';
import type { Context } from '@/lib/commands';
import type { Body } from '@/lib/document/types';
import { requireValue } from '@/lib/errors';
import { listAuthors, updateAuthor } from '@/lib/labels/authors';
import { listTopics } from '@/lib/labels/topics';
import { LANGUAGE_CODES, type LanguageCode, localText } from '@/lib/language/languages';
import { findMediaFacts } from '@/lib/media/queries';
import { uploadRecording } from '@/lib/media/recordings/upload-recording';
import { pickPost, pinPost } from '@/lib/posts/commands/place-on-front';
import { updateSite } from '@/lib/posts/commands/update-site';
import type { Writing } from '@/lib/posts/types';
import { body, paragraph } from '@/lib/samples/content/nodes';
import { buildPost } from '@/tools/testing/factories';
import { phoneFilm } from '@/tools/testing/films';
import { everything } from './everything';
import { uploadPerson } from './pictures';
import { EVERYTHING, ORDINARY, PARAGRAPHS, PORTRAIT_LEAD, REPUBLISHED } from './words';

const DAY_MS = 24 * 60 * 60 * 1000;
/** So many posts are of the last weeks; those before are of earlier months and years. */
const RECENT = 10;

interface Grown {
  db: Db;
  mediaDir: string;
  now: number;
}

/**
 * Adds to a publication with samples what one has after some years: several pages of posts in both languages, headlines of
 * every length, portraits, a pinned post and editor's picks, words in its footer, and posts with everything that a text
 * can have.
 */
export async function growPublication(grown: Grown): Promise<void> {
  const { db, now } = grown;
  const context = { actor: OPERATOR, now };
  await givePortraits(grown);
  const postIds = LANGUAGE_CODES.flatMap((language) => addOrdinaryPosts(grown, language));
  await addSpecialPosts(grown);
  requireValue(updateSite(db, FOOTER, context));
  const [, pinned, , ...others] = postIds;
  if (pinned !== undefined) requireValue(pinPost(db, { postId: pinned, until: null }, context));
  for (const postId of others.slice(0, 4)) requireValue(pickPost(db, { postId }, context));
}

const FOOTER: Parameters<typeof updateSite>[1] = {
  tagline: { en: 'Arguments from a river town', km: 'ទស្សនៈពីទីក្រុងក្បែរទន្លេ' },
  footer: {
    en: 'The Lamp is read on both banks. It takes no advertising and belongs to its writers.',
    km: 'យើងមិនទទួលពាណិជ្ជកម្មទេ។ សារព័ត៌មាននេះជារបស់អ្នកនិពន្ធ។',
  },
  contact: 'letters@example.org',
  social: ['https://t.me/example', 'https://www.facebook.com/example'],
  blogroll: [
    { label: { en: 'The Delta Courier' }, path: 'https://example.org/courier' },
    { label: { en: 'River Almanac' }, path: 'https://example.org/almanac' },
  ],
  licence: 'by-nd',
};

/** Gives portraits to the first two authors; the others have none, as in most publications. */
async function givePortraits({ db, mediaDir, now }: Grown): Promise<void> {
  for (const [colour, author] of listAuthors(db).slice(0, 2).entries()) {
    const name = localText(author.name, 'en');
    const square = { name, widthPx: 480, heightPx: 480, colour, alt: name };
    const mediaId = await uploadPerson(db, square, mediaDir, now);
    const { id, biography, links, isOrganisation } = author;
    const changed = { id, name: author.name, biography, links, isOrganisation, slug: author.slug, mediaId };
    requireValue(updateAuthor(db, changed, { actor: OPERATOR, now }));
  }
}

/** @returns the ids, newest first. */
function addOrdinaryPosts({ db, now }: Grown, language: LanguageCode): number[] {
  const authors = listAuthors(db);
  const topics = listTopics(db);
  const pictures = sampleFigures(db);
  return ORDINARY[language].map(({ headline, standfirst = '' }, index) => {
    const byline = [authors[index % authors.length], ...(index % 6 === 2 ? authors.slice(0, 1) : [])];
    const writing: Partial<Writing> = {
      headline,
      standfirst,
      body: ordinaryBody(language, index),
      byline: byline.flatMap((author) =>
        author ? [{ authorId: author.id, name: localText(author.name, language) }] : [],
      ),
      topicIds: [topics[index % topics.length]?.id].flatMap((id) => id ?? []),
      leadMediaId: index % 2 === 0 ? (pictures[(index / 2) % pictures.length]?.mediaId ?? null) : null,
    };
    return buildPost(db, { ...writing, language, now: now - daysAgo(index) * DAY_MS }).postId;
  });
}

function daysAgo(index: number): number {
  return index < RECENT ? index * 2 + 0.5 : 20 + (index - RECENT) * 61;
}

function ordinaryBody(language: LanguageCode, index: number): Body {
  const all = PARAGRAPHS[language];
  return body(...all.map((_, n) => paragraph(all[(n + index) % all.length] ?? '')));
}

async function addSpecialPosts({ db, mediaDir, now }: Grown): Promise<void> {
  const context: Context & { mediaDir: string } = { actor: OPERATOR, now, mediaDir };
  const high = {
    name: 'trees',
    widthPx: 1200,
    heightPx: 1800,
    colour: 1,
    alt: 'A woman in front of a green wall.',
  };
  const portrait = await uploadPerson(db, high, mediaDir, now);
  const film = { format: 'mp4' as const, pieces: whole(phoneFilm()), originalName: 'lane.mp4' };
  const { mediaId: filmId } = requireValue(await uploadRecording(db, film, context));
  const figures = sampleFigures(db);
  const pictures = [...figures, ...figures.slice(0, 1)];
  const at = (days: number) => now - days * DAY_MS;
  const source = {
    publication: 'The Delta Courier',
    url: 'https://example.org/courier/clean-water',
    authors: ['Piseth Maro'],
    publishedOn: '2026-02-11',
    agency: '',
    rights: 'Republished with permission.',
  };
  const [first = ''] = PARAGRAPHS.km;
  for (const post of [
    { slug: EVERYTHING, headline: 'What a street is for', body: everything(pictures, filmId), now: at(33) },
    { slug: PORTRAIT_LEAD, headline: 'The woman who counts trees', leadMediaId: portrait, now: at(35) },
    {
      slug: REPUBLISHED,
      headline: 'ទឹកស្អាតមិនមែនជាអំណោយទេ',
      language: 'km' as const,
      text: first,
      source,
      now: at(36),
    },
  ])
    buildPost(db, post);
}

async function* whole(bytes: Buffer) {
  yield bytes;
}

/** Returns the pictures of the samples, with their words. */
function sampleFigures(db: Db) {
  const ids = db.$client
    .prepare("select id from media where is_sample = 1 and mime like 'image/%' order by id")
    .pluck()
    .all() as string[];
  const facts = findMediaFacts(db, ids);
  return ids.map((mediaId) => {
    const { alt = '', caption = '', credit = '' } = facts.get(mediaId) ?? {};
    return { mediaId, alt, caption, credit };
  });
}
