import type { Db } from '@/db/client';
import { translationGroups } from '@/db/schema';
import { postPath } from '@/lib/addresses';
import type { LanguageCode } from '@/lib/language/languages';
import { readSite } from '@/lib/settings/site';
import type { Writer } from '../writer';
import { bulkInsert } from './bulk-insert';
import { writePassages } from './passages';
import { type PlannedPost, postInserts } from './post-inserts';
import { textOfPost } from './text-of-post';

/** What posts refer to. */
export interface Surroundings {
  ownerId: number;
  topicIds: number[];
  authors: { authorId: number; name: string }[];
  seriesIds: number[];
  pictures: string[];
}

/**
 * However many posts there are, they were published within this time, so that the archive of a small publication and
 * that of a large one have the same months.
 */
const WITHIN_DAYS = 1000;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Posts that are committed together. */
const BATCH = 5000;
/** What FTS5 gathers in memory: usually 1 MB, with which it merges thousands of parts here. */
const GATHERED_BYTES = { usual: 2 ** 20, here: 64 * 2 ** 20 };

/** Every so many posts, one has each of these. */
const EVERY = { picture: 4, history: 20, correction: 100, changes: 100, translation: 20, series: 25 };
const PARTS = 12;

/**
 * Adds published posts to a publication that has none, alternately in English and Khmer.
 * @returns their paths in each language, oldest first.
 */
export function addPosts(
  db: Db,
  writers: Record<LanguageCode, Writer>,
  around: Surroundings,
  count: number,
): Record<LanguageCode, string[]> {
  const passages = {
    en: writePassages(writers.en, count / 2),
    km: writePassages(writers.km, count / 2),
  };
  const insert = postInserts(db.$client, around.ownerId, readSite(db).timeZone);
  const addGroup = bulkInsert(db.$client, translationGroups);
  const paths: Record<LanguageCode, string[]> = { en: [], km: [] };
  const known = new Set<ReadonlySet<string>>();
  const now = Date.now();
  const write = db.$client.transaction((first: number) => {
    for (let n = first; n < Math.min(first + BATCH, count); n += 1) {
      const post = planned(n, around, now - Math.round(((count - n) / count) * WITHIN_DAYS * DAY_MS));
      const writer = writers[post.language];
      if (post.translationGroupId !== null && n % 2 === 0) addGroup({ id: post.translationGroupId });
      if (n % EVERY.correction === 0) post.correction = writer.sentences(15);
      if (n % EVERY.changes === 1) post.changedHeadline = writer.headline(7);
      const text = textOfPost(writer, passages[post.language], n, count);
      insert(post, text);
      for (const words of text.body.known) known.add(words);
      paths[post.language].push(postPath(post.slug));
    }
  });
  gatherWords(db, GATHERED_BYTES.here);
  for (let first = 0; first < count; first += BATCH) write.immediate(first);
  gatherWords(db, GATHERED_BYTES.usual);
  addKnownWords(db, known);
  return paths;
}

/** Sets how many bytes of words the search indexes gather before they write and merge them. */
function gatherWords({ $client }: Db, bytes: number): void {
  for (const index of ['draft_search', 'post_search', 'headline_search'])
    $client.prepare(`insert into ${index} (${index}, rank) values ('hashsize', ?)`).run(`${bytes}`);
}

function addKnownWords(db: Db, known: Iterable<ReadonlySet<string>>): void {
  const insert = db.$client.prepare('insert or ignore into known_words (word) values (?)');
  const write = db.$client.transaction(() => {
    for (const words of known) for (const word of words) insert.run(word);
  });
  write.immediate();
}

/** Plans the nth post: its language, and what it belongs to. */
function planned(n: number, around: Surroundings, publishedAt: number): PlannedPost {
  const language = n % 2 === 0 ? 'en' : 'km';
  return {
    id: n + 1,
    slug: language === 'en' ? `piece-${n}` : `អត្ថបទ-${n}`,
    language,
    author: around.authors[n % around.authors.length] ?? { authorId: 0, name: '' },
    topicIds: two(around.topicIds, n),
    leadMediaId: n % EVERY.picture === 0 ? (around.pictures[n % around.pictures.length] ?? null) : null,
    series: seriesOf(n, around.seriesIds),
    // A post and the next one, which is in the other language.
    translationGroupId: n % EVERY.translation < 2 ? Math.floor(n / EVERY.translation) + 1 : null,
    changedHeadline: null,
    hasHistory: n % EVERY.history === 2,
    correction: null,
    publishedAt,
  };
}

function two(ids: number[], n: number): number[] {
  return [ids[n % ids.length], ids[(n + 1) % ids.length]].flatMap((id) => id ?? []);
}

/** Every 25th post is a part of a series, alternately in each language, until each series has 12 in both. */
function seriesOf(n: number, seriesIds: number[]): PlannedPost['series'] {
  if (n % EVERY.series !== 0) return null;
  const nth = Math.floor(n / EVERY.series / 2);
  const id = seriesIds[Math.floor(nth / PARTS)];
  return id === undefined ? null : { id, part: (nth % PARTS) + 1 };
}
