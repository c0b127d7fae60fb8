import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { authors, drafts, posts } from '@/db/schema';
import { mayBeginPosts } from '@/lib/accounts/policies';
import { userIdOf } from '@/lib/actor';
import type { Context } from '@/lib/commands';
import type { LanguageCode } from '@/lib/language/languages';
import { localText, mainLanguage } from '@/lib/language/languages';
import { readSite } from '@/lib/settings/site';
import { emptyWriting } from '../fields';
import { PROVISIONAL_SLUG } from '../freeze';
import { postCommand } from '../post-command';
import { freeSlug, parseSlug } from '../slug';
import type { PostKind } from '../types';

export interface NewPost {
  /** The publication's first language when absent. */
  language?: LanguageCode;
  kind?: PostKind;
  /** Derived from the headline at first publication when absent. */
  slug?: string;
  isSample?: boolean;
}

/** Creates a post with an empty draft of version 1, with the author of the creating account in the byline. */
export const createPost = postCommand('createPost', mayBeginPosts, beginPost);

/** Does the write of `createPost`, for commands that also create a post. */
export function beginPost(tx: Tx, input: NewPost, { actor, now }: Context): { postId: number } {
  const userId = userIdOf(actor);
  const language = input.language ?? mainLanguage(readSite(tx));
  const { id: postId } = tx
    .insert(posts)
    .values({
      feedId: randomUUID(),
      slug: `${PROVISIONAL_SLUG}${randomUUID()}`,
      language,
      kind: input.kind ?? 'post',
      status: 'draft',
      createdAt: now,
      createdBy: userId,
      isSample: input.isSample ?? false,
    })
    .returning({ id: posts.id })
    .get();
  if (input.slug) {
    const slug = freeSlug(tx, parseSlug(input.slug), postId);
    tx.update(posts).set({ slug }).where(eq(posts.id, postId)).run();
  }
  const own = userId === null ? undefined : tx.select().from(authors).where(eq(authors.userId, userId)).get();
  const byline = own ? [{ authorId: own.id, name: localText(own.name, language) }] : [];
  tx.insert(drafts)
    .values({ postId, version: 1, ...emptyWriting(), byline, updatedAt: now, updatedBy: userId })
    .run();
  return { postId };
}
