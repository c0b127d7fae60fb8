import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { count } from 'drizzle-orm';
import { type Db, isUpToDate } from '@/db/client';
import { media } from '@/db/schema';
import { MEDIA_ID } from './media-files';
import { ownedFiles } from './owned-files';

/** What is left in the media folder, as paths relative to it. */
export interface Unowned {
  /** Uploads that were interrupted. */
  unfinished: string[];
  /** Folders of media that have no row. */
  folders: string[];
  /** Files of earlier pictures, in folders of media that have a row. */
  files: string[];
}

interface Sweep {
  mediaDir: string;
  say: (sentence: string) => void;
  /** Ends the sweep early. */
  signal?: AbortSignal;
  /** The pause between two folders, ms: readers come first. */
  pauseMs?: number;
}

const PAUSE_MS = 5;
/** File systems read a clock that moves with the kernel's timer, at least a hundred times a second. */
const CLOCK_TICK_MS = 10;
const UNFINISHED = /^\.(?:incoming|receiving)-/;
/** More folders without rows, and more than this part of the rows, are no trace of a kill. */
const MOST_FOLDERS = 3;
const MOST_PART = 0.05;

/**
 * Removes the files that no row owns: a process that is killed while it stores, replaces or deletes a medium
 * leaves them. They are not served meanwhile. Call it before requests are answered: what is there then belongs
 * to no upload under way. If many media have no row, the database is probably not the one of this folder, so
 * their folders stay and a sentence says so.
 */
export async function sweepMedia(
  db: Db,
  { mediaDir, say, signal, pauseMs = PAUSE_MS }: Sweep,
): Promise<void> {
  const before = Date.now() - CLOCK_TICK_MS;
  const unowned = await unownedMedia(db, { mediaDir, signal, pauseMs, before });
  const rows = db.select({ n: count() }).from(media).get()?.n ?? 0;
  const isStrange = unowned.folders.length > Math.max(MOST_FOLDERS, rows * MOST_PART);
  if (isStrange) {
    say(
      `${unowned.folders.length} folders in ${mediaDir} belong to no picture of this database. They are kept but not served. If they are not of another database, delete them; manage check lists them.`,
    );
  }
  let removed = 0;
  for (const path of [...unowned.unfinished, ...(isStrange ? [] : unowned.folders), ...unowned.files]) {
    if (signal?.aborted) return;
    if (removeIfUnowned(db, { mediaDir, path, before })) removed += 1;
    await pause(pauseMs);
  }
  if (removed > 0) say(`Removed ${removed} files or folders of media that no longer exist.`);
}

/**
 * Removes a file or folder, unless it was written or got an owner since it was found. In one turn of the event loop, so
 * that nothing of this process can come between the look and the removal.
 */
function removeIfUnowned(
  db: Db,
  { mediaDir, path, before }: { mediaDir: string; path: string; before: number },
) {
  const stats = lstatSync(join(mediaDir, path), { throwIfNoEntry: false });
  if (!stats || stats.ctimeMs >= before) return false;
  const [mediaId = '', file] = path.split(sep);
  const owned = MEDIA_ID.test(mediaId) ? ownedFiles(db, mediaId) : null;
  if (owned && (file === undefined || owned.has(file))) return false;
  rmSync(join(mediaDir, path), { recursive: true, force: true });
  return true;
}

/**
 * Finds the files that no row owns.
 * @param before epoch ms; files changed since may belong to an upload or a replacement under way.
 */
export async function unownedMedia(
  db: Db,
  options: { mediaDir: string; before: number; signal?: AbortSignal; pauseMs?: number },
): Promise<Unowned> {
  const { mediaDir, before, signal, pauseMs = 0 } = options;
  const found: Unowned = { unfinished: [], folders: [], files: [] };
  const tables = { hasMasters: isUpToDate(db) };
  for (const name of namesIn(mediaDir)) {
    if (signal?.aborted) break;
    if (UNFINISHED.test(name)) found.unfinished.push(...(await olderThan(before, mediaDir, [name])));
    if (!MEDIA_ID.test(name)) continue;
    const owned = ownedFiles(db, name, tables);
    if (!owned) found.folders.push(...(await olderThan(before, mediaDir, [name])));
    else {
      const others = (await readdir(join(mediaDir, name))).filter((file) => !owned.has(file));
      found.files.push(
        ...(await olderThan(
          before,
          mediaDir,
          others.map((file) => join(name, file)),
        )),
      );
    }
    await pause(pauseMs);
  }
  return found;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

async function olderThan(before: number, folder: string, paths: string[]): Promise<string[]> {
  const old: string[] = [];
  for (const path of paths) if ((await lstat(join(folder, path))).ctimeMs < before) old.push(path);
  return old;
}
