import type { Db } from '@/db/client';
import { OPERATOR } from '@/lib/actor';
import { type Outcome, requireValue } from '@/lib/errors';
import { binPost } from '@/lib/posts/commands/bin-post';
import { schedulePost } from '@/lib/posts/commands/schedule-post';
import { unlistPost } from '@/lib/posts/commands/unlist-post';
import { withdrawPost } from '@/lib/posts/commands/withdraw-post';
import { buildPost } from '@/tools/testing/factories';
import type { Writer } from '../writer';

const DAY_MS = 24 * 60 * 60 * 1000;
const WORDS = 300;
/** How many there are for each published post. */
const SHARES = { draft: 1 / 40, scheduled: 1 / 1000, withdrawn: 1 / 200, unlisted: 1 / 500, binned: 1 / 500 };
type Other = keyof typeof SHARES;

/** Adds posts in every other status with the ordinary commands, in one transaction. @param published how many are. */
export function addOthers(db: Db, writer: Writer, published: number): void {
  const context = { actor: OPERATOR, now: Date.now() };
  const settle: Record<Other, (post: { postId: number; version: number }) => Outcome<unknown> | null> = {
    draft: () => null,
    scheduled: ({ postId, version: draftVersion }) =>
      schedulePost(db, { postId, draftVersion, at: context.now + 300 * DAY_MS }, context),
    withdrawn: ({ postId }) => withdrawPost(db, { postId }, context),
    unlisted: ({ postId }) => unlistPost(db, { postId }, context),
    binned: ({ postId }) => binPost(db, { postId }, context),
  };
  const add = (status: Other) => {
    const isDraft = status === 'draft' || status === 'scheduled';
    const words = {
      headline: writer.headline(6),
      standfirst: writer.sentences(12),
      body: writer.body(WORDS),
    };
    const outcome = settle[status](buildPost(db, { ...words, status: isDraft ? 'draft' : 'published' }));
    if (outcome) requireValue(outcome);
  };
  db.$client
    .transaction(() => {
      for (const status of ['draft', 'scheduled', 'withdrawn', 'unlisted', 'binned'] as const)
        for (let n = 0; n < Math.ceil(published * SHARES[status]); n += 1) add(status);
    })
    .immediate();
}
