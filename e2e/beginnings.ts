import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import type { Db } from '@/db/client';

/**
 * What a publication of the tests begins from: nothing at all, what a first start makes, with its
 * samples, or that with its owner.
 */
export type Beginning = 'nothing' | 'samples' | 'owner';

/** The data folder to begin from, which `make-beginnings.ts` made. */
export function beginningFolder(beginning: Exclude<Beginning, 'nothing'>): string {
  return join(beginnings(), beginning);
}

/** What was seen of the one start with an empty data folder, which takes ten seconds. */
export interface FirstStart {
  /** What the process printed. */
  output: string;
  dataDir: string;
  url: string;
  /** Paths in the data folder that other users of the machine could read. */
  openToOthers: string[];
}

export const FIRST_START = 'first-start.json';

/** The first start, which `make-beginnings.ts` made. */
export function firstStart(): FirstStart {
  return JSON.parse(readFileSync(join(beginnings(), FIRST_START), 'utf8'));
}

/**
 * The cookies of the owner. They are good for every copy: the secret goes with the folder, and a
 * cookie knows no port.
 */
export function ownerStateFile(): string {
  return join(beginnings(), 'owner.json');
}

/**
 * Makes the database of a running publication what it was at its beginning, by SQLite's own backup.
 * Numbers and the content version go on from where they are: nothing that comes late from the test
 * before hits something new, and no page of it is taken for a new one.
 */
export async function beginAgain({ $client }: Db): Promise<void> {
  const version = $client.prepare('select content_version from site').pluck().get() as number;
  const numbers = $client.prepare('select name, seq from sqlite_sequence').all() as Numbering[];
  const beginning = new BetterSqlite(join(beginningFolder('owner'), 'broadside.db'));
  await beginning.backup($client.name);
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
