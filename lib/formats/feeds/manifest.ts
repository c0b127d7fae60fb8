import type { Db } from '@/db/client';
import { localText, mainLanguage } from '@/lib/language/languages';
import { readSite } from '@/lib/settings/site';
import { iconAddress, plainFile } from '@/lib/settings/site-pictures';
import { COLOURS } from '@/lib/settings/theme-colours';

/** Renders the web app manifest of the publication. @see https://www.w3.org/TR/appmanifest/ */
export function renderManifest(db: Db): string {
  const site = readSite(db);
  const lang = mainLanguage(site);
  const name = localText(site.name, lang);
  return JSON.stringify({
    id: '/',
    name,
    short_name: name,
    description: localText(site.tagline, lang) || undefined,
    lang,
    start_url: '/',
    scope: '/',
    // With the address visible, because readers share it.
    display: 'minimal-ui',
    background_color: COLOURS.light.paper,
    theme_color: COLOURS.light.paper,
    icons: [
      ...(plainFile(site.icon) ? [] : [{ src: '/icon.svg', type: 'image/svg+xml', sizes: 'any' }]),
      { src: iconAddress('/icon-192.png', site.icon), type: 'image/png', sizes: '192x192' },
      { src: iconAddress('/icon-512.png', site.icon), type: 'image/png', sizes: '512x512' },
      {
        src: iconAddress('/icon-maskable.png', site.icon),
        type: 'image/png',
        sizes: '512x512',
        purpose: 'maskable',
      },
    ],
  });
}
