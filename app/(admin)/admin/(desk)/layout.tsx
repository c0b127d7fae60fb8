import type { ReactNode } from 'react';
import { DeskBar } from '@/components/admin/desk-bar.client';
import { localText, mainLanguage } from '@/lib/language/languages';
import { database } from '@/lib/next/database';
import { requireUser } from '@/lib/next/session';
import { readSite } from '@/lib/settings/site';

/** The rooms around the editor, for who is signed in. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  await requireUser();
  const site = readSite(database());
  return (
    <>
      <DeskBar publication={localText(site.name, mainLanguage(site))} />
      <main className="desk">{children}</main>
    </>
  );
}
