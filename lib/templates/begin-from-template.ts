import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { drafts, templates } from '@/db/schema';
import { mayBeginPosts } from '@/lib/accounts/policies';
import { parseBody } from '@/lib/document/parse';
import { requireForm } from '@/lib/forms';
import { beginPost } from '@/lib/posts/commands/create-post';
import { postCommand } from '@/lib/posts/post-command';
import type { Writing } from '@/lib/posts/types';
import { withoutDeletedReferences } from '@/lib/posts/without-deleted-references';
import { WritingSchema } from '@/lib/posts/writing';
import { templateGone } from './templates';

/**
 * Creates a post with the language, type and text of a template. Pictures, authors and topics that were deleted since
 * are left out; without a byline of its own, it has that of whoever begins the post.
 * @throws Refusal `not_found` when the template was deleted.
 */
export const beginFromTemplate = postCommand(
  'beginFromTemplate',
  mayBeginPosts,
  (tx, { templateId }: { templateId: number }, context) => {
    const template = tx.select().from(templates).where(eq(templates.id, templateId)).get();
    if (!template) throw templateGone();
    const { language, kind } = template;
    const { writing } = withoutDeletedReferences(tx, readWriting(template.writing));
    const { postId } = beginPost(tx, { language, kind }, context);
    tx.update(drafts)
      .set(withByline(tx, postId, writing))
      .where(eq(drafts.postId, postId))
      .run();
    return { postId };
  },
);

/** The text of a template is checked as that of a save is: an earlier version of the program may have stored it. */
function readWriting(stored: unknown): Writing {
  const written = requireForm(WritingSchema, stored, 'textInvalid');
  return { ...written, body: parseBody(written.body) };
}

function withByline(tx: Tx, postId: number, writing: Writing): Writing {
  if (writing.byline.length > 0) return writing;
  const own = tx.select({ byline: drafts.byline }).from(drafts).where(eq(drafts.postId, postId)).get();
  return { ...writing, byline: own?.byline ?? [] };
}
