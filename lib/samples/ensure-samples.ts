import { inArray } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { audit, posts } from '@/db/schema';
import { OPERATOR } from '@/lib/actor';
import type { Context } from '@/lib/commands';
import { requireValue } from '@/lib/errors';
import { createAuthor } from '@/lib/labels/authors';
import { createTopic } from '@/lib/labels/topics';
import { localText } from '@/lib/language/languages';
import { NO_LEAD_WORDS } from '@/lib/media/lead-words';
import { describeMedia } from '@/lib/media/manage-media';
import { uploadMedia } from '@/lib/media/upload-media';
import { correctPost } from '@/lib/posts/commands/correct-post';
import { createPost } from '@/lib/posts/commands/create-post';
import { linkTranslation } from '@/lib/posts/commands/link-translation';
import { publishPost } from '@/lib/posts/commands/publish-post';
import { saveDraft } from '@/lib/posts/commands/save-draft';
import type { Writing } from '@/lib/posts/types';
import { putIntoSeries } from '@/lib/series/arrange-parts';
import { createSeries } from '@/lib/series/series';
import { readSite } from '@/lib/settings/site';
import { sampleAuthors, sampleSeries, sampleTopics } from './content/people-and-topics';
import type { Picture, SamplePost } from './content/sample';
import { samplePosts } from './content/samples';
import { hasSamples } from './has-samples';
import { drawPicture, type PictureName, pictureNames, samplePictures } from './pictures/pictures';
import { removeSampleFiles, removeSamples } from './remove-samples';

const DAY_MS = 24 * 60 * 60 * 1000;

export interface EnsureSamples {
  /** The absolute path of the folder for pictures. */
  mediaDir: string;
  /** The current time, epoch ms. */
  now: number;
  /** Called with a sentence about what is being done, before it begins, because it takes some seconds. */
  say?: (sentence: string) => void;
}

/** The ids of the samples' authors, topics, series and pictures. */
interface Made {
  authorIds: Map<string, number>;
  topicIds: Map<string, number>;
  mediaIds: Map<PictureName, string>;
  seriesIds: Map<string, number>;
}

/**
 * Creates the sample posts with the ordinary commands, in a publication that never had a post. Pictures are
 * uploaded first and are the same files at each run; all else commits together, so that the next start
 * completes an interrupted one.
 * @returns true when samples were created.
 */
export async function ensureSamples(db: Db, { mediaDir, now, say }: EnsureSamples): Promise<boolean> {
  if (wasWritten(db)) return false;
  say?.('Drawing the pictures of the sample posts…');
  const mediaIds = await uploadPictures(db, { mediaDir, now });
  const unused = db.$client
    .transaction(() => {
      if (wasWritten(db)) return null;
      const made = { mediaIds, ...makePeopleAndTopics(db, { actor: OPERATOR, now }) };
      const postIds = new Map<string, number>();
      for (const sample of samplePosts) postIds.set(sample.slug, makePost(db, sample, made, postIds, now));
      return withoutOtherLanguages(db, now);
    })
    .immediate();
  if (unused === null) return false;
  await removeSampleFiles(mediaDir, unused);
  return true;
}

/**
 * Removes the samples in languages that are switched off, for a publication whose owner existed before the
 * first start.
 * @returns the pictures whose files may be deleted.
 */
function withoutOtherLanguages(db: Db, now: number): string[] {
  const { languages } = readSite(db);
  if (!hasSamples(db, { besides: languages })) return [];
  return requireValue(removeSamples(db, { except: languages }, { actor: OPERATOR, now })).mediaIds;
}

/** Whether a post was ever created here, by a person or this function, or samples were declined or removed. */
function wasWritten(db: Db): boolean {
  const post = db.select({ id: posts.id }).from(posts).limit(1).get();
  const hasHappened = inArray(audit.command, ['createPost', 'removeSamples']);
  return (post ?? db.select({ id: audit.id }).from(audit).where(hasHappened).limit(1).get()) !== undefined;
}

async function uploadPictures(db: Db, { mediaDir, now }: EnsureSamples) {
  const mediaIds = new Map<PictureName, string>();
  const context = { actor: OPERATOR, now, mediaDir };
  for (const name of pictureNames) {
    const bytes = await drawPicture(name);
    const upload = { bytes, originalName: `${name}.jpg`, isSample: true };
    const { mediaId } = requireValue(await uploadMedia(db, upload, context));
    const { alt, caption, credit } = samplePictures[name];
    requireValue(describeMedia(db, { mediaId, alt, caption, credit }, context));
    mediaIds.set(name, mediaId);
  }
  return mediaIds;
}

function makePeopleAndTopics(db: Db, context: Context) {
  const authorIds = new Map<string, number>();
  for (const [key, { name, words }] of Object.entries(sampleAuthors)) {
    const author = { name, biography: words, isSample: true };
    authorIds.set(key, requireValue(createAuthor(db, author, context)).authorId);
  }
  const topicIds = new Map<string, number>();
  for (const [slug, { name, words }] of Object.entries(sampleTopics)) {
    const topic = { name, description: words, slug, isSample: true };
    topicIds.set(slug, requireValue(createTopic(db, topic, context)).topicId);
  }
  const seriesIds = new Map<string, number>();
  for (const [slug, { name, words }] of Object.entries(sampleSeries)) {
    const series = { name, description: words, slug, isSample: true };
    seriesIds.set(slug, requireValue(createSeries(db, series, context)).seriesId);
  }
  return { authorIds, topicIds, seriesIds };
}

function makePost(db: Db, sample: SamplePost, made: Made, postIds: Map<string, number>, now: number): number {
  const context: Context = { actor: OPERATOR, now: now - sample.daysAgo * DAY_MS };
  const { slug, language, kind } = sample;
  const { postId } = requireValue(createPost(db, { slug, language, kind, isSample: true }, context));
  const writing = writingOf(sample, made, context.now);
  const { version } = requireValue(saveDraft(db, { postId, version: 1, writing }, context));
  requireValue(publishPost(db, { postId, draftVersion: version }, context));
  if (sample.translationOf) {
    const translationOfPostId = required(postIds, sample.translationOf);
    requireValue(linkTranslation(db, { postId, translationOfPostId }, context));
  }
  if (sample.series) {
    const seriesId = required(made.seriesIds, sample.series);
    requireValue(putIntoSeries(db, { postId, seriesId }, context));
  }
  if (sample.correction) {
    const { note, daysLater } = sample.correction;
    requireValue(correctPost(db, { postId, note }, { ...context, now: context.now + daysLater * DAY_MS }));
  }
  return postId;
}

function writingOf(sample: SamplePost, made: Made, firstDay: number): Writing {
  const picture: Picture = (name, words) => {
    const { alt, caption, credit } = samplePictures[name];
    return { mediaId: required(made.mediaIds, name), alt, caption, credit, ...words };
  };
  return {
    headline: sample.headline,
    standfirst: sample.standfirst,
    body: sample.body(picture),
    byline: sample.authors.map((key) => ({
      authorId: required(made.authorIds, key),
      name: localText(sampleAuthors[key]?.name ?? {}, sample.language),
    })),
    topicIds: sample.topics.map((key) => required(made.topicIds, key)),
    leadMediaId: sample.lead && required(made.mediaIds, sample.lead),
    leadWords: { ...NO_LEAD_WORDS, ...sample.leadWords },
    source: sourceOf(sample, firstDay),
    seoTitle: '',
    seoDescription: sample.seoDescription ?? '',
  };
}

function sourceOf({ source }: SamplePost, firstDay: number): Writing['source'] {
  if (!source) return null;
  const { daysBefore, ...rest } = source;
  return { ...rest, publishedOn: new Date(firstDay - daysBefore * DAY_MS).toISOString().slice(0, 10) };
}

function required<K, V>(map: Map<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The samples name “${String(key)}”, which they do not hold.`);
  return value;
}
