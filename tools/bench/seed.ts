import { join } from 'node:path';
import { type Db, migrate, openDatabase } from '@/db/client';
import { OPERATOR } from '@/lib/actor';
import { postPath } from '@/lib/addresses';
import { requireValue } from '@/lib/errors';
import type { LanguageCode } from '@/lib/language/languages';
import { createPost } from '@/lib/posts/commands/create-post';
import { claimOwner } from '@/lib/setup/claim-owner';
import { OWNER_CLAIM } from '@/tools/running/owner';
import { buildAuthor, buildPost, buildTopic } from '@/tools/testing/factories';
import { inventedWord, Writer } from './writer';

const WORDS_IN_POST = 900;
const WORDS_IN_LONG_DRAFT = 10_000;
const HOUR_MS = 60 * 60 * 1000;
/** Posts that are committed together. */
const BATCH = 200;
const RARE_SYLLABLES = 4;

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
}

/**
 * Fills a data folder with posts of 900 words in both languages, an owner and two drafts, using the ordinary commands.
 */
export async function seed(dataDir: string, posts: number): Promise<Seeded> {
  const db = openDatabase(join(dataDir, 'broadside.db'));
  migrate(db);
  const writers = { en: new Writer('en'), km: new Writer('km') };
  const paths = writePosts(db, writers, posts);
  const context = { actor: OPERATOR, now: Date.now() };
  requireValue(await claimOwner(db, OWNER_CLAIM, context));
  const { postId: emptyDraftId } = requireValue(createPost(db, { language: 'en' }, context));
  const long = { headline: 'A long draft', body: writers.en.body(WORDS_IN_LONG_DRAFT) };
  const { postId: longDraftId } = buildPost(db, { ...long, status: 'draft' });
  db.$client.close();
  return {
    dataDir,
    paths,
    rareWords: Array.from({ length: posts }, (_, n) => rareWord(n)),
    words: { en: writers.en.vocabulary, km: writers.km.vocabulary },
    emptyDraftId,
    longDraftId,
  };
}

function writePosts(db: Db, writers: Record<LanguageCode, Writer>, count: number) {
  const paths: Record<LanguageCode, string[]> = { en: [], km: [] };
  const topics = Array.from({ length: 8 }, () => buildTopic(db).topicId);
  const authors = Array.from({ length: 6 }, (_, n) => {
    const name = `Author ${n + 1}`;
    return { authorId: buildAuthor(db, name).authorId, name };
  });
  const now = Date.now();
  const write = db.$client.transaction((first: number) => {
    for (let n = first; n < Math.min(first + BATCH, count); n += 1) {
      const language: LanguageCode = n % 2 === 0 ? 'en' : 'km';
      const writer = writers[language];
      const slug = language === 'en' ? `piece-${n}` : `អត្ថបទ-${n}`;
      buildPost(db, {
        language,
        slug,
        headline: writer.headline(7),
        standfirst: writer.sentences(20),
        body: writer.body(WORDS_IN_POST, rareWord(n)),
        byline: authors.slice(n % authors.length, (n % authors.length) + 1),
        topicIds: topics.slice(n % topics.length, (n % topics.length) + 2),
        now: now - (count - n) * 8 * HOUR_MS,
      });
      paths[language].push(postPath(slug));
    }
  });
  for (let first = 0; first < count; first += BATCH) write.immediate(first);
  return paths;
}

function rareWord(number: number): string {
  return inventedWord(number, RARE_SYLLABLES);
}
