import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { newestMigration } from '@/db/client';
import { OperatorError, Refusal } from '@/lib/errors';
import { findChanges, type Manifest, readManifest } from './manifest';
import { countBytes, type OnProgress } from './progress';

const DATABASE = 'broadside.db';
/** A list of every file of a damaged disk helps nobody. */
const MOST_NAMED = 10;

/** What a backup turned out to be. */
export interface Verified {
  /** Null for one of an earlier version, whose files cannot be compared with anything. */
  manifest: Manifest | null;
  /** Sentences for the operator. */
  warnings: string[];
}

/**
 * Reads a whole backup and compares it with its manifest.
 * @throws Refusal `invalid` when there is no database, or a damaged one; OperatorError when it is unfinished,
 *   empty, from a newer version, or when files are missing, changed or too many.
 */
export async function verifyBackup(folder: string, onProgress?: OnProgress): Promise<Verified> {
  const manifest = await readManifest(folder);
  if (folder.endsWith('.unfinished') || (manifest && manifest !== 'unreadable' && !manifest.isComplete))
    throw new OperatorError(`The backup in ${folder} was never finished. Choose another one.`);
  requireDatabaseFile(folder);
  if (manifest === 'unreadable')
    throw new OperatorError(
      `The list of files in ${folder}, manifest.json, is damaged. Choose another backup.`,
    );
  if (manifest) await requireUnchanged(folder, manifest, onProgress);
  const facts = requireSoundDatabase(folder);
  if (facts.schemaVersion > newestMigration())
    throw new OperatorError(
      `The backup in ${folder} was made by a newer Broadside. Update the program first.`,
    );
  return { manifest, warnings: manifest ? [] : withoutManifest(folder) };
}

function requireDatabaseFile(folder: string) {
  const file = join(folder, DATABASE);
  if (!existsSync(file)) throw new Refusal('invalid', 'noBackup', { folder });
  if (statSync(file).size === 0)
    throw new OperatorError(`The database in ${folder} is empty (0 bytes). Choose another backup.`);
}

async function requireUnchanged(folder: string, manifest: Manifest, onProgress: OnProgress | undefined) {
  const total = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0);
  const changes = await findChanges(folder, manifest, countBytes(onProgress, 'Checked', total));
  if (changes.length === 0) return;
  const more = changes.length > MOST_NAMED ? [`… and ${changes.length - MOST_NAMED} more.`] : [];
  throw new OperatorError(
    [`The backup in ${folder} is not as it was made:`, ...changes.slice(0, MOST_NAMED), ...more].join('\n'),
  );
}

/** What the database of a backup contains. */
export interface DatabaseFacts {
  schemaVersion: number;
  counts: { posts: number; media: number };
}

/**
 * Reads the whole database of a backup.
 * @throws Refusal `invalid` when there is none or it is damaged; OperatorError when it has no tables.
 */
export function requireSoundDatabase(folder: string): DatabaseFacts {
  return withCopy(folder, (client) => {
    const [row] = client.pragma('integrity_check') as { integrity_check: string }[];
    if (row?.integrity_check !== 'ok') throw new Refusal('invalid', 'backupDamaged', { folder });
    const schemaVersion = client.pragma('user_version', { simple: true }) as number;
    const count = (table: string) => client.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
    if (!hasTable(client, 'posts') || !hasTable(client, 'media'))
      throw new OperatorError(`The database in ${folder} contains no publication. Choose another backup.`);
    return { schemaVersion, counts: { posts: count('posts'), media: count('media') } };
  });
}

function hasTable(client: BetterSqlite.Database, name: string): boolean {
  const found = client.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(name);
  return found !== undefined;
}

/**
 * Checks what can be checked of a backup that an earlier version made.
 * @returns warnings.
 * @throws OperatorError when it has no secrets, or no media although the database has some.
 */
function withoutManifest(folder: string): string[] {
  if (!existsSync(join(folder, 'secrets', 'session')))
    throw new OperatorError(
      `The backup in ${folder} has no secrets. It is not complete: copy the folder “secrets” of the same backup into it, or choose another one.`,
    );
  const named = withCopy(folder, (client) => namedFiles(client));
  if (named.length > 0 && !existsSync(join(folder, 'media')))
    throw new OperatorError(
      `The backup in ${folder} has no media files, and its database names ${named.length}. It is not complete: copy the folder “media” of the same backup into it, or choose another one.`,
    );
  const missing = named.filter((path) => !existsSync(join(folder, path)));
  return [
    'This backup was made by an earlier version and has no list of its files. Its database is sound; whether media files were changed cannot be known.',
    ...(missing.length > 0
      ? [`${missing.length} of its ${named.length} media files are missing, the first is ${missing[0]}.`]
      : []),
  ];
}

/** Returns the paths of all files that the library shows. */
function namedFiles(client: BetterSqlite.Database): string[] {
  const rows = client
    .prepare(
      `SELECT media.id || '/' || json_extract(rendition.value, '$.file') AS path
       FROM media, json_each(media.renditions) AS rendition`,
    )
    .pluck()
    .all() as string[];
  return rows.map((path) => `media/${path}`);
}

function withCopy<T>(folder: string, work: (client: BetterSqlite.Database) => T): T {
  let client: BetterSqlite.Database;
  try {
    client = new BetterSqlite(join(folder, DATABASE), { readonly: true, fileMustExist: true });
  } catch {
    throw new Refusal('invalid', 'noBackup', { folder });
  }
  try {
    return work(client);
  } catch (error) {
    if (error instanceof BetterSqlite.SqliteError && /^SQLITE_(?:CORRUPT|NOTADB)/.test(error.code))
      throw new Refusal('invalid', 'backupDamaged', { folder });
    throw error;
  } finally {
    client.close();
  }
}
