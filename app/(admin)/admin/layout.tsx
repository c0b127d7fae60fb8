import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { DeskWordsProvider } from '@/components/desk/ui/desk-words.client';
import { LimitNote } from '@/components/desk/ui/limit-note.client';
import { deskStringsFor } from '@/lib/language/strings';
import { database } from '@/lib/next/database';
import { deskLanguage } from '@/lib/next/desk-language';
import { readSite } from '@/lib/settings/site';
import { pageIcons } from '@/lib/settings/site-pictures';
import './admin.css';

export function generateMetadata(): Metadata {
  return {
    title: { template: '%s · Broadside', default: 'Broadside' },
    robots: { index: false, follow: false },
    icons: pageIcons(readSite(database()).icon),
  };
}

/** The root layout of the admin, separate so that none of it reaches readers. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const language = await deskLanguage();
  return (
    <html lang={language}>
      <body>
        <DeskWordsProvider language={language} words={deskStringsFor(language)}>
          {children}
          <LimitNote />
        </DeskWordsProvider>
      </body>
    </html>
  );
}
