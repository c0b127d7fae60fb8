import type { Db } from '@/db/client';
import { OPERATOR } from '@/lib/actor';
import type { Context } from '@/lib/commands';
import type { Body } from '@/lib/document/types';
import { requireValue } from '@/lib/errors';
import { createAuthor } from '@/lib/labels/authors';
import { createTopic } from '@/lib/labels/topics';
import type { LanguageCode } from '@/lib/language/languages';
import { createPost } from '@/lib/posts/commands/create-post';
import { publishPost } from '@/lib/posts/commands/publish-post';
import { saveDraft } from '@/lib/posts/commands/save-draft';
import { emptyWriting } from '@/lib/posts/fields';
import type { PostKind, Writing } from '@/lib/posts/types';
import { createSeries } from '@/lib/series/series';

let serial = 0;

/** How a built post differs from an ordinary one; `text` becomes one paragraph per line. */
export interface PostOverrides extends Partial<Writing> {
  language?: LanguageCode;
  kind?: PostKind;
  slug?: string;
  text?: string;
  status?: 'draft' | 'published';
  /** When it was written and published, epoch ms. */
  now?: number;
}

/** Builds a post with the ordinary commands, published unless told otherwise. */
export function buildPost(db: Db, overrides: PostOverrides = {}): { postId: number; version: number } {
  serial += 1;
  const {
    language = 'en',
    kind = 'post',
    slug,
    text,
    status = 'published',
    now = Date.now(),
    ...writing
  } = overrides;
  const context: Context = { actor: OPERATOR, now };
  const { postId } = requireValue(createPost(db, { language, kind, slug }, context));
  const headline = `A case for proportion ${serial}`;
  const body = bodyOf(text ?? 'The town needs a bridge, not a monument.');
  const full = { ...emptyWriting(), headline, body, ...writing };
  const { version } = requireValue(saveDraft(db, { postId, version: 1, writing: full }, context));
  if (status === 'published') requireValue(publishPost(db, { postId, draftVersion: version }, context));
  return { postId, version };
}

/** Builds a topic with an English name. */
export function buildTopic(db: Db, name = `Topic ${++serial}`): { topicId: number } {
  return requireValue(
    createTopic(db, { name: { en: name }, description: {} }, { actor: OPERATOR, now: Date.now() }),
  );
}

/** Builds a guest author with an English name. */
export function buildAuthor(db: Db, name = `Author ${++serial}`): { authorId: number } {
  return requireValue(
    createAuthor(db, { name: { en: name }, biography: {} }, { actor: OPERATOR, now: Date.now() }),
  );
}

/** Builds a series with an English name, without parts. */
export function buildSeries(db: Db, name = `Series ${++serial}`): { seriesId: number } {
  return requireValue(
    createSeries(db, { name: { en: name }, description: {} }, { actor: OPERATOR, now: Date.now() }),
  );
}

/** Builds a body of plain paragraphs, one per line. */
export function bodyOf(text: string): Body {
  return {
    type: 'doc',
    content: text
      .split('\n')
      .map((line) => ({ type: 'paragraph', content: line ? [{ type: 'text', text: line }] : [] })),
  };
}
