import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { drafts, posts } from '@/db/schema';
import { mayBeginPosts, mayReadDraft, onPost } from '@/lib/accounts/policies';
import { userIdOf } from '@/lib/actor';
import { Refusal } from '@/lib/errors';
import { fill } from '@/lib/language/fill';
import { deskStringsFor } from '@/lib/language/strings';
import { writingOf } from '../fields';
import { PROVISIONAL_SLUG, requirePost } from '../freeze';
import { postCommand } from '../post-command';

/**
 * Creates a new draft with the content of another post: text, pictures, byline, topics, and the source if it
 * is a republished piece. It has no date, address, translations or corrections of its own yet. The search
 * title is left out, because two pages must not share one.
 */
export const duplicatePost = postCommand(
  'duplicatePost',
  (actor, input: { postId: number }, tx) => mayBeginPosts(actor) && onPost(mayReadDraft)(actor, input, tx),
  (tx, input: { postId: number }, { actor, now }) => {
    const post = requirePost(tx, input.postId);
    const draft = tx.select().from(drafts).where(eq(drafts.postId, post.id)).get();
    if (!draft) throw new Refusal('not_found', 'postGone');
    const { id: postId } = tx
      .insert(posts)
      .values({
        feedId: randomUUID(),
        slug: `${PROVISIONAL_SLUG}${randomUUID()}`,
        language: post.language,
        kind: post.kind,
        status: 'draft',
        createdAt: now,
        createdBy: userIdOf(actor),
      })
      .returning({ id: posts.id })
      .get();
    const { posts: words } = deskStringsFor(post.language);
    const headline = draft.headline && fill(words.copyOf, { headline: draft.headline });
    tx.insert(drafts)
      .values({
        ...writingOf(draft),
        postId,
        headline,
        seoTitle: '',
        version: 1,
        updatedAt: now,
        updatedBy: userIdOf(actor),
      })
      .run();
    return { postId };
  },
);
