import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { compressBuild } from './compress-build.mjs';
import { packageProgram, ROOT, runProgram } from './run-program.mjs';
import { say, Trouble } from './say.mjs';

const BUILDS = '.builds';
const CURRENT = join(ROOT, BUILDS, 'current');
const SOURCES = ['app', 'components', 'db', 'lib', 'public'];
const CONFIGS = ['next.config.ts', 'postcss.config.mjs', 'tsconfig.json', 'package-lock.json'];
/** Parts of lib that no page contains: to change them needs no new build. */
const NOT_BUILT =
  /\.test\.tsx?$|^lib\/(audit|bench|cli|contact-sheet|loss-drill|testing|serving|scheduling)\//;

/**
 * The folder of a production build of the sources as they are, made if it is not there.
 * A failed build changes nothing: the last working one stays the current one.
 * @returns its path from the program's folder, for `NEXT_BUILD_DIR`.
 * @throws Trouble when the build fails.
 */
export async function ensureBuild() {
  const folder = `${BUILDS}/${hashOfSources()}`;
  if (!isComplete(folder)) await build(folder);
  if (lastBuild() !== folder) keepAsCurrent(folder);
  return folder;
}

/** The folder of the last build that worked, or null. */
export function lastBuild() {
  if (!existsSync(CURRENT)) return null;
  const folder = readFileSync(CURRENT, 'utf8').trim();
  return isComplete(folder) ? folder : null;
}

function isComplete(folder) {
  return existsSync(join(ROOT, folder, 'complete'));
}

async function build(folder) {
  say('Building the pages, which takes about a minute…');
  rmSync(join(ROOT, folder), { recursive: true, force: true });
  mkdirSync(join(ROOT, BUILDS), { recursive: true });
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_BUILD_DIR: folder,
    NEXT_TELEMETRY_DISABLED: '1',
  };
  const { code, output } = await runProgram(
    process.execPath,
    [packageProgram('next/dist/bin/next'), 'build'],
    { env },
  );
  if (code !== 0) {
    rmSync(join(ROOT, folder), { recursive: true, force: true });
    throw new Trouble(remedy(), output);
  }
  await compressBuild(join(ROOT, folder));
  writeFileSync(join(ROOT, folder, 'complete'), '');
}

function remedy() {
  const before = 'The pages could not be built: mend what is said above and start again';
  return lastBuild()
    ? `${before}, or serve the last build that worked with “npm start -- --last-build”.`
    : `${before}.`;
}

/** The build before this one stays, since a server may still be running on it. */
function keepAsCurrent(folder) {
  const kept = [folder, lastBuild()].map((path) => path?.slice(BUILDS.length + 1));
  writeFileSync(CURRENT, `${folder}\n`);
  for (const entry of readdirSync(join(ROOT, BUILDS), { withFileTypes: true })) {
    if (entry.isDirectory() && !kept.includes(entry.name))
      rmSync(join(ROOT, BUILDS, entry.name), { recursive: true, force: true });
  }
}

function hashOfSources() {
  const hash = createHash('sha256');
  for (const file of [...SOURCES.flatMap(filesUnder), ...CONFIGS].sort()) {
    const path = relative(ROOT, join(ROOT, file)).replaceAll('\\', '/');
    if (NOT_BUILT.test(path)) continue;
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(ROOT, file)))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

function filesUnder(folder) {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}
