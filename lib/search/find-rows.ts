import { type SQL, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { type Phrase, type Query, spellingsOf } from './parse-query';

/** The indexes, with what their rows are joined to, and the order of relevance: columns count differently. */
const INDEXES = {
  post_search: {
    from: sql`post_search cross join posts on posts.id = post_search.rowid`,
    bestFirst: sql`bm25(post_search, 10, 5, 1, 3), posts.published_at desc, post_search.rowid desc`,
  },
  draft_search: {
    from: sql`draft_search`,
    bestFirst: sql`bm25(draft_search, 10, 5, 1), draft_search.rowid desc`,
  },
};

/** What is looked for. */
export interface Lookup {
  index: keyof typeof INDEXES;
  query: Query;
  /** Further conditions, each beginning with `and`; on `posts` too, for the index of posts. */
  where: SQL;
  limit: number;
  /** Asked between statements with how many were found; once it is true, these must do. */
  isLate: (found: number) => boolean;
}

/** The posts that were found. */
export interface FoundRows {
  ids: number[];
  /** Whether the best come first; otherwise the newest do, and were looked for first. */
  isRanked: boolean;
  /** Whether the time ended before all posts were looked at. */
  isPartial: boolean;
}

/** Up to this many posts, every search is quick. */
const FEW_POSTS = 1500;
/**
 * The posts that show how frequent a word is: so many in each of several places, because a publication that began
 * to write in another language has none of its former words among the newest.
 */
const SAMPLE = { posts: 125, places: 4 };
/**
 * What a ranking costs, in microseconds: it reads each word of each post that has it, twice, of which Khmer
 * clusters occur several times in a post, and then calculates the rank of each post with all words.
 */
const COST = { word: 0.3, cluster: 0.9, rank: 3 };
const MOST_COST = 4000;
/** Of fewer, chance decides how many there are. */
const ENOUGH_TO_TELL = 10;
const KHMER = /^[\u1780-\u17B3]/;
/** Posts that are searched by one statement, which nothing can interrupt: at most some 4 ms. */
const SLICE_POSTS = 2500;

/**
 * Finds the posts that match, best first. Words that very many posts have say little about relevance, and
 * ranking them all would take long: for those, the newest posts come first, and the search ends with what it
 * has when the time is over.
 * @see https://www.sqlite.org/fts5.html#the_bm25_function
 */
export function findRows(db: Db | Tx, lookup: Lookup): FoundRows {
  const table = sql.identifier(lookup.index);
  const newest = db.get<{ id: number } | undefined>(
    sql`select rowid as id from ${table} order by rowid desc limit 1`,
  );
  if (!newest) return { ids: [], isRanked: true, isPartial: false };
  if (newest.id <= FEW_POSTS) return bestFirst(db, lookup);
  // The newest posts mostly show that there are very many, for less than the frequency of a word costs.
  const first = sliceOf(db, lookup, { top: newest.id, newest: newest.id, most: lookup.limit });
  const areTooMany = costOfAsMany(first, lookup, newest.id) > MOST_COST;
  if (areTooMany && first.length === lookup.limit) return { ids: first, isRanked: false, isPartial: false };
  return !areTooMany && isQuickToRank(db, lookup, newest.id)
    ? bestFirst(db, lookup)
    : newestFirst(db, lookup, newest.id, first);
}

/** Estimates what a ranking would cost if all posts were as those of the newest slice; 0 where too few were found to tell. */
function costOfAsMany(first: number[], { query, limit }: Lookup, newest: number): number {
  const last = first.length === limit ? first.at(-1) : newest - sliceSize(query, newest);
  if (last === undefined || first.length < ENOUGH_TO_TELL) return 0;
  const keys = [...keysOf(neededIn(query))];
  const costOfOne = keys.reduce((cost, key) => cost + costOf(key), COST.rank);
  return (first.length * newest * costOfOne) / (newest - last + 1);
}

/** Returns what every found post has: a word that may be written otherwise does not say how many are found. */
const neededIn = ({ wanted }: Query) => wanted.filter(({ others }) => others.length === 0);

const costOf = (key: string) => (KHMER.test(key) ? COST.cluster : COST.word);

function bestFirst(db: Db | Tx, { index, query, where, limit }: Lookup): FoundRows {
  const rows = db.all<{ id: number }>(sql`${matching(index, query.match)} ${where}
    order by ${INDEXES[index].bestFirst} limit ${limit}`);
  return { ids: rows.map(({ id }) => id), isRanked: true, isPartial: false };
}

/** @param first what the newest slice has. */
function newestFirst(db: Db | Tx, lookup: Lookup, newest: number, first: number[]): FoundRows {
  const { query, limit, isLate } = lookup;
  const slice = sliceSize(query, newest);
  const ids = [...first];
  let top = newest - slice;
  for (; top > 0 && ids.length < limit && !isLate(ids.length); top -= slice)
    ids.push(...sliceOf(db, lookup, { top, newest, most: limit - ids.length }));
  return { ids, isRanked: false, isPartial: top > 0 && ids.length < limit };
}

/** A word that is searched as a beginning is looked up in one go: FTS5 would collect its words again for each slice. */
const sliceSize = ({ wanted }: Query, newest: number) =>
  wanted.some(({ isPrefix }) => isPrefix) ? newest : SLICE_POSTS;

/** Finds the newest posts of a slice. @param top its newest. */
function sliceOf(
  db: Db | Tx,
  { index, query, where }: Lookup,
  { top, newest, most }: { top: number; newest: number; most: number },
): number[] {
  const table = sql.identifier(index);
  const rows = db.all<{ id: number }>(sql`${matching(index, query.match)}
    and ${table}.rowid > ${integer(top - sliceSize(query, newest))} and ${table}.rowid <= ${integer(top)} ${where}
    order by ${table}.rowid desc limit ${most}`);
  return rows.map(({ id }) => id);
}

/**
 * Our driver binds every number as a real one, of which FTS5 takes no notice when it is told where to begin and end:
 * without the cast, it would read the words of all posts.
 */
function integer(value: number): SQL {
  return sql`cast(${value} as integer)`;
}

function matching(index: Lookup['index'], match: string): SQL {
  const table = sql.identifier(index);
  return sql`select ${table}.rowid as id from ${INDEXES[index].from} where ${table} match ${match}`;
}

/** Estimates from a sample of posts what a ranking would cost. */
function isQuickToRank(db: Db | Tx, { index, query }: Lookup, newest: number): boolean {
  let cost = 0;
  let found = newest;
  const needed = neededIn(query);
  const wanted = keysOf(needed);
  const whole = keysOf(needed.filter(({ isPrefix }) => !isPrefix));
  for (const key of keysOf([...query.wanted, ...query.unwanted].flatMap(spellingsOf))) {
    const posts = frequencyOf(db, index, key, newest);
    // A misspelt word, perhaps: nothing will be found.
    if (posts === 0 && whole.has(key) && !isInPosts(db, index, key)) return true;
    cost += posts * costOf(key);
    if (wanted.has(key)) found = Math.min(found, posts);
    if (cost > MOST_COST) return false;
  }
  return cost + found * COST.rank <= MOST_COST;
}

function isInPosts(db: Db | Tx, index: Lookup['index'], key: string): boolean {
  const table = sql.identifier(index);
  return db.all(sql`select 1 from ${table} where ${table} match ${`"${key}"`} limit 1`).length > 0;
}

/** Estimates how many posts have a word. */
function frequencyOf(db: Db | Tx, index: Lookup['index'], key: string, newest: number): number {
  const table = sql.identifier(index);
  // From the newest to the oldest: in the other direction FTS5 reads the word in all older posts first. SQLite
  // keeps the order only where there is a limit.
  const counts = Array.from({ length: SAMPLE.places }, (_, place) => {
    const top = Math.floor((newest * (SAMPLE.places - place)) / SAMPLE.places);
    return sql`(select count(*) from (select 1 from ${table} where ${table} match ${`"${key}"`}
      and rowid > ${integer(top - SAMPLE.posts)} and rowid <= ${integer(top)}
      order by rowid desc limit ${SAMPLE.posts}))`;
  });
  const { n } = db.get<{ n: number }>(sql`select ${sql.join(counts, sql` + `)} as n`);
  return (n * newest) / (SAMPLE.posts * SAMPLE.places);
}

function keysOf(phrases: Phrase[]): Set<string> {
  return new Set(phrases.flatMap(({ keys }) => keys));
}
