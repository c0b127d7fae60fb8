import { randomUUID } from 'node:crypto';
import type BetterSqlite from 'better-sqlite3';
import {
  audit,
  authorPosts,
  corrections,
  deskLabels,
  deskPosts,
  drafts,
  mediaUses,
  postSlugs,
  posts,
  postTexts,
  restorePoints,
  revisions,
  topicPosts,
} from '@/db/schema';
import type { LanguageCode } from '@/lib/language/languages';
import { NO_LEAD_WORDS } from '@/lib/media/lead-words';
import { excerptFrom } from '@/lib/posts/excerpt';
import { indexText } from '@/lib/search/index-text';
import { zonedMonth } from '@/lib/settings/zoned-time';
import { bulkInsert } from './bulk-insert';
import type { PostText } from './text-of-post';

/** A published post to be written, with everything that its rows say besides its words. */
export interface PlannedPost {
  id: number;
  slug: string;
  language: LanguageCode;
  author: { authorId: number; name: string };
  topicIds: number[];
  leadMediaId: string | null;
  series: { id: number; part: number } | null;
  translationGroupId: number | null;
  /** A headline that the author has saved since the publication, or null. */
  changedHeadline: string | null;
  /** Whether an earlier revision and a restore point are kept. */
  hasHistory: boolean;
  correction: string | null;
  publishedAt: number;
}

const MINUTE_MS = 60_000;
/** More than an excerpt has. */
const BEGINNING = 1000;

/**
 * Prepares the writing of published posts: every row that the commands and lib/posts/derive.ts would write.
 * @param timeZone of the publication, for the month.
 */
export function postInserts(client: BetterSqlite.Database, ownerId: number, timeZone: string) {
  const intoPosts = bulkInsert(client, posts);
  const intoTexts = textInserts(client, ownerId);
  const intoLists = listInserts(client);
  const intoSearch = searchInserts(client);
  const intoAudit = bulkInsert(client, audit);
  const intoDesk = deskInserts(client, ownerId);
  return (post: PlannedPost, text: PostText) => {
    intoPosts({
      id: post.id,
      feedId: randomUUID(),
      slug: post.slug,
      language: post.language,
      kind: 'post',
      status: 'published',
      // A revision has the id of its post, and an earlier one the same below zero.
      liveRevisionId: post.id,
      publishedAt: post.publishedAt,
      updatedAt: post.publishedAt,
      createdAt: post.publishedAt - MINUTE_MS,
      createdBy: ownerId,
      translationGroupId: post.translationGroupId,
      seriesId: post.series?.id ?? null,
      seriesPart: post.series?.part ?? null,
      excerpt: text.standfirst,
      wordCount: text.body.words,
      publishedMonth: zonedMonth(post.publishedAt, timeZone),
    });
    intoTexts(post, text);
    intoDesk(post, text);
    intoLists(post, text);
    intoSearch(post, text);
    for (const command of ['createPost', 'publishPost'])
      intoAudit({ command, postId: post.id, userId: ownerId, at: post.publishedAt });
  };
}

function textInserts(client: BetterSqlite.Database, ownerId: number) {
  const intoDrafts = bulkInsert(client, drafts);
  const intoRevisions = bulkInsert(client, revisions);
  const intoRestorePoints = bulkInsert(client, restorePoints);
  return (post: PlannedPost, text: PostText) => {
    const writing = writingOf(post, text);
    const made = { postId: post.id, createdAt: post.publishedAt, createdBy: ownerId };
    const frozen = { ...writing, ...made, bodyHtml: text.body.html };
    if (post.hasHistory) {
      intoRestorePoints({
        ...writing,
        ...made,
        draftVersion: 2,
        reason: 'change',
        wordCount: text.body.words,
      });
      intoRevisions({ ...frozen, id: -post.id, createdAt: post.publishedAt - MINUTE_MS });
    }
    intoRevisions({ ...frozen, id: post.id });
    const version = post.changedHeadline === null ? 2 : 3;
    intoDrafts({
      ...writing,
      postId: post.id,
      headline: post.changedHeadline ?? text.headline,
      version,
      indexedVersion: version,
      updatedAt: post.publishedAt,
      updatedBy: ownerId,
    });
  };
}

function writingOf({ author, topicIds, leadMediaId }: PlannedPost, { headline, standfirst, body }: PostText) {
  return {
    headline,
    standfirst,
    body: body.json,
    byline: JSON.stringify([author]),
    topicIds: JSON.stringify(topicIds),
    leadMediaId,
    leadWords: JSON.stringify(NO_LEAD_WORDS),
    source: 'null',
    seoTitle: '',
    seoDescription: '',
  };
}

function listInserts(client: BetterSqlite.Database) {
  const intoTopics = bulkInsert(client, topicPosts);
  const intoAuthors = bulkInsert(client, authorPosts);
  const intoSlugs = bulkInsert(client, postSlugs);
  const intoPlainTexts = bulkInsert(client, postTexts);
  const intoUses = bulkInsert(client, mediaUses);
  const intoCorrections = bulkInsert(client, corrections);
  return ({ id: postId, publishedAt, language, ...post }: PlannedPost, { body }: PostText) => {
    for (const topicId of post.topicIds) intoTopics({ topicId, postId, publishedAt, language });
    intoAuthors({ authorId: post.author.authorId, postId, publishedAt, language });
    intoSlugs({ slug: post.slug, postId });
    intoPlainTexts({ postId, text: body.text });
    if (post.leadMediaId) intoUses({ mediaId: post.leadMediaId, postId, isLive: 1, withoutAlt: 1 });
    if (post.correction) intoCorrections({ postId, note: post.correction, publishedAt });
  };
}

function deskInserts(client: BetterSqlite.Database, ownerId: number) {
  const intoRows = bulkInsert(client, deskPosts);
  const intoLabels = bulkInsert(client, deskLabels);
  return ({ id: postId, publishedAt, author, topicIds, ...post }: PlannedPost, text: PostText) => {
    const dates = { isBinned: 0, updatedAt: publishedAt, ownDate: publishedAt };
    intoRows({
      ...dates,
      postId,
      status: 'published',
      language: post.language,
      kind: 'post',
      isSample: 0,
      createdBy: ownerId,
      headline: post.changedHeadline ?? text.headline,
      byline: author.name,
      firstWords: excerptFrom(text.body.text.slice(0, BEGINNING)),
      wordCount: text.body.words,
      hasChanges: post.changedHeadline === null ? 0 : 1,
    });
    for (const labelId of topicIds) intoLabels({ ...dates, label: 'topic', labelId, postId });
    intoLabels({ ...dates, label: 'author', labelId: author.authorId, postId });
  };
}

function searchInserts(client: BetterSqlite.Database) {
  const intoDraftSearch = client.prepare(
    'insert into draft_search (rowid, headline, standfirst, body) values (?, ?, ?, ?)',
  );
  const intoPostSearch = client.prepare(
    'insert into post_search (rowid, headline, standfirst, body, names) values (?, ?, ?, ?, ?)',
  );
  const intoHeadlineSearch = client.prepare('insert into headline_search (rowid, headline) values (?, ?)');
  return ({ id, author, changedHeadline }: PlannedPost, text: PostText) => {
    const { indexedHeadline, indexedStandfirst, body } = text;
    const inDraft = changedHeadline === null ? indexedHeadline : indexText(changedHeadline);
    intoDraftSearch.run(id, inDraft, indexedStandfirst, body.indexed);
    intoPostSearch.run(id, indexedHeadline, indexedStandfirst, body.indexed, indexText(author.name));
    intoHeadlineSearch.run(id, indexedHeadline);
  };
}
