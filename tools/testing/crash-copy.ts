import { copyFileSync, existsSync, rmSync } from 'node:fs';
import type BetterSqlite from 'better-sqlite3';
import { live, openForLife, type Purpose, type Records, watchSteps } from './outbox-life';

/**
 * Lives in this process until the chosen step, at which the database and its write-ahead log are copied as they are.
 *
 * The copy is what a process that is killed at this step leaves. A kill takes from the files nothing that was written:
 * that is in the memory of the system, not of the process. And it adds nothing: no more code runs. What a process has
 * in its own memory, such as an unfinished transaction, is in neither. The file of shared memory (`-shm`) is not
 * copied, because the first connection after a crash builds it anew from the log.
 * @param copy where the copy is put.
 * @see https://www.sqlite.org/walformat.html#recovery
 */
export async function liveUntilCopied(
  { file, copy, records, lastStep }: { file: string; copy: string; records: Records; lastStep: number },
  purpose: Purpose,
): Promise<void> {
  const db = openForLife(file);
  let steps = 0;
  const isOver = () => steps >= lastStep;
  const restore = watchSteps(db, (client: BetterSqlite.Database) => {
    if (client !== db.$client) return;
    if (!isOver()) {
      steps += 1;
      if (isOver()) copyDatabase(file, copy);
    }
    // Nothing that this life still does may reach its database. The copy would not show it anyway.
    if (isOver()) throw new Error('This process was killed.');
  });
  try {
    await endOf(live({ db, records, isOver }, purpose), isOver);
  } finally {
    restore();
    db.$client.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
  }
}

function copyDatabase(file: string, copy: string): void {
  for (const suffix of ['', '-wal'])
    if (existsSync(file + suffix)) copyFileSync(file + suffix, copy + suffix);
}

/** Waits for the end of a life; what it throws after the last step is how it ends. */
async function endOf(life: Promise<void>, isOver: () => boolean): Promise<void> {
  try {
    await life;
  } catch (error) {
    if (!isOver()) throw error;
  }
}
