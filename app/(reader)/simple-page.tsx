import type { ReactNode } from 'react';
import { SiteDocument } from '@/components/reader/site/site-document';
import { PageHead, PageHeading } from './page-head';
import { requestSite } from './request-site';

interface Props {
  heading: string;
  isSearch?: boolean;
  children: ReactNode;
}

/** Renders a page with a heading and content in the publication's first language. */
export function SimplePage({ heading, isSearch, children }: Props) {
  const { site, language } = requestSite();
  return (
    <SiteDocument site={site} language={language} isSearch={isSearch}>
      <PageHead>
        <PageHeading>{heading}</PageHeading>
      </PageHead>
      {children}
    </SiteDocument>
  );
}
