import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { OperatorError } from '@/lib/errors';
import { releaseFacts } from '@/lib/process/release';
import { findCurrent, isOfRelease, RELEASES, type ReleaseShelf } from '@/lib/process/release-shelf.mjs';

const run = promisify(execFile);

/**
 * Puts the release of another archive on this archive's shelf.
 * @param archive a `.tar.gz` that `npm run release` made, or a folder that one was unpacked into.
 * @returns absolute path of the release.
 * @throws OperatorError when that is not an archive of Broadside.
 */
export async function unpackRelease(shelf: ReleaseShelf, archive: string): Promise<string> {
  const source = resolve(archive);
  if (!existsSync(source)) throw new OperatorError(`There is no archive at ${source}.`);
  const folder = mkdtempSync(join(shelf.programFolder, shelf.name, 'incoming-'));
  try {
    if (source.endsWith('.tar.gz')) await run('tar', ['-xzf', source, '-C', folder, '--strip-components=1']);
    else cpSync(source, folder, { recursive: true, filter: isOfRelease });
    const release = findCurrent({ programFolder: folder, name: RELEASES });
    if (!release) throw noArchive(source);
    const target = join(shelf.programFolder, shelf.name, releaseFacts(release).build);
    if (!existsSync(target)) renameSync(release, target);
    return target;
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    throw noArchive(source);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function noArchive(source: string): OperatorError {
  return new OperatorError(`${source} is not a Broadside archive, or it is damaged.`);
}
