import type { ReactNode } from 'react';
import { Palette } from '@/components/desk/palette/palette.client';
import { DeskBar } from '@/components/desk/shell/desk-bar.client';
import { DeskZoneProvider } from '@/components/desk/ui/desk-words.client';
import { localText, mainLanguage } from '@/lib/language/languages';
import { database } from '@/lib/next/database';
import { requireUser } from '@/lib/next/session';
import { readSite } from '@/lib/settings/site';
import { roomsOf } from '../rooms-of';
import { leave } from './account/actions';
import { begin, chooseLanguage } from './actions';

/** The layout of all admin pages except the editor, for signed-in users. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const rooms = roomsOf(await requireUser());
  const site = readSite(database());
  return (
    <DeskZoneProvider timeZone={site.timeZone}>
      <DeskBar rooms={rooms} publication={localText(site.name, mainLanguage(site))} />
      <Palette rooms={rooms} actions={{ begin, chooseLanguage, leave }} />
      <main className="max-w-desk mx-auto px-4 pt-6 pb-20">{children}</main>
    </DeskZoneProvider>
  );
}
