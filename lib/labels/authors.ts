import { asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '@/db/client';
import { authors } from '@/db/schema';
import { mayEditLabels } from '@/lib/accounts/policies';
import { command } from '@/lib/commands';
import { Refusal } from '@/lib/errors';
import { because, overLimit, requireForm } from '@/lib/forms';
import { LANGUAGE_CODES, type LocalText, localText } from '@/lib/language/languages';
import { freeOwnSlug } from '@/lib/language/slug-from';
import { requirePicture } from '@/lib/media/require-picture';
import { isUsedByRevision } from '@/lib/revision-uses';
import { LocalTextSchema } from '@/lib/settings/site';
import { isUsedByDraft } from './used-by-draft';

export interface Author {
  id: number;
  slug: string;
  name: LocalText;
  biography: LocalText;
  mediaId: string | null;
  /** Web or mail addresses. */
  links: string[];
  /** The account of this person; null for a guest. */
  userId: number | null;
  isSample: boolean;
  /** True for an agency or an editorial board. */
  isOrganisation: boolean;
}

/** A link of the author's own: a web address, or a mail address as a link. */
const OwnPlace = z
  .string()
  .max(500)
  .regex(/^(https?:\/\/[^\s]+|mailto:[^\s@]+@[^\s@]+)$/i, because('authorLink'));

/** The fields of an author; an empty slug is derived from the name. */
export const AuthorInput = z.object({
  name: LocalTextSchema.refine((name) => Object.values(name).some(Boolean), because('nameAuthor')),
  biography: LocalTextSchema,
  slug: z.string().max(100).optional(),
  mediaId: z.string().max(40).nullish(),
  links: z.array(OwnPlace).max(8, overLimit('authorLinksFull')).optional(),
  userId: z.number().int().optional(),
  isSample: z.boolean().optional(),
  isOrganisation: z.boolean().optional(),
});
export type AuthorInput = z.infer<typeof AuthorInput>;

/** Lists all authors, by slug. */
export function listAuthors(db: Db | Tx): Author[] {
  return db.select().from(authors).orderBy(asc(authors.slug)).all();
}

/** Finds the author with `slug`, or null. */
export function findAuthor(db: Db, slug: string): Author | null {
  return db.select().from(authors).where(eq(authors.slug, slug)).get() ?? null;
}

/** Adds an author; without `userId` a guest. */
export const createAuthor = command('createAuthor', mayEditLabels, (tx, input: AuthorInput) => ({
  authorId: addAuthor(tx, input),
}));

/** Adds an author in another command's transaction. @returns the author's id. */
export function addAuthor(tx: Tx, input: AuthorInput): number {
  const values = {
    ...parseAuthor(tx, input, 0),
    userId: input.userId ?? null,
    isSample: input.isSample ?? false,
  };
  return tx.insert(authors).values(values).returning({ id: authors.id }).get().id;
}

/** Changes an author's fields or slug; names already printed in bylines do not change. */
export const updateAuthor = command(
  'updateAuthor',
  mayEditLabels,
  (tx, { id, ...input }: AuthorInput & { id: number }) => {
    const changed = tx
      .update(authors)
      .set(parseAuthor(tx, input, id))
      .where(eq(authors.id, id))
      .run();
    if (changed.changes === 0) throw new Refusal('not_found', 'authorGone');
    return { authorId: id };
  },
);

/**
 * Deletes an author whom no byline names.
 * @throws Refusal `conflict` when one does.
 */
export const deleteAuthor = command('deleteAuthor', mayEditLabels, (tx, { id }: { id: number }) => {
  if (isInByline(tx, id)) {
    throw new Refusal('conflict', 'authorInUse');
  }
  const deleted = tx.delete(authors).where(eq(authors.id, id)).run();
  if (deleted.changes === 0) throw new Refusal('not_found', 'authorGone');
  return { authorId: id };
});

/** Returns whether any draft or revision names the author. */
export function isInByline(tx: Tx, authorId: number): boolean {
  return isUsedByDraft(tx, 'author', authorId) || isUsedByRevision(tx, 'author', authorId);
}

function parseAuthor(tx: Tx, input: AuthorInput, id: number) {
  const {
    name,
    biography,
    slug,
    mediaId,
    links = [],
    isOrganisation = false,
  } = requireForm(AuthorInput, input);
  const rows = tx.select({ id: authors.id, slug: authors.slug }).from(authors).all();
  const taken = rows.filter((row) => row.id !== id).map((row) => row.slug);
  return {
    name,
    biography,
    mediaId: requirePicture(tx, mediaId),
    links,
    isOrganisation,
    slug: freeOwnSlug(slug || localText(name, LANGUAGE_CODES[0]), taken),
  };
}
