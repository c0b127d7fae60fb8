import { asc, count, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '@/db/client';
import { templates } from '@/db/schema';
import { mayBeginPosts, mayEditShared, mayReadDraft, onPost } from '@/lib/accounts/policies';
import { userIdOf } from '@/lib/actor';
import { command, type Policy } from '@/lib/commands';
import { Refusal } from '@/lib/errors';
import { because } from '@/lib/forms';
import type { LanguageCode } from '@/lib/language/languages';
import { writingOf } from '@/lib/posts/fields';
import { requireDraftRow, requirePost } from '@/lib/posts/freeze';
import type { PostKind } from '@/lib/posts/types';
import { withoutDeletedReferences } from '@/lib/posts/without-deleted-references';

/** What lists show of a template: never its text. */
export interface ListedTemplate {
  id: number;
  name: string;
  language: LanguageCode;
  kind: PostKind;
  /** The headline of a post that is begun from it; often empty. */
  headline: string;
  createdBy: number | null;
}

/** More would be no list to choose from. */
const MOST_TEMPLATES = 100;
const LONGEST_NAME = 100;

const Name = z.string().trim().min(1, because('nameTemplate')).max(LONGEST_NAME);
export const NewTemplate = z.object({ postId: z.number().int(), name: Name });
type NewTemplate = z.output<typeof NewTemplate>;
export const TemplateId = z.object({ templateId: z.coerce.number().int() });
type TemplateId = z.output<typeof TemplateId>;
export const RenamedTemplate = TemplateId.extend({ name: Name });
type RenamedTemplate = z.output<typeof RenamedTemplate>;

/** Lists all templates, by name. Every account may begin posts from each. */
export function listTemplates(db: Db): ListedTemplate[] {
  const { id, name, language, kind, createdBy, writing } = templates;
  const headline = sql<string>`coalesce(json_extract(${writing}, '$.headline'), '')`;
  return db
    .select({ id, name, language, kind, headline, createdBy })
    .from(templates)
    .orderBy(asc(sql`${name} collate nocase`), asc(id))
    .all();
}

/** Returns whether there is any template. */
export function hasTemplates(db: Db): boolean {
  return db.select({ id: templates.id }).from(templates).limit(1).get() !== undefined;
}

/** Allows what a predicate allows on a template; the command says that one is gone. */
const onTemplate: Policy<{ templateId: number }> = (actor, { templateId }, tx) => {
  const found = tx.select().from(templates).where(eq(templates.id, templateId)).get();
  return found ? mayEditShared(actor, found) : mayBeginPosts(actor);
};

/**
 * Saves the present draft of a post as a template: language, type and all written fields. The search title is left
 * out, because two pages must not share one.
 * @throws Refusal `conflict` when the name is taken, `invalid` when there are too many, `not_found` without the post.
 */
export const createTemplate = command(
  'createTemplate',
  (actor, input: NewTemplate, tx) => mayBeginPosts(actor) && onPost(mayReadDraft)(actor, input, tx),
  (tx, { postId, name }: NewTemplate, { actor, now }) => {
    const { language, kind } = requirePost(tx, postId);
    requireRoom(tx);
    requireFreeName(tx, name);
    const { writing } = withoutDeletedReferences(tx, {
      ...writingOf(requireDraftRow(tx, postId)),
      seoTitle: '',
    });
    const values = { name, language, kind, writing, createdAt: now, createdBy: userIdOf(actor) };
    const { id: templateId } = tx.insert(templates).values(values).returning({ id: templates.id }).get();
    return { templateId };
  },
);

/** @throws Refusal `not_found` when the template was deleted, `conflict` when the name is taken. */
export const renameTemplate = command(
  'renameTemplate',
  onTemplate,
  (tx, { templateId, name }: RenamedTemplate) => {
    requireFreeName(tx, name, templateId);
    const renamed = tx.update(templates).set({ name }).where(eq(templates.id, templateId)).run();
    if (renamed.changes === 0) throw templateGone();
    return { templateId };
  },
);

/** Deletes a template. Posts that were begun from it stay as they are. */
export const deleteTemplate = command('deleteTemplate', onTemplate, (tx, { templateId }: TemplateId) => {
  const deleted = tx.delete(templates).where(eq(templates.id, templateId)).run();
  if (deleted.changes === 0) throw templateGone();
  return { templateId };
});

/** Returns the refusal of what needs a template that was deleted. */
export function templateGone(): Refusal {
  return new Refusal('not_found', 'templateGone');
}

function requireRoom(tx: Tx): void {
  const total = tx.select({ n: count() }).from(templates).get()?.n ?? 0;
  if (total >= MOST_TEMPLATES) throw new Refusal('invalid', 'tooManyTemplates', { count: MOST_TEMPLATES });
}

function requireFreeName(tx: Tx, name: string, except = 0): void {
  const taken = tx.select({ id: templates.id }).from(templates).where(eq(templates.name, name)).get();
  if (taken && taken.id !== except) throw new Refusal('conflict', 'templateNameTaken', { name });
}
