import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Refusal } from '@/lib/errors';
import { prepareSwitch, putBackDatabase, releaseFacts } from '@/lib/process/release';
import { findRunning, holdDataFolder, pidNamespace, type RunningFacts } from '@/lib/process/running';
import { findFault } from './health';
import { rehearse } from './rehearse';
import { findCurrent, pruneReleases, type ReleaseShelf, setCurrent, setRefused } from './release-shelf.mjs';

/** How long the new version may take from the signal to its first answers. */
const SWITCH_WITHIN_MS = 60_000;
const RELEASED_WITHIN_MS = 20_000;
/** How long a supervisor may wait before it starts again what has ended. */
const RESTARTED_WITHIN_MS = 30_000;
const AGAIN_AFTER_MS = 20;

interface Upgrade {
  shelf: ReleaseShelf;
  dataDir: string;
  /** Absolute path of the release to upgrade to, on the shelf. */
  to: string;
  /** Makes a verified backup. @returns its folder. */
  backUp: () => Promise<string>;
  /** How many migrations the database has seen: the name of the copy that is kept before others follow. */
  migrationsDone: () => number;
  say: (sentence: string) => void;
}

/**
 * Puts a release in the place of the one that serves: backup, rehearsal on a copy, switch, health
 * check, and back again when that fails. A publication that is not running is upgraded at its next start.
 * @returns what was done, as a sentence.
 * @throws Refusal when the new release does not work; the former one serves then.
 */
export async function upgrade(options: Upgrade): Promise<string> {
  const { shelf, dataDir, to, say } = options;
  const from = findCurrent(shelf);
  if (!from) throw noRelease(shelf.programFolder);
  const { version, build } = releaseFacts(to);
  const running = findRunning(dataDir);
  if (running ? running.build === build : from === to)
    return `This is the current version already: ${version}, ${build}.`;
  if (running && running.namespace !== pidNamespace())
    throw new Refusal('conflict', 'The publication runs in a container of its own. Run the upgrade there.');
  const backup = await options.backUp();
  say(`Backup made: ${backup}`);
  say('Trying the new version on a copy of the data…');
  // Until it has run here, no start may come upon it by itself: it would change the tables, and fail.
  setRefused(shelf, basename(to), true);
  await rehearse(to, backup);
  const before = options.migrationsDone();
  setRefused(shelf, basename(to), false);
  setCurrent(shelf, basename(to));
  if (!running || !process.execve)
    return `Version ${version} (${build}) is ready: it serves at the next start.`;
  say('Switching to the new version…');
  const fault = await switchTo(to, null, { dataDir, running, build });
  if (!fault) {
    pruneReleases(shelf, [basename(to), basename(from)]);
    return `Version ${version} (${build}) serves.`;
  }
  say('It does not work: going back to the former version…');
  setRefused(shelf, basename(to), true);
  setCurrent(shelf, basename(from));
  const isMigrated = options.migrationsDone() !== before;
  await goBack({
    dataDir,
    running,
    from,
    copy: isMigrated ? `${databaseOf(dataDir)}.before-${before}` : null,
  });
  throw new Refusal('invalid', `The new version does not work: ${fault} The former version serves again.`);
}

/** Why there is nothing to upgrade from. */
export function noRelease(programFolder: string): Refusal {
  return new Refusal('not_found', `There is no release in ${programFolder}: run npm start first.`);
}

interface Switch {
  dataDir: string;
  /** The process that served before, whose number is kept through a switch. */
  running: RunningFacts;
  build: string;
}

/**
 * Has the process that serves become another release.
 * @param copy of the database, to put back first.
 * @returns what is wrong then, or null.
 */
async function switchTo(release: string, copy: string | null, wanted: Switch): Promise<string | null> {
  prepareSwitch(wanted.dataDir, { release, database: copy });
  if (!signal(wanted.running.pid, 'SIGUSR2')) return 'its process has ended.';
  return faultAfterSwitch(wanted);
}

async function faultAfterSwitch({ dataDir, running, build }: Switch): Promise<string | null> {
  const until = Date.now() + SWITCH_WITHIN_MS;
  while (Date.now() < until) {
    const now = findRunning(dataDir);
    if (now?.build === build && now.state === 'serving')
      return findFault({ url: now.url, within: 0, hasEnded: () => false });
    if (!signal(running.pid, 0)) return 'it ended as it started.';
    await pause();
  }
  return 'it did not begin to serve.';
}

/**
 * Has the former release serve again: in the same process if that still listens to signals, else in the
 * one that a supervisor starts.
 */
async function goBack({
  dataDir,
  running,
  from,
  copy,
}: {
  dataDir: string;
  running: RunningFacts;
  from: string;
  copy: string | null;
}): Promise<void> {
  const build = releaseFacts(from).build;
  if (findRunning(dataDir)?.pid === running.pid && !(await switchTo(from, copy, { dataDir, running, build })))
    return;
  // A supervisor may have started it again meanwhile.
  signal(findRunning(dataDir)?.pid ?? running.pid, 'SIGKILL');
  if (copy && existsSync(copy)) {
    const hold = await holdDataFolder(dataDir, { waitMs: RELEASED_WITHIN_MS, forAny: true });
    putBackDatabase(dataDir, copy);
    hold.release();
  }
  const until = Date.now() + RESTARTED_WITHIN_MS;
  while (Date.now() < until) {
    const now = findRunning(dataDir);
    if (now?.build === build && now.state === 'serving') return;
    await pause();
  }
  throw new Refusal(
    'invalid',
    'The new version does not work, and nothing has started the former one again. It is current: start it.',
  );
}

/** @returns false when there is no such process any more. */
function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, name);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
    throw error;
  }
}

const pause = () => new Promise((done) => setTimeout(done, AGAIN_AFTER_MS));
const databaseOf = (dataDir: string) => join(dataDir, 'broadside.db');
