import { createHash } from 'node:crypto';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { create } from 'tar';
import { isOfRelease, RELEASES, setCurrent } from '../process/release-shelf.mjs';
import { ROOT } from './run-program.mjs';

/** The modification time of every file in an archive, so that the same sources make the same bytes. */
const MADE_AT = new Date(Date.UTC(2000, 0, 1));
const OUT = 'dist';

/**
 * Packs a release into one archive, which unpacks into the folder `broadside` and starts with `node
 * broadside.mjs`. The same sources on the same kind of machine make the same bytes.
 * @param {string} release its folder, relative to the program's folder.
 * @param {{ level?: number, out?: string }} [options] the compression level, from 1 to 9; the output folder.
 * @returns {Promise<{ path: string, sha256: string, bytes: number }>} the path relative to the program's
 *   folder.
 */
export async function packArchive(release, { level = 9, out = OUT } = {}) {
  const { version } = JSON.parse(readFileSync(resolve(ROOT, release, 'release.json'), 'utf8'));
  const staging = resolve(ROOT, out, 'broadside');
  rmSync(staging, { recursive: true, force: true });
  layOut(release, staging);
  const files = filesUnder(staging, 'broadside').sort();
  // The umask of whoever packed it may deny others access, and the server runs as another user.
  for (const file of files) chmodSync(resolve(ROOT, out, file), 0o644);
  const path = `${out}/broadside-${version}-${process.platform}-${process.arch}.tar.gz`;
  const options = {
    cwd: resolve(ROOT, out),
    file: resolve(ROOT, path),
    gzip: { level },
    portable: true,
    mtime: MADE_AT,
  };
  await create(options, files);
  rmSync(staging, { recursive: true });
  const archive = readFileSync(resolve(ROOT, path));
  return { path, sha256: createHash('sha256').update(archive).digest('hex'), bytes: archive.length };
}

/**
 * Writes the contents of a release's archive to a folder.
 * @param {string} release its folder.
 * @param {string} folder the target; it must not exist.
 */
export function layOut(release, folder) {
  const name = basename(release);
  mkdirSync(join(folder, RELEASES), { recursive: true });
  cpSync(resolve(ROOT, release), join(folder, RELEASES, name), { recursive: true, filter: isOfRelease });
  setCurrent({ programFolder: folder, name: RELEASES }, name);
  cpSync(join(ROOT, 'lib/cli/release-launcher.mjs'), join(folder, 'broadside.mjs'));
  for (const part of ['LICENSE', 'LICENSES-OF-PACKAGES.txt', 'deploy'])
    cpSync(resolve(ROOT, release, part), join(folder, part), { recursive: true });
}

function filesUnder(folder, name) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesUnder(join(folder, entry.name), `${name}/${entry.name}`)
      : [`${name}/${entry.name}`],
  );
}
