import { and, asc, eq, exists, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '@/db/client';
import { deskLabels, topicPosts, topics } from '@/db/schema';
import { mayEditLabels } from '@/lib/accounts/policies';
import { command } from '@/lib/commands';
import { Refusal } from '@/lib/errors';
import { because, requireForm } from '@/lib/forms';
import { LANGUAGE_CODES, type LanguageCode, type LocalText, localText } from '@/lib/language/languages';
import { freeOwnSlug } from '@/lib/language/slug-from';
import { requirePicture } from '@/lib/media/require-picture';
import { LocalTextSchema } from '@/lib/settings/site';
import { hasUnpublishedChanges } from '@/lib/unpublished-changes';

export interface Topic {
  id: number;
  slug: string;
  name: LocalText;
  description: LocalText;
  mediaId: string | null;
  isInMenu: boolean;
  isSample: boolean;
}

/** The fields of a topic; an empty slug is derived from the name. */
export const TopicInput = z.object({
  name: LocalTextSchema.refine((name) => Object.values(name).some(Boolean), because('nameTopic')),
  description: LocalTextSchema,
  slug: z.string().max(100).optional(),
  mediaId: z.string().max(40).nullish(),
  isInMenu: z.boolean().default(true),
  isSample: z.boolean().optional(),
});
export type TopicInput = z.input<typeof TopicInput>;

/** Lists all topics, by slug. */
export function listTopics(db: Db | Tx): Topic[] {
  return db.select().from(topics).orderBy(asc(topics.slug)).all();
}

/** Lists the topics that have live posts, in one language if given, by slug. */
export function listTopicsInUse(db: Db, language?: LanguageCode): Topic[] {
  const inLanguage = language ? eq(topicPosts.language, language) : undefined;
  const uses = db
    .select({ one: sql`1` })
    .from(topicPosts)
    .where(and(eq(topicPosts.topicId, topics.id), inLanguage));
  return db.select().from(topics).where(exists(uses)).orderBy(asc(topics.slug)).all();
}

/** Finds the topic with `slug`, or null. */
export function findTopic(db: Db, slug: string): Topic | null {
  return db.select().from(topics).where(eq(topics.slug, slug)).get() ?? null;
}

/** Adds a topic. */
export const createTopic = command('createTopic', mayEditLabels, (tx, input: TopicInput) => {
  const { id: topicId } = tx
    .insert(topics)
    .values({ ...parseTopic(tx, input, 0), isSample: input.isSample ?? false })
    .returning({ id: topics.id })
    .get();
  return { topicId };
});

/** Changes a topic's fields or slug. */
export const updateTopic = command(
  'updateTopic',
  mayEditLabels,
  (tx, { id, ...input }: TopicInput & { id: number }) => {
    const changed = tx
      .update(topics)
      .set(parseTopic(tx, input, id))
      .where(eq(topics.id, id))
      .run();
    if (changed.changes === 0) throw new Refusal('not_found', 'topicGone');
    return { topicId: id };
  },
);

/** Deletes a topic; its posts stay, without it. */
export const deleteTopic = command('deleteTopic', mayEditLabels, (tx, { id }: { id: number }) => {
  const deleted = tx.delete(topics).where(eq(topics.id, id)).run();
  if (deleted.changes === 0) throw new Refusal('not_found', 'topicGone');
  const isIts = and(eq(deskLabels.label, 'topic'), eq(deskLabels.labelId, id));
  const itsPosts = sql`(select ${deskLabels.postId} from ${deskLabels} where ${isIts})`;
  tx.run(sql`
    update drafts set topic_ids = (select json_group_array(value) from json_each(topic_ids) where value <> ${id})
    where post_id in ${itsPosts}`);
  tx.run(sql`
    update desk_posts set has_changes = (select ${hasUnpublishedChanges} from posts
      join drafts on drafts.post_id = posts.id where posts.id = desk_posts.post_id)
    where post_id in ${itsPosts}`);
  tx.delete(deskLabels).where(isIts).run();
  return { topicId: id };
});

function parseTopic(tx: Tx, input: TopicInput, id: number) {
  const { name, description, slug, mediaId, isInMenu } = requireForm(TopicInput, input);
  const rows = tx.select({ id: topics.id, slug: topics.slug }).from(topics).all();
  const taken = rows.filter((row) => row.id !== id).map((row) => row.slug);
  return {
    name,
    description,
    isInMenu,
    mediaId: requirePicture(tx, mediaId),
    slug: freeOwnSlug(slug || localText(name, LANGUAGE_CODES[0]), taken),
  };
}
