import { type Db, openReadOnly } from '@/db/client';
import { type SearchPage, searchPage } from './search-page';
import type { SearchRequest } from './search-posts';

/** A search, and the database file to be searched. */
export interface SearchTask {
  file: string;
  request: SearchRequest;
}

/**
 * How long a search goes on before it ends with what it has, in ms. Nearly all end within 20 ms; a rare phrase
 * of frequent words takes longer in a publication of 100,000 posts.
 */
const LONGEST_MS = 150;

let opened: { file: string; db: Db } | null = null;

/**
 * Answers a search, in a thread. It reads in one transaction that begins now, so that it never shows an older
 * state than that of the content version under which the page will be kept.
 * @see https://www.sqlite.org/isolation.html
 */
export default function search({ file, request }: SearchTask): SearchPage {
  const until = performance.now() + LONGEST_MS;
  return databaseOf(file).transaction((tx) => searchPage(tx, request, () => performance.now() > until));
}

function databaseOf(file: string): Db {
  if (opened?.file === file) return opened.db;
  opened?.db.$client.close();
  opened = { file, db: openReadOnly(file) };
  return opened.db;
}
