import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { posts, site } from '@/db/schema';
import { command } from '@/lib/commands';
import { derivePost } from '@/lib/posts/derive';
import { requireForm } from '@/lib/require-form';
import { LocalTextSchema, readSite, SiteSettings } from './site';

/** `//` and `/\\` would lead to another site. */
const PathOfSite = z
  .string()
  .regex(/^\/(?![/\\])/, 'A link of the menu begins with one slash, as in /about.')
  .max(300, 'At most 300 characters for the address of a link, please.');

const NewSettings = SiteSettings.extend({
  navigation: z
    .array(z.object({ label: LocalTextSchema, path: PathOfSite }))
    .max(12, 'At most 12 links fit in the menu.'),
});

/** Changes the settings; a new time zone moves every post's place in the archive. */
export const updateSite = command(
  'updateSite',
  (tx, input: z.infer<typeof NewSettings>): { timeZoneChanged: boolean } => {
    const settings = requireForm(NewSettings, input);
    const timeZoneChanged = readSite(tx).timeZone !== settings.timeZone;
    tx.update(site).set(settings).where(eq(site.id, 1)).run();
    if (timeZoneChanged) {
      for (const { id } of tx.select({ id: posts.id }).from(posts).all()) derivePost(tx, id);
    }
    return { timeZoneChanged };
  },
);
