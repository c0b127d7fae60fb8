import { type Outcome, requireValue } from '@/lib/errors';
import { whenFree } from '@/lib/when-free';
import type { MadeRendition } from './make-renditions';
import { addMediaFiles, removeOtherFiles } from './media-files';

interface NewFiles<T> {
  mediaDir: string;
  mediaId: string;
  /** With names that no file of this picture ever had: see `renaming`. */
  files: MadeRendition[];
  /** The names of earlier files that stay. */
  kept?: string[];
  /** The command that makes the new files those of the picture. */
  record: () => Outcome<T>;
}

/**
 * Puts new files of a picture in the place of its earlier ones: they are written, then recorded, then the others are
 * removed. The row decides what is served, so a kill in between shows the one or the other, and the next start removes
 * the rest (`sweepMedia`).
 * @throws Refusal of the command; then the picture is as it was.
 */
export async function putNewFiles<T>({ mediaDir, mediaId, files, kept = [], record }: NewFiles<T>) {
  await addMediaFiles(mediaDir, mediaId, files);
  const outcome = await whenFree(record);
  const names = new Set(files.map(({ file }) => file));
  await removeOtherFiles(mediaDir, mediaId, (file) =>
    outcome.ok ? names.has(file) || kept.includes(file) : !names.has(file),
  );
  return requireValue(outcome);
}

/**
 * Returns what gives a file a name that follows those of the present ones: the bytes at an address never change.
 * @param present the renditions of the picture now.
 */
export function renaming(present: { file: string }[]): (made: MadeRendition) => MadeRendition {
  const prefix = nextPrefix(present);
  return (made) => ({ ...made, file: prefix + made.file });
}

/** Returns `r2-` for the first change of a picture, `r3-` for the next. */
function nextPrefix([first]: { file: string }[]): string {
  const last = Number(/^r(\d+)-/.exec(first?.file ?? '')?.[1] ?? 1);
  return `r${last + 1}-`;
}
