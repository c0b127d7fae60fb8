import { renderToStaticMarkup } from 'react-dom/server';
import { type Db, openReadOnly } from '@/db/client';
import { mainLanguage } from '@/lib/language/languages';
import type { SearchTask } from '@/lib/posts/search-in-thread';
import { readSite } from '@/lib/settings/site';
import { answerSearch } from './answer-search';
import { SearchContent } from './search-content';

let opened: { file: string; db: Db } | null = null;

/**
 * Searches and renders what the search page shows of it, in a thread. It reads in one transaction that begins
 * now, so that it never shows an older state than that of the content version under which the page will be kept.
 * @returns HTML.
 * @see https://www.sqlite.org/isolation.html
 */
export default function renderSearch({ file, query, language }: SearchTask): string {
  const startedAt = performance.now();
  const shown = databaseOf(file).transaction((tx) => ({
    site: readSite(tx),
    ...answerSearch(tx, { query, language }, () => performance.now() - startedAt),
  }));
  return renderToStaticMarkup(<SearchContent {...shown} language={language ?? mainLanguage(shown.site)} />);
}

function databaseOf(file: string): Db {
  if (opened?.file === file) return opened.db;
  opened?.db.$client.close();
  opened = { file, db: openReadOnly(file) };
  return opened.db;
}
