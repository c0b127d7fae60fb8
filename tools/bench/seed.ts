import { join } from 'node:path';
import { type Db, migrate, openDatabase } from '@/db/client';
import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import type { LanguageCode } from '@/lib/language/languages';
import { createPost } from '@/lib/posts/commands/create-post';
import { indexChangedDrafts } from '@/lib/posts/index-drafts';
import { claimOwner } from '@/lib/setup/claim-owner';
import { OWNER_CLAIM } from '@/tools/running/owner';
import { buildAuthor, buildPost, buildSeries, buildTopic } from '@/tools/testing/factories';
import { addOthers } from './seeding/add-others';
import { addPictures } from './seeding/add-pictures';
import { addPosts, type Surroundings } from './seeding/add-posts';
import { rareWord } from './seeding/text-of-post';
import { Writer } from './writer';

const WORDS_IN_LONG_DRAFT = 10_000;
const TOPICS = 8;
const AUTHORS = 6;
const SERIES = 4;
const POSTS_FOR_A_PICTURE = 10;
const MOST_PICTURES = 5000;
const CACHE_KIB = 400_000;

/** What can be requested from the publication that is measured. */
export interface Seeded {
  dataDir: string;
  /** Paths of the posts in each language, oldest first. */
  paths: Record<LanguageCode, string[]>;
  /** Words that each occur in only one post. */
  rareWords: string[];
  /** Words of each language, the most frequent first. */
  words: Record<LanguageCode, string[]>;
  emptyDraftId: number;
  longDraftId: number;
  /** How long it took to write. */
  writing: { seconds: number; processorSeconds: number };
}

/**
 * Fills a data folder with a publication: posts of about 900 words in both languages with all that belongs to them, an
 * owner and drafts. The posts are written in bulk; a test compares them with what the commands would have made.
 * 100,000 posts take minutes.
 */
export async function seed(dataDir: string, posts: number): Promise<Seeded> {
  const [startedAt, before] = [performance.now(), process.cpuUsage()];
  const db = openDatabase(join(dataDir, 'broadside.db'));
  migrate(db);
  // Nobody else reads the file yet, and a seed that was interrupted is thrown away: nothing needs a log on the disk.
  db.$client.pragma('journal_mode = MEMORY');
  db.$client.pragma('synchronous = OFF');
  db.$client.pragma(`cache_size = -${CACHE_KIB}`);
  const context = { actor: OPERATOR, now: Date.now() };
  const { userId: ownerId } = requireValue(await claimOwner(db, OWNER_CLAIM, context));
  const writers = { en: new Writer('en'), km: new Writer('km') };
  const pictures = await addPictures(db, dataDir, pictureCount(posts), context.now);
  const paths = addPosts(db, writers, { ...addSurroundings(db), ownerId, pictures }, posts);
  addOthers(db, writers.en, posts);
  const { postId: emptyDraftId } = requireValue(createPost(db, { language: 'en' }, context));
  const long = { headline: 'A long draft', body: writers.en.body(WORDS_IN_LONG_DRAFT) };
  const { postId: longDraftId } = buildPost(db, { ...long, status: 'draft' });
  await indexChangedDrafts(db);
  db.$client.pragma('journal_mode = WAL');
  db.$client.close();
  const { user, system } = process.cpuUsage(before);
  return {
    dataDir,
    paths,
    rareWords: Array.from({ length: posts }, (_, n) => rareWord(n)),
    words: { en: writers.en.vocabulary, km: writers.km.vocabulary },
    emptyDraftId,
    longDraftId,
    writing: { seconds: (performance.now() - startedAt) / 1000, processorSeconds: (user + system) / 1e6 },
  };
}

function pictureCount(posts: number): number {
  return Math.min(MOST_PICTURES, Math.ceil(posts / POSTS_FOR_A_PICTURE));
}

function addSurroundings(db: Db): Omit<Surroundings, 'ownerId' | 'pictures'> {
  return {
    topicIds: Array.from({ length: TOPICS }, (_, n) => buildTopic(db, `Topic ${n + 1}`).topicId),
    authors: Array.from({ length: AUTHORS }, (_, n) => {
      const name = `Author ${n + 1}`;
      return { authorId: buildAuthor(db, name).authorId, name };
    }),
    seriesIds: Array.from({ length: SERIES }, (_, n) => buildSeries(db, `Series ${n + 1}`).seriesId),
  };
}
