import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { namesIn } from '@/lib/settings/entries-in';
import { manageCommand } from '@/lib/settings/operator-commands';
import { WrongSetting } from '@/lib/settings/wrong-setting';

const DATABASE = 'broadside.db';

/**
 * Prevents a start from opening a new publication, with a set-up link for whoever comes first, where there was one
 * whose database is missing or empty.
 * @throws WrongSetting with what was found and what to do.
 */
export function requireDatabaseOrNothing(dataDir: string): void {
  const database = join(dataDir, DATABASE);
  const isThere = existsSync(database);
  const isEmpty = isThere && statSync(database).size === 0;
  if (isThere && !isEmpty && hasTables(database)) return;
  const traces = [
    ...(isEmpty ? [`an empty ${DATABASE}`] : []),
    ...(holdsFiles(join(dataDir, 'media')) ? ['media files'] : []),
    ...(holdsFiles(join(dataDir, 'secrets')) ? ['secrets'] : []),
    ...namesIn(dataDir).filter(isLeftInside),
    ...namesNextTo(dataDir),
  ];
  if (traces.length === 0) return;
  throw new WrongSetting(
    [
      `${dataDir} has no database of a publication, but there are traces of a publication: ${traces.join(', ')}.`,
      'To prevent a new publication from taking its place, nothing was started.',
      `Restore a backup with: ${manageCommand('restore <backup>')}`,
      `If the data is in another folder, set DATA_DIR to it or move it to ${dataDir}. To begin a new publication, set DATA_DIR to a new folder.`,
    ].join('\n'),
  );
}

/** Whether a database was migrated. One that cannot be read counts: whoever opens it says what is wrong. */
function hasTables(file: string): boolean {
  try {
    const client = new BetterSqlite(file, { readonly: true });
    try {
      return client.pragma('user_version', { simple: true }) !== 0;
    } finally {
      client.close();
    }
  } catch (error) {
    if (error instanceof BetterSqlite.SqliteError) return true;
    throw error;
  }
}

/** Copies of the database, and contents that a restore set aside. */
function isLeftInside(name: string): boolean {
  return (
    name.startsWith('before-restore-') ||
    name === `${DATABASE}-wal` ||
    ['before-', 'failed-'].some((kind) => name.startsWith(`${DATABASE}.${kind}`))
  );
}

/** What restores, moves and backups put next to a data folder. */
function namesNextTo(dataDir: string): string[] {
  const own = basename(dataDir);
  return namesIn(dirname(dataDir)).filter((name) => {
    if (name === `${own}-backups`) return holdsBackup(join(dirname(dataDir), name));
    return name === `${own}.incoming` || name === `${own}.moved` || name.startsWith(`${own}.before-restore-`);
  });
}

function holdsBackup(folder: string): boolean {
  return namesIn(folder).some((name) => existsSync(join(folder, name, DATABASE)));
}

function holdsFiles(folder: string): boolean {
  return namesIn(folder).some((name) => !name.startsWith('.'));
}
