import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { posts, site } from '@/db/schema';
import { command } from '@/lib/commands';
import { Refusal } from '@/lib/errors';
import { derivePost } from '@/lib/posts/derive';
import { readSite, SiteSettings } from './site';

/** Changes the settings; a new time zone moves every post's place in the archive. */
export const updateSite = command(
  'updateSite',
  (tx, input: z.infer<typeof SiteSettings>): { timeZoneChanged: boolean } => {
    const parsed = SiteSettings.safeParse(input);
    if (!parsed.success)
      throw new Refusal('invalid', parsed.error.issues[0]?.message ?? 'Please check the form.');
    const timeZoneChanged = readSite(tx).timeZone !== parsed.data.timeZone;
    tx.update(site).set(parsed.data).where(eq(site.id, 1)).run();
    if (timeZoneChanged) {
      for (const { id } of tx.select({ id: posts.id }).from(posts).all()) derivePost(tx, id);
    }
    return { timeZoneChanged };
  },
);
