import { open, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { hashFile } from '@/lib/process/hash-file';
import { releaseFacts } from '@/lib/process/release';
import { PRIVATE_FILE } from '@/lib/settings/private-files';
import { unlessMissing } from './copy-folder';

const MANIFEST = 'manifest.json';

const FileFacts = z.object({
  /** Relative to the backup, with `/` between its parts. */
  path: z.string(),
  bytes: z.number(),
  sha256: z.string(),
});

/** One file of a backup. */
export type FileFacts = z.infer<typeof FileFacts>;

const Manifest = z.object({
  format: z.literal(1),
  /** False from the moment when the backup is begun until everything is in it. */
  isComplete: z.boolean(),
  /** The version of the program that made it. */
  program: z.string(),
  madeAt: z.iso.datetime(),
  /** How many migrations the database has. */
  schemaVersion: z.number(),
  counts: z.object({ posts: z.number(), media: z.number() }),
  files: z.array(FileFacts),
});

/** What a backup contains: `manifest.json` in its folder. */
export type Manifest = z.infer<typeof Manifest>;

/** Writes the manifest of a backup, synced to disk. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const file = await open(join(folder, MANIFEST), 'w', PRIVATE_FILE);
  try {
    await file.writeFile(`${JSON.stringify(manifest, null, 1)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Reads the manifest of a backup.
 * @returns null when there is none: earlier versions made none. `unreadable` when it is none of ours.
 */
export async function readManifest(folder: string): Promise<Manifest | 'unreadable' | null> {
  let text: string;
  try {
    text = await readFile(join(folder, MANIFEST), 'utf8');
  } catch (error) {
    unlessMissing(error as NodeJS.ErrnoException);
    return null;
  }
  try {
    return Manifest.safeParse(JSON.parse(text)).data ?? 'unreadable';
  } catch (error) {
    if (error instanceof SyntaxError) return 'unreadable';
    throw error;
  }
}

/** A manifest without files, for a backup that is not complete. */
export function beginManifest(now: number): Manifest {
  const release = process.env.BROADSIDE_RELEASE;
  return {
    format: 1,
    isComplete: false,
    program: release ? releaseFacts(release).version : 'development',
    madeAt: new Date(now).toISOString(),
    schemaVersion: 0,
    counts: { posts: 0, media: 0 },
    files: [],
  };
}

/**
 * Lists every file in a folder with its size in bytes, but for the manifest and git's instruction. Links are
 * followed.
 * @param options.isLive whether files may disappear meanwhile.
 */
export async function listFiles(
  folder: string,
  { isLive = false } = {},
): Promise<Omit<FileFacts, 'sha256'>[]> {
  const files: Omit<FileFacts, 'sha256'>[] = [];
  const look = async (path: string) => {
    const kind = await stat(join(folder, path));
    if (!kind.isDirectory()) files.push({ path, bytes: kind.size });
    else
      for (const name of await readdir(join(folder, path))) {
        const inner = path === '' ? name : `${path}/${name}`;
        if (isAboutBackup(inner)) continue;
        const looked = look(inner);
        await (isLive ? looked.catch(unlessMissing) : looked);
      }
  };
  await look('');
  return files;
}

/** Whether a file says something about the backup, and is no part of it. */
export function isAboutBackup(path: string): boolean {
  return path === MANIFEST || path === '.gitignore';
}

/** Reads every file of a folder. @param onRead called with the size of each, in bytes. */
export async function hashFiles(folder: string, onRead: (bytes: number) => void): Promise<FileFacts[]> {
  const hashed: FileFacts[] = [];
  for (const file of await listFiles(folder)) {
    hashed.push({ ...file, sha256: await hashFile(join(folder, file.path)) });
    onRead(file.bytes);
  }
  return hashed;
}

/**
 * Compares a folder with a manifest, sizes first.
 * @returns what is wrong, a sentence each; none when every file is there and unchanged, and no other.
 */
export async function findChanges(
  folder: string,
  manifest: Manifest,
  onRead: (bytes: number) => void = () => {},
): Promise<string[]> {
  const there = new Map((await listFiles(folder)).map((file) => [file.path, file.bytes]));
  const changes: string[] = [];
  for (const { path, bytes, sha256 } of manifest.files) {
    const found = there.get(path);
    there.delete(path);
    if (found === undefined) changes.push(`${path} is missing.`);
    else if (found !== bytes) changes.push(`${path} has ${found} bytes in place of ${bytes}.`);
    else if ((await hashFile(join(folder, path))) !== sha256) changes.push(`${path} was changed.`);
    onRead(bytes);
  }
  for (const path of there.keys()) changes.push(`${path} does not belong to the backup.`);
  return changes;
}
