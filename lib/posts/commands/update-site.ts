import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { site } from '@/db/schema';
import { mayChangeSettings } from '@/lib/accounts/policies';
import { command } from '@/lib/commands';
import { because, overLimit, requireForm } from '@/lib/forms';
import { LocalTextSchema, readSite, SiteSettings } from '@/lib/settings/site';
import { deriveMonths } from '../derive';

/**
 * Browsers drop tabs and line breaks of an address, read a backslash as a slash, and go to another site at
 * `//`: what they make of a path must still be on this one.
 * @see https://url.spec.whatwg.org/#url-parsing
 */
function isPathOfSite(path: string): boolean {
  const site = 'http://site.invalid';
  if (!path.startsWith('/') || /[\\\p{Cc}]/u.test(path) || !URL.canParse(path, site)) return false;
  return new URL(path, site).origin === site;
}

const PathOfSite = z.string().refine(isPathOfSite, because('menuLink')).max(300, overLimit('menuLinkLong'));

const NewSettings = SiteSettings.extend({
  navigation: z.array(z.object({ label: LocalTextSchema, path: PathOfSite })).max(12, overLimit('menuFull')),
});

/** Changes the settings. */
export const updateSite = command('updateSite', mayChangeSettings, (tx, input: z.infer<typeof NewSettings>) =>
  writeSettings(tx, requireForm(NewSettings, input)),
);

/** Writes some or all of the settings; a new time zone recomputes every post's month in the archive. */
export function writeSettings(tx: Tx, settings: Partial<z.infer<typeof NewSettings>>) {
  const before = readSite(tx).timeZone;
  tx.update(site).set(settings).where(eq(site.id, 1)).run();
  const timeZoneChanged = settings.timeZone !== undefined && settings.timeZone !== before;
  if (timeZoneChanged) deriveMonths(tx);
  return { timeZoneChanged };
}
