import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { posts, REPUBLISHING } from '@/db/schema';
import { mayPublish, onPost } from '@/lib/accounts/policies';
import { requirePost } from '../freeze';
import { postCommand } from '../post-command';
import type { Republishing } from '../types';

/** The values of the setting, for forms. */
export const RepublishingSchema = z.enum(REPUBLISHING);

/** Sets whether others may publish a post; `site` for what the licence of the publication's texts says. */
export const setRepublishing = postCommand(
  'setRepublishing',
  onPost(mayPublish),
  (tx, { postId, republishing }: { postId: number; republishing: Republishing }) => {
    const post = requirePost(tx, postId);
    tx.update(posts).set({ republishing }).where(eq(posts.id, post.id)).run();
    return { postId: post.id };
  },
);
