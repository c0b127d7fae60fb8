import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { OperatorError } from '@/lib/errors';
import { isOfProcesses } from '@/lib/process/tool-locks';
import { makePrivate, PRIVATE_FILE, PRIVATE_FOLDER } from '@/lib/settings/private-files';
import { sync } from './copy-folder';

/*
 * A restore replaces the contents of the data folder, and never the folder itself: it may be a mount point, and the
 * locks in it must stay. Each step can be repeated, and the file `restore.json` says which one is under way, so
 * that whatever runs next completes a restore that was interrupted.
 */

const MARKER = 'restore.json';
const UNFINISHED_MARKER = `${MARKER}.unfinished`;
const INCOMING = 'restore.incoming';
const FORMER = 'before-restore-';

const Marker = z.object({
  step: z.enum(['set aside', 'put in place', 'go back']),
  /** The folder within the data folder to which the present contents are moved. */
  former: z.string(),
  /** What is in the new contents, at the top. */
  names: z.array(z.string()),
});
type Marker = z.infer<typeof Marker>;

/** Returns the folder in a data folder for contents that are to replace the present ones. */
export function incomingFolder(dataDir: string): string {
  return join(dataDir, INCOMING);
}

/** Whether a name in a data folder belongs to a restore, present or former. */
export function isOfRestore(name: string): boolean {
  return name.startsWith(MARKER) || name === INCOMING || name.startsWith(FORMER);
}

/** Whether a restore of a data folder has begun to change its contents and is not complete. */
export function isRestoreUnderWay(dataDir: string): boolean {
  return existsSync(join(dataDir, MARKER));
}

/**
 * Replaces the contents of a data folder by what is in its `incomingFolder`. A failure leaves them as they were.
 * @returns the folder with the former contents, or null when there were none.
 */
export async function swapContents(dataDir: string, now: number): Promise<string | null> {
  requireMovable(dataDir);
  const names = await readdir(incomingFolder(dataDir));
  const marker: Marker = { step: 'set aside', former: `${FORMER}${now}`, names };
  try {
    await writeMarker(dataDir, marker);
    await exchange(dataDir, marker);
  } catch (error) {
    await writeMarker(dataDir, { ...marker, step: 'go back' });
    await goBack(dataDir, marker);
    throw error;
  }
  return finish(dataDir, marker);
}

/**
 * Completes a restore that was interrupted, if there is one, and removes what one left that had not begun to
 * change anything.
 * @returns a sentence about what was done, or null.
 */
export async function finishRestore(dataDir: string): Promise<string | null> {
  const marker = readMarker(dataDir);
  if (!marker) {
    for (const name of [INCOMING, UNFINISHED_MARKER])
      await rm(join(dataDir, name), { recursive: true, force: true });
    return null;
  }
  if (marker.step === 'go back') {
    await goBack(dataDir, marker);
    return 'A restore that failed was undone. The data is as it was before.';
  }
  await exchange(dataDir, marker);
  const former = await finish(dataDir, marker);
  return `A restore that was interrupted is complete now.${former ? ` The replaced data is in ${former}` : ''}`;
}

/** Does a step and the next one. Every rename may have been done already. */
async function exchange(dataDir: string, marker: Marker): Promise<void> {
  if (marker.step === 'set aside') {
    await setAside(dataDir, marker);
    await writeMarker(dataDir, { ...marker, step: 'put in place' });
  }
  const incoming = incomingFolder(dataDir);
  if (existsSync(incoming)) {
    for (const name of await readdir(incoming)) await rename(join(incoming, name), join(dataDir, name));
    await rmdir(incoming);
  }
  await sync(dataDir);
}

/** From here on there is no way back: the new contents are in place. */
async function finish(dataDir: string, { former }: Marker): Promise<string | null> {
  const place = await putNextTo(dataDir, former);
  await rm(join(dataDir, MARKER));
  await sync(dataDir);
  return place;
}

async function setAside(dataDir: string, { former }: Marker) {
  const target = join(dataDir, former);
  await mkdir(target, { recursive: true, mode: PRIVATE_FOLDER });
  for (const name of (await readdir(dataDir)).filter(isContent))
    await rename(join(dataDir, name), join(target, name));
  await sync(target);
  await sync(dataDir);
}

async function goBack(dataDir: string, { former, names }: Marker) {
  const [incoming, aside] = [incomingFolder(dataDir), join(dataDir, former)];
  await mkdir(incoming, { recursive: true, mode: PRIVATE_FOLDER });
  // Before this point in a restore, what has such a name here is the former one.
  for (const name of names)
    if (existsSync(join(dataDir, name)) && !existsSync(join(incoming, name)))
      await rename(join(dataDir, name), join(incoming, name));
  if (existsSync(aside)) {
    for (const name of await readdir(aside)) await rename(join(aside, name), join(dataDir, name));
    await rmdir(aside);
  }
  await sync(dataDir);
  await rm(join(dataDir, MARKER), { force: true });
  // If a power cut brought back the marker and not the folder, going back again would take the present contents for the
  // new ones and remove them.
  await sync(dataDir);
  await rm(incoming, { recursive: true, force: true });
}

/** Moves the former contents out of the data folder, next to it, where that is the same file system and allowed. */
async function putNextTo(dataDir: string, former: string): Promise<string | null> {
  const inside = join(dataDir, former);
  if (!existsSync(inside)) return null;
  if ((await readdir(inside)).length === 0) {
    await rmdir(inside);
    return null;
  }
  makePrivate(inside);
  const outside = `${dataDir}.${former}`;
  try {
    await rename(inside, outside);
    return outside;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return inside;
  }
}

/** Whether a name in the data folder belongs to the publication. */
function isContent(name: string): boolean {
  return !isOfProcesses(name) && !isOfRestore(name) && name !== '.gitignore';
}

/** @throws OperatorError when something in the data folder is another file system, and cannot be renamed. */
function requireMovable(dataDir: string) {
  const { dev } = lstatSync(join(dataDir, '.'));
  const names = ['media', 'secrets'].filter((name) => existsSync(join(dataDir, name)));
  const other = names.find((name) => lstatSync(join(dataDir, name)).dev !== dev);
  if (!other) return;
  throw new OperatorError(
    `${join(dataDir, other)} is on another disk than ${dataDir}, so a restore cannot set it aside. Move its contents away, then restore.`,
  );
}

async function writeMarker(dataDir: string, marker: Marker) {
  const file = join(dataDir, MARKER);
  const handle = await open(join(dataDir, UNFINISHED_MARKER), 'w', PRIVATE_FILE);
  try {
    await handle.writeFile(JSON.stringify(marker));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(join(dataDir, UNFINISHED_MARKER), file);
  await sync(dataDir);
}

function readMarker(dataDir: string): Marker | null {
  const file = join(dataDir, MARKER);
  return existsSync(file) ? Marker.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}
