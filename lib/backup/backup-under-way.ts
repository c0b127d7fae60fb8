import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { removeNote, writeNote } from '@/lib/process/write-note';
import { unfinishedName } from './backup';
import type { OnProgress, Progress } from './progress';

/*
 * The file `backup-progress.json` in the data folder says which backup is being made and how far it is: for the desk,
 * and for the next backup, which removes what a killed one left.
 */

const NOTE_EVERY_MS = 1000;

const UnderWay = z.object({
  /** The folder that is being filled. */
  unfinished: z.string(),
  progress: z
    .object({ step: z.enum(['Copied', 'Checked']), bytes: z.number(), ofBytes: z.number() })
    .nullable(),
});

/** Notes progress for other processes while `work` makes the backup in `folder`. */
export async function notingProgress<T>(
  { dataDir, folder, onProgress }: { dataDir: string; folder: string; onProgress?: OnProgress | undefined },
  work: (onProgress: OnProgress) => Promise<T>,
): Promise<T> {
  const unfinished = unfinishedName(folder);
  const note = (progress: Progress | null) => writeNote(noteOf(dataDir), { unfinished, progress });
  let notedAt = performance.now();
  note(null);
  try {
    return await work((progress) => {
      onProgress?.(progress);
      if (performance.now() - notedAt < NOTE_EVERY_MS) return;
      notedAt = performance.now();
      note(progress);
    });
  } finally {
    removeNote(noteOf(dataDir));
  }
}

/** Removes what backups left that were killed. Only while no other backup of this data folder can run. */
export async function removeUnfinished(dataDir: string, backups: string): Promise<void> {
  const noted = readNote(dataDir)?.unfinished;
  const left = existsSync(backups)
    ? readdirSync(backups).filter((name) => name === unfinishedName(stem(name)))
    : [];
  for (const folder of [...(noted ? [noted] : []), ...left.map((name) => join(backups, name))])
    if (folder === unfinishedName(stem(folder))) await rm(folder, { recursive: true, force: true });
  removeNote(noteOf(dataDir));
}

/** Returns how far the backup is that is being made, or null. */
export function backupProgress(dataDir: string): Progress | null {
  return readNote(dataDir)?.progress ?? null;
}

function readNote(dataDir: string): z.infer<typeof UnderWay> | null {
  const file = noteOf(dataDir);
  if (!existsSync(file)) return null;
  try {
    return UnderWay.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? null;
  } catch (error) {
    // It ended meanwhile, or a power cut left an empty file.
    if (
      error instanceof SyntaxError ||
      (error instanceof Error && 'code' in error && error.code === 'ENOENT')
    )
      return null;
    throw error;
  }
}

const stem = (name: string) => name.slice(0, -unfinishedName('').length);
const noteOf = (dataDir: string) => join(dataDir, 'backup-progress.json');
