import { statSync } from 'node:fs';
import { SqliteError } from 'better-sqlite3';
import type { Db } from '@/db/client';
import { unlessBusy } from '@/lib/when-free';
import type { Fault, Part } from './health-watch';

/** A lock that another process holds for longer is a fault: nobody can save. */
const LONGEST_LOCK_MS = 60_000;
/** Next to the database; SQLite keeps both while a connection is open, and damage follows if they are replaced. */
const SUFFIXES = ['', '-wal', '-shm'] as const;

interface Options {
  /** Writes the heartbeat: a small row, whose commit SQLite syncs to the disk. */
  beat: () => void;
}

/** Checks that the database can be written, and that its files are still those that were opened. */
export function databaseCheck(db: Db, { beat }: Options): () => Fault[] {
  const opened = new Map<string, string>();
  let lockedSince: number | null = null;
  return () => {
    const written = tryBeat(beat);
    lockedSince = written === 'locked' ? (lockedSince ?? performance.now()) : null;
    const faults = typeof written === 'object' ? [written] : [];
    if (lockedSince !== null && performance.now() - lockedSince >= LONGEST_LOCK_MS)
      faults.push({ part: 'database', reason: 'Another process has locked the database for over a minute.' });
    return [...faults, ...changedFiles(db.$client.name, opened)];
  };
}

function tryBeat(beat: () => void): Fault | 'written' | 'locked' {
  try {
    return unlessBusy(beat) ? 'written' : 'locked';
  } catch (error) {
    if (!(error instanceof SqliteError)) throw error;
    return {
      part: partOf(error.code),
      reason: `The database cannot be written: ${error.code}, ${error.message}`,
    };
  }
}

/** @see https://www.sqlite.org/rescode.html */
function partOf(code: string): Part {
  return code === 'SQLITE_FULL' || code.startsWith('SQLITE_IOERR') ? 'disk' : 'database';
}

/** Compares the files with those of the first look. SQLite goes on writing to a file that was removed. */
function changedFiles(file: string, opened: Map<string, string>): Fault[] {
  const faults: Fault[] = [];
  for (const suffix of SUFFIXES) {
    const path = `${file}${suffix}`;
    const found = identityOf(path);
    const first = opened.get(path);
    if (first === undefined && found !== null) opened.set(path, found);
    else if (found === null) faults.push({ part: 'database', reason: `${path} was removed.` });
    else if (found !== first) faults.push({ part: 'database', reason: `${path} was replaced.` });
  }
  return faults;
}

/** Returns what tells a file from another of the same name, or null when there is none. */
function identityOf(path: string): string | null {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats ? `${stats.dev}:${stats.ino}` : null;
}
