import { asc, count, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '@/db/client';
import { media, snippets } from '@/db/schema';
import { mayBeginPosts, mayEditShared } from '@/lib/accounts/policies';
import { userIdOf } from '@/lib/actor';
import { command, type Policy } from '@/lib/commands';
import { parseBody } from '@/lib/document/parse';
import { bodyText } from '@/lib/document/text';
import type { Body } from '@/lib/document/types';
import { mediaIdsIn } from '@/lib/document/uses';
import { withoutMissingMedia } from '@/lib/document/without-media';
import { Refusal } from '@/lib/errors';
import { because } from '@/lib/forms';
import { LANGUAGE_CODES, type LanguageCode } from '@/lib/language/languages';

/** Words or blocks that are kept under a name, to be inserted into texts. */
export interface Snippet {
  id: number;
  name: string;
  /** The language of texts for which it is offered first; null for texts in every language. */
  language: LanguageCode | null;
  body: Body;
  createdBy: number | null;
}

/** The editor gets all snippets at once. */
const MOST_SNIPPETS = 100;
const LARGEST_BYTES = 30_000;
const LONGEST_NAME = 100;

const Name = z.string().trim().min(1, because('nameSnippet')).max(LONGEST_NAME);
const Language = z.enum(LANGUAGE_CODES).nullable();
/** The body is unchecked: the command checks it as that of a save is. */
export const NewSnippet = z.object({ name: Name, language: Language, body: z.unknown() });
type NewSnippet = z.output<typeof NewSnippet>;
export const SnippetId = z.object({ snippetId: z.coerce.number().int() });
type SnippetId = z.output<typeof SnippetId>;
/** Forms send an empty text for every language. */
export const ChangedSnippet = SnippetId.extend({
  name: Name,
  language: z.enum([...LANGUAGE_CODES, '']).transform((code) => code || null),
});
type ChangedSnippet = z.output<typeof ChangedSnippet>;

/** Lists all snippets, by name. Every account may insert each. */
export function listSnippets(db: Db): Snippet[] {
  const { id, name, language, body, createdBy } = snippets;
  return db
    .select({ id, name, language, body, createdBy })
    .from(snippets)
    .orderBy(asc(sql`${name} collate nocase`), asc(id))
    .all();
}

/** Allows what a predicate allows on a snippet; the command says that one is gone. */
const onSnippet: Policy<{ snippetId: number }> = (actor, { snippetId }, tx) => {
  const found = tx.select().from(snippets).where(eq(snippets.id, snippetId)).get();
  return found ? mayEditShared(actor, found) : mayBeginPosts(actor);
};

/**
 * Keeps words or blocks under a name. Pictures that were deleted meanwhile are left out.
 * @throws Refusal `invalid` when it is empty, too long or no document, or when there are too many; `conflict` when the
 * name is taken.
 */
export const createSnippet = command(
  'createSnippet',
  mayBeginPosts,
  (tx, input: NewSnippet, { actor, now }) => {
    const { name, language } = input;
    const body = readBody(tx, input.body);
    requireRoom(tx);
    requireFreeName(tx, name);
    const values = { name, language, body, createdAt: now, createdBy: userIdOf(actor) };
    const { id: snippetId } = tx.insert(snippets).values(values).returning({ id: snippets.id }).get();
    return { snippetId };
  },
);

/** Changes the name and the language. @throws Refusal `not_found` when it was deleted, `conflict` for a taken name. */
export const changeSnippet = command(
  'changeSnippet',
  onSnippet,
  (tx, { snippetId, name, language }: ChangedSnippet) => {
    requireFreeName(tx, name, snippetId);
    const changed = tx.update(snippets).set({ name, language }).where(eq(snippets.id, snippetId)).run();
    if (changed.changes === 0) throw new Refusal('not_found', 'snippetGone');
    return { snippetId };
  },
);

/** Deletes a snippet. Texts into which it was inserted keep their words. */
export const deleteSnippet = command('deleteSnippet', onSnippet, (tx, { snippetId }: SnippetId) => {
  const deleted = tx.delete(snippets).where(eq(snippets.id, snippetId)).run();
  if (deleted.changes === 0) throw new Refusal('not_found', 'snippetGone');
  return { snippetId };
});

function readBody(tx: Tx, unknown: unknown): Body {
  const parsed = parseBody(unknown);
  const ids = mediaIdsIn(parsed);
  const rows = tx.select({ id: media.id }).from(media).where(inArray(media.id, ids)).all();
  const known = new Set(rows.map(({ id }) => id));
  const { body } = withoutMissingMedia(parsed, (mediaId) => known.has(mediaId));
  if (Buffer.byteLength(JSON.stringify(body)) > LARGEST_BYTES) throw new Refusal('invalid', 'snippetTooLong');
  if (bodyText(body).trim() === '' && !hasAtoms(body)) throw new Refusal('invalid', 'snippetEmpty');
  return parseBody(body);
}

/** Whether there is something besides words: a picture, a card, a divider. */
function hasAtoms({ content = [] }: Body): boolean {
  return content.some(({ type }) => !['paragraph', 'heading'].includes(type));
}

function requireRoom(tx: Tx): void {
  const total = tx.select({ n: count() }).from(snippets).get()?.n ?? 0;
  if (total >= MOST_SNIPPETS) throw new Refusal('invalid', 'tooManySnippets', { count: MOST_SNIPPETS });
}

function requireFreeName(tx: Tx, name: string, except = 0): void {
  const taken = tx.select({ id: snippets.id }).from(snippets).where(eq(snippets.name, name)).get();
  if (taken && taken.id !== except) throw new Refusal('conflict', 'snippetNameTaken', { name });
}
