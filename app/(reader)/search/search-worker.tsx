import { renderToStaticMarkup } from 'react-dom/server';
import type { Db, Tx } from '@/db/client';
import { openReadOnly } from '@/db/read-only';
import { pathOfEdition } from '@/lib/addresses';
import { type LanguageCode, mainLanguage } from '@/lib/language/languages';
import { type SearchFilters, searchFilters } from '@/lib/posts/search-filters';
import type { SearchPart, SearchTask } from '@/lib/posts/search-in-thread';
import { pieceOf } from '@/lib/process/gzip-pieces';
import { keepLanguageInPart } from '@/lib/serving/keep-language';
import { RouteTable } from '@/lib/serving/route-table';
import { ROUTES } from '@/lib/serving/routes';
import { specimenOf } from '@/lib/serving/used-looks';
import { markWordBreaks } from '@/lib/serving/word-breaks';
import { readSite, type Site } from '@/lib/settings/site';
import { answerSearch } from './answer-search';
import { SearchContent } from './search-content';

const encoder = new TextEncoder();
const table = new RouteTable(ROUTES);

let opened: { file: string; db: Db } | null = null;

/** What all searches show, until something public changes. */
let common: { version: number; site: Site; filters: Map<LanguageCode | null, SearchFilters> } | null = null;

/**
 * Searches and renders what the search page shows of it, in a thread. It reads in one transaction that begins
 * now, so that it never shows an older state than that of the content version under which the page will be kept.
 * What it shows is finished here, so that the main thread only copies it.
 * @see https://www.sqlite.org/isolation.html
 */
export default function renderSearch({ file, version, query, language }: SearchTask): SearchPart {
  const startedAt = performance.now();
  const shown = databaseOf(file).transaction((tx) => {
    const { site, filters } = commonOf(tx, version, language);
    return {
      site,
      ...answerSearch(tx, { query, language, filters }, () => performance.now() - startedAt),
    };
  });
  const content = <SearchContent {...shown} language={language ?? mainLanguage(shown.site)} />;
  const home = language === null ? '/' : pathOfEdition('/', language);
  const html = markWordBreaks(keepLanguageInPart(renderToStaticMarkup(content), home, table));
  return { piece: pieceOf(encoder.encode(html)), specimen: specimenOf(html) };
}

function databaseOf(file: string): Db {
  if (opened?.file === file) return opened.db;
  opened?.db.$client.close();
  opened = { file, db: openReadOnly(file) };
  common = null;
  return opened.db;
}

/** Reads what all searches show once per content version: as it was then, or later. */
function commonOf(
  tx: Tx,
  version: number,
  language: LanguageCode | null,
): { site: Site; filters: SearchFilters } {
  if (common?.version !== version) common = { version, site: readSite(tx), filters: new Map() };
  const { site, filters: known } = common;
  const filters = known.get(language) ?? searchFilters(tx, language ?? undefined);
  known.set(language, filters);
  return { site, filters };
}
