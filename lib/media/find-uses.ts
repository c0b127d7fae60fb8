import { desc, eq, inArray, or, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import {
  authors,
  drafts,
  mediaUses,
  posts,
  revisions,
  revisionUses,
  series,
  site,
  snippets,
  snippetUses,
  templates,
  templateUses,
  topics,
} from '@/db/schema';
import { type LanguageCode, localText } from '@/lib/language/languages';
import { usesOfRevisions } from '@/lib/revision-uses';
import { isPublic } from '@/lib/visibility';

type Reading = Pick<Db, 'select'>;

/** A place where a medium is shown. */
export type MediaUse =
  | {
      kind: 'post';
      id: number;
      headline: string;
      /** Whether it is in the draft, in what readers see or will see, or only in earlier revisions. */
      inDraft: boolean;
      inLive: boolean;
      inHistory: boolean;
      /** The address for readers, if they can open the post. */
      slug: string | null;
    }
  | { kind: 'topic' | 'author' | 'series' | 'site' | 'template' | 'snippet'; id: number; name: string };

/** Where a medium is shown. */
export interface MediaUses {
  /** At most a hundred posts, the newest first, then topics, authors, series, templates and snippets. */
  uses: MediaUse[];
  /** How many other posts show it. */
  morePosts: number;
}

/** More would be no list to read. */
const MOST_POSTS = 100;

/**
 * Finds the uses of a medium: in posts (drafts, live, scheduled and earlier revisions), then topics, authors,
 * series, templates and snippets. Restore points do not count: they continue without a picture that was deleted.
 * @param language of the names.
 */
export function findMediaUses(db: Reading, mediaId: string, language: LanguageCode): MediaUses {
  const showing = revisionsShowing(db, mediaId);
  const ofRevisions = showing.map(({ postId }) => postId);
  const postIds = [...new Set([...currentUses(db, mediaId), ...ofRevisions])].sort((a, b) => b - a);
  const listed = postIds.slice(0, MOST_POSTS);
  const revisionIds = new Set(showing.map(({ id }) => id));
  return {
    uses: [
      ...postUses(db, mediaId, listed, revisionIds),
      ...otherUses(db, mediaId, language),
      ...usesByTemplates(db, mediaId),
      ...usesBySnippets(db, mediaId),
      ...siteUse(db, mediaId, language),
    ],
    morePosts: postIds.length - listed.length,
  };
}

/** @param showing the revisions that show the medium. */
function postUses(db: Reading, mediaId: string, ids: number[], showing: Set<number | null>): MediaUse[] {
  if (ids.length === 0) return [];
  const { liveRevisionId, scheduledRevisionId } = posts;
  const headline = sql<string>`coalesce(nullif(${drafts.headline}, ''), ${revisions.headline}, '')`;
  const isInBody = sql`instr(${drafts.body}, ${`"${mediaId}"`}) > 0`;
  const inDraft = sql<number>`coalesce(${drafts.leadMediaId} = ${mediaId}, 0) or coalesce(${isInBody}, 0)`;
  const { id, slug, status } = posts;
  return db
    .select({
      id,
      slug,
      status,
      liveRevisionId,
      scheduledRevisionId,
      headline,
      inDraft: inDraft.mapWith(Boolean),
    })
    .from(posts)
    .leftJoin(drafts, eq(drafts.postId, id))
    .leftJoin(revisions, sql`${revisions.id} = coalesce(${liveRevisionId}, ${scheduledRevisionId})`)
    .where(inArray(id, ids))
    .orderBy(desc(id))
    .all()
    .map((post): MediaUse => {
      const inLive = [post.liveRevisionId, post.scheduledRevisionId].some((at) => showing.has(at));
      return {
        kind: 'post',
        id: post.id,
        headline: post.headline,
        inDraft: post.inDraft,
        inLive,
        inHistory: !post.inDraft && !inLive,
        slug: inLive && isPublic(post.status) ? post.slug : null,
      };
    });
}

function currentUses(db: Reading, mediaId: string): number[] {
  return db
    .select({ id: mediaUses.postId })
    .from(mediaUses)
    .where(eq(mediaUses.mediaId, mediaId))
    .all()
    .map(({ id }) => id);
}

/** Finds the revisions that show a medium, live, scheduled and earlier. */
function revisionsShowing(db: Reading, mediaId: string): { id: number; postId: number }[] {
  const { id, postId } = revisions;
  const inBody = db
    .select({ id, postId })
    .from(revisionUses)
    .innerJoin(revisions, eq(id, revisionUses.revisionId))
    .where(usesOfRevisions('medium', mediaId))
    .all();
  const atTop = db.select({ id, postId }).from(revisions).where(eq(revisions.leadMediaId, mediaId)).all();
  return [...inBody, ...atTop];
}

function otherUses(db: Reading, mediaId: string, language: LanguageCode): MediaUse[] {
  const tables = { topic: topics, author: authors, series };
  return (['topic', 'author', 'series'] as const).flatMap((kind) =>
    db
      .select({ id: tables[kind].id, name: tables[kind].name })
      .from(tables[kind])
      .where(eq(tables[kind].mediaId, mediaId))
      .all()
      .map(({ id, name }) => ({ kind, id, name: localText(name, language) })),
  );
}

function usesByTemplates(db: Reading, mediaId: string): MediaUse[] {
  const { id, name } = templates;
  return db
    .select({ id, name })
    .from(templateUses)
    .innerJoin(templates, eq(id, templateUses.templateId))
    .where(eq(templateUses.mediaId, mediaId))
    .all()
    .map((row) => ({ kind: 'template', ...row }));
}

function usesBySnippets(db: Reading, mediaId: string): MediaUse[] {
  const { id, name } = snippets;
  return db
    .select({ id, name })
    .from(snippetUses)
    .innerJoin(snippets, eq(id, snippetUses.snippetId))
    .where(eq(snippetUses.mediaId, mediaId))
    .all()
    .map((row) => ({ kind: 'snippet', ...row }));
}

/** The publication itself, whose logo or icon the medium may be. */
function siteUse(db: Reading, mediaId: string, language: LanguageCode): MediaUse[] {
  const { id, name } = site;
  return db
    .select({ id, name })
    .from(site)
    .where(or(eq(site.logoMediaId, mediaId), eq(site.iconMediaId, mediaId)))
    .all()
    .map((row) => ({ kind: 'site', id: row.id, name: localText(row.name, language) }));
}
