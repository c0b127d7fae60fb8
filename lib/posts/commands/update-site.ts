import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { site } from '@/db/schema';
import { mayChangeSettings } from '@/lib/accounts/policies';
import { command } from '@/lib/commands';
import { isSafeHref } from '@/lib/document/attributes';
import { because, overLimit, requireForm } from '@/lib/forms';
import { requirePicture } from '@/lib/media/require-picture';
import { ACCENT_COLOUR } from '@/lib/settings/accent';
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

const MOST_LINKS = { navigation: 12, blogroll: 24, social: 8 };

/** A whole address of another site, without what a browser would drop or send on. */
function isWebAddress(address: string): boolean {
  return (
    /^https?:\/\//i.test(address) && !/\p{Cc}/u.test(address) && isSafeHref(address) && URL.canParse(address)
  );
}

const WebAddress = z.string().trim().max(500).refine(isWebAddress, because('webAddress'));

const Link = z.object({
  label: LocalTextSchema,
  path: z
    .string()
    .refine((path) => isPathOfSite(path) || isWebAddress(path), because('menuLink'))
    .max(300, overLimit('menuLinkLong')),
});

const Colour = z.string().trim().toLowerCase().regex(ACCENT_COLOUR, because('notAColour'));

const NewSettings = SiteSettings.extend({
  navigation: z.array(Link).max(MOST_LINKS.navigation, overLimit('menuFull')),
  blogroll: z.array(Link).max(MOST_LINKS.blogroll, overLimit('blogrollFull')),
  social: z.array(WebAddress).max(MOST_LINKS.social, overLimit('socialFull')),
  contact: z.union([z.literal(''), z.email(because('notAnEmail')).max(200)], because('notAnEmail')),
  accent: z.union([z.literal(''), Colour], because('notAColour')),
}).partial();
type NewSettings = z.infer<typeof NewSettings>;

/** Changes the settings that are given; the others stay as they are. */
export const updateSite = command('updateSite', mayChangeSettings, (tx, input: NewSettings) => {
  const settings = requireForm(NewSettings, input);
  if (settings.logoMediaId) requirePicture(tx, settings.logoMediaId);
  if (settings.iconMediaId) requirePicture(tx, settings.iconMediaId);
  return writeSettings(tx, settings);
});

/** Writes some or all of the settings; a new time zone recomputes every post's month in the archive. */
export function writeSettings(tx: Tx, settings: NewSettings) {
  const before = readSite(tx).timeZone;
  if (Object.keys(settings).length > 0) tx.update(site).set(settings).where(eq(site.id, 1)).run();
  const timeZoneChanged = settings.timeZone !== undefined && settings.timeZone !== before;
  if (timeZoneChanged) deriveMonths(tx);
  return { timeZoneChanged };
}
