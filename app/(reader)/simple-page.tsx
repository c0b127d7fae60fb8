import type { ReactNode } from 'react';
import { SiteDocument } from '@/components/site/site-document';
import { requestSite } from './request-site';

/** A page with a heading and whatever is under it, in the publication's first language. */
export function SimplePage({ heading, children }: { heading: string; children: ReactNode }) {
  const { site, language } = requestSite();
  return (
    <SiteDocument site={site} language={language}>
      <header className="list-head">
        <h1>{heading}</h1>
      </header>
      {children}
    </SiteDocument>
  );
}
