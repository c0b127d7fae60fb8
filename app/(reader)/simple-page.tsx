import type { ReactNode } from 'react';
import { SiteDocument } from '@/components/site/site-document';
import { mainLanguage } from '@/lib/language/languages';
import { database } from '@/lib/next/database';
import { readSite } from '@/lib/settings/site';

/** A page with a heading and whatever is under it, in the publication's first language. */
export function SimplePage({ heading, children }: { heading: string; children: ReactNode }) {
  const site = readSite(database());
  return (
    <SiteDocument site={site} language={mainLanguage(site)}>
      <header className="list-head">
        <h1>{heading}</h1>
      </header>
      {children}
    </SiteDocument>
  );
}
