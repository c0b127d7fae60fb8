import { sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { findRows } from './find-rows';
import { indexText } from './index-text';
import { parseQuery } from './parse-query';

/** The searchable text of a post. `names` contains the names in its byline, one per line. */
export interface IndexedPost {
  postId: number;
  headline: string;
  standfirst: string;
  text: string;
  names: string;
}

/** Adds a listed post to the readers' index, or replaces its entry. */
export function indexLivePost(tx: Tx, { postId, headline, standfirst, text, names }: IndexedPost) {
  removeLivePost(tx, postId);
  tx.run(sql`insert into post_search (rowid, headline, standfirst, body, names) values
    (${postId}, ${indexText(headline)}, ${indexText(standfirst)}, ${indexText(text)}, ${indexText(names)})`);
  tx.run(sql`insert into headline_search (rowid, headline) values (${postId}, ${indexText(headline)})`);
}

/** Removes a post from the readers' index; does nothing when it is not there. */
export function removeLivePost(tx: Tx, postId: number) {
  tx.run(sql`delete from post_search where rowid = ${postId}`);
  tx.run(sql`delete from headline_search where rowid = ${postId}`);
}

/** Adds a draft to the authors' index, or replaces its entry. */
export function indexDraft(tx: Tx, { postId, headline, standfirst, text }: Omit<IndexedPost, 'names'>) {
  removeDraft(tx, postId);
  tx.run(sql`insert into draft_search (rowid, headline, standfirst, body) values
    (${postId}, ${indexText(headline)}, ${indexText(standfirst)}, ${indexText(text)})`);
}

/** Removes a draft from the authors' index; does nothing when it is not there. */
export function removeDraft(tx: Tx, postId: number) {
  tx.run(sql`delete from draft_search where rowid = ${postId}`);
}

const MAX_DRAFTS = 500;
/** An author waits for the list, and everybody for the database. */
const LONGEST_MS = 20;

/**
 * Returns the posts whose drafts match, best first, or newest first where very many have the words; at most
 * 500. Empty when `q` has no words.
 */
export function searchDraftIds(db: Db, q: string): number[] {
  const query = parseQuery(q);
  if (!query) return [];
  const until = performance.now() + LONGEST_MS;
  const isLate = () => performance.now() > until;
  return findRows(db, { index: 'draft_search', query, where: sql``, limit: MAX_DRAFTS, isLate }).ids;
}
