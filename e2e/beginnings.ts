import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import type { Db } from '@/db/client';
import { copyPages } from '@/lib/backup/copy-pages';

/**
 * What a test publication begins from: nothing, the result of a first start with samples, or the same with an owner.
 */
export type Beginning = 'nothing' | 'samples' | 'owner';

/** Returns the data folder to begin from, which `make-beginnings.ts` made. */
export function beginningFolder(beginning: Exclude<Beginning, 'nothing'>): string {
  return join(beginnings(), beginning);
}

/** What was recorded of the one start with an empty data folder, which takes ten seconds. */
export interface FirstStart {
  /** What the process printed. */
  output: string;
  dataDir: string;
  url: string;
  /** Paths in the data folder that other users of the machine could read. */
  openToOthers: string[];
}

export const FIRST_START = 'first-start.json';

/** Returns the record of the first start, which `make-beginnings.ts` made. */
export function firstStart(): FirstStart {
  return JSON.parse(readFileSync(join(beginnings(), FIRST_START), 'utf8'));
}

/**
 * Returns the path of the owner's cookies. They are valid for every copy: the secret is in the folder, and cookies are
 * not tied to a port.
 */
export function ownerStateFile(): string {
  return join(beginnings(), 'owner.json');
}

/**
 * Resets the database of a running publication to its beginning, with SQLite's own backup. Ids and the content version
 * continue from their current values: a late request of the previous test cannot hit a new row, and no old page is
 * taken for a new one.
 */
export async function beginAgain({ $client }: Db): Promise<void> {
  const version = $client.prepare('select content_version from site').pluck().get() as number;
  const numbers = $client.prepare('select name, seq from sqlite_sequence').all() as Numbering[];
  const beginning = new BetterSqlite(join(beginningFolder('owner'), 'broadside.db'));
  await copyPages(beginning, $client.name);
  beginning.close();
  const goOn = $client.transaction(() => {
    $client.prepare('update site set content_version = ?').run(version + 1);
    $client.prepare('delete from sqlite_sequence').run();
    const count = $client.prepare('insert into sqlite_sequence (name, seq) values (?, ?)');
    for (const { name, seq } of numbers) count.run(name, seq);
  });
  goOn.immediate();
}

interface Numbering {
  name: string;
  seq: number;
}

function beginnings(): string {
  const folder = process.env.E2E_BEGINNINGS;
  if (!folder) throw new Error('What publications of the tests begin from was not made.');
  return folder;
}
