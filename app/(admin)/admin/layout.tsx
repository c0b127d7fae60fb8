import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { DeskWordsProvider } from '@/components/desk/ui/desk-words.client';
import { LimitNote } from '@/components/desk/ui/limit-note.client';
import { deskStringsFor } from '@/lib/language/strings';
import { deskLanguage } from '@/lib/next/desk-language';
import './admin.css';

export const metadata: Metadata = {
  title: { template: '%s · Broadside', default: 'Broadside' },
  robots: { index: false, follow: false },
  icons: { icon: '/icon.svg' },
};

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
