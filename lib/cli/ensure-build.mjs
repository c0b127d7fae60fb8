import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { NEXT_OUTPUT } from '../process/next-output.mjs';
import {
  BUILDS,
  findCurrent,
  isComplete,
  isRefused,
  pruneReleases,
  setCurrent,
} from '../process/release-shelf.mjs';
import { assembleRelease } from './assemble-release.mjs';
import { compressBuild } from './compress-build.mjs';
import { packageProgram, ROOT, runProgram } from './run-program.mjs';
import { say, Trouble } from './say.mjs';

const SHELF = { programFolder: ROOT, name: BUILDS };
/** The peak memory of a build from a fresh clone, as measured (docs/performance.md). */
const BUILD_NEEDS_MIB = 1100;
/** The source folders of a release. */
export const SOURCES = ['app', 'components', 'db', 'deploy', 'lib', 'public'];
export const FILES = [
  'server.ts',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'tsconfig.next.json',
  'package.json',
  'package-lock.json',
  'LICENSE',
];
/** Files that no release contains: changing one needs no new build. */
const NOT_BUILT = /\.test\.tsx?$/;

/**
 * Returns the folder of a release of the current sources, and builds it if it does not exist. The release
 * that may be running is not touched, and a failed build changes nothing: the last release stays current.
 * @param {{ isCurrent?: boolean }} [options] whether it serves from the next start on.
 * @returns its path, relative to the program's folder.
 * @throws Trouble when the build fails.
 */
export async function ensureBuild({ isCurrent = true } = {}) {
  const hash = hashOfSources();
  const folder = `${BUILDS}/${hash}`;
  if (!isComplete(join(ROOT, folder))) await build(folder, hash);
  if (isCurrent && lastBuild() !== folder) keepAsCurrent(folder);
  return folder;
}

/**
 * Returns the release to serve for the current sources. A release that has not passed the trial of an upgrade
 * is not used.
 * @throws Trouble when the build fails.
 */
export async function ensureServed() {
  const last = lastBuild();
  if (!last || !isRefused(SHELF, hashOfSources())) return ensureBuild();
  say(
    'This version has not passed its trial, so the previous version is running. To try it again, run: npm run manage -- upgrade',
  );
  return last;
}

/** Returns the folder of the last successful build, or null. */
export function lastBuild() {
  const release = findCurrent(SHELF);
  return release && `${BUILDS}/${basename(release)}`;
}

async function build(folder, hash) {
  warnOfLittleMemory();
  say('Building. This takes about half a minute…');
  for (const rest of [folder, `${folder}.unfinished`])
    rmSync(join(ROOT, rest), { recursive: true, force: true });
  mkdirSync(join(ROOT, BUILDS), { recursive: true });
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_BUILD_DIR: NEXT_OUTPUT,
    NEXT_TELEMETRY_DISABLED: '1',
    // The same sources make the same release. The key in use is the publication's own secret.
    BUILD_ID: hash,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: createHash('sha256').update(hash).digest('base64'),
  };
  const next = [packageProgram('next/dist/bin/next'), 'build'];
  const { code, output } = await runProgram(process.execPath, next, { env });
  if (code !== 0) throw new Trouble(remedy(), output);
  await compressBuild(join(ROOT, NEXT_OUTPUT));
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  await assembleRelease(`${folder}.unfinished`, { version, build: hash });
  renameSync(join(ROOT, `${folder}.unfinished`), join(ROOT, folder));
}

/** Warns if memory is short: the system then kills the build without a message. */
function warnOfLittleMemory() {
  const mebibytes = Math.floor(availableMemory() / 2 ** 20);
  if (mebibytes >= BUILD_NEEDS_MIB) return;
  say(
    `This machine has ${mebibytes} MiB of free memory, and building needs up to ${BUILD_NEEDS_MIB} MiB. If the build fails, stop other programs, add swap, or run “npm run release” on a larger machine and use the archive that it makes.`,
  );
}

/** Returns the memory that programs can still get, in bytes: it includes swap and respects a container's limit. */
function availableMemory() {
  return (
    Math.min(process.availableMemory(), process.constrainedMemory() || Number.POSITIVE_INFINITY) + freeSwap()
  );
}

function freeSwap() {
  if (process.platform !== 'linux') return 0;
  const [, kibibytes] = /^SwapFree:\s*(\d+)/m.exec(readFileSync('/proc/meminfo', 'utf8')) ?? [];
  return Number(kibibytes ?? 0) * 1024;
}

function remedy() {
  const before = 'The build failed. Fix the errors above and start again';
  return lastBuild()
    ? `${before}, or serve the last build that worked with “npm start -- --last-build”.`
    : `${before}.`;
}

/** Makes a release current. It keeps the previous release for a rollback, and those that a server runs on. */
function keepAsCurrent(folder) {
  const kept = [folder, lastBuild()].filter((path) => path !== null).map((path) => basename(path));
  setCurrent(SHELF, basename(folder));
  pruneReleases(SHELF, kept);
}

/** Returns the hash that names a release: it covers the content of all its sources. */
export function hashOfSources() {
  const hash = createHash('sha256');
  for (const file of [...SOURCES.flatMap(filesUnder), ...FILES].sort()) {
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
