import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { archivePath, pagePath } from '@/lib/addresses';
import { formatMonth } from '@/lib/language/dates';
import { ListPage } from '../../../list-page';
import { pageNumber } from '../../../page-metadata';
import { simpleMetadata, siteWords } from '../../../simple-metadata';

interface Address {
  year: string;
  month: string;
  n?: string;
}

/** Renders one page of a month's posts. */
export function MonthPage(address: Address) {
  const { month, path } = requireMonth(address);
  const { words, language, site } = siteWords();
  return (
    <ListPage
      kicker={words.archive}
      heading={formatMonth(month, language, site)}
      filter={{ month }}
      rail={{ year: address.year }}
      page={pageNumber(address.n)}
      hrefOf={(to) => pagePath(path, to)}
    />
  );
}

/** Builds the metadata of a page of a month's posts. */
export function monthMetadata(address: Address): Metadata {
  const { month, path } = requireMonth(address);
  const page = pageNumber(address.n);
  const { language, site } = siteWords();
  return simpleMetadata({
    path: pagePath(path, page),
    titleOf: () => formatMonth(month, language, site),
  });
}

function requireMonth({ year, month }: Address) {
  if (!/^\d{4}$/.test(year) || !/^(0[1-9]|1[0-2])$/.test(month)) notFound();
  return { month: `${year}-${month}`, path: archivePath(`${year}-${month}`) };
}
