import { basename, join } from 'node:path';
import { OperatorError } from '@/lib/errors';
import { releaseFacts } from '@/lib/process/release';
import {
  findCurrent,
  isComplete,
  pruneReleases,
  type ReleaseShelf,
  setCurrent,
  setRefused,
} from '@/lib/process/release-shelf.mjs';
import { findRunning, pidNamespace, type RunningFacts } from '@/lib/process/running';
import { startCommand } from '@/lib/settings/operator-commands';
import { rehearse } from './rehearse';
import { askToSwitch, findStarted, findSwitchFault, goBack } from './switch';

interface Upgrade {
  shelf: ReleaseShelf;
  dataDir: string;
  /** Absolute path of the release to upgrade to, on the shelf. */
  to: string;
  /** Makes a verified backup. @returns its folder. */
  backUp: () => Promise<string>;
  /** How many migrations the database has: the copy made before the next ones is named after this number. */
  migrationsDone: () => number;
  say: (sentence: string) => void;
}

/**
 * Replaces the release that serves: backup, rehearsal on a copy, switch, health check, and a rollback when
 * that fails. A publication that is not running is upgraded at its next start.
 * @returns what was done, as a sentence.
 * @throws OperatorError when the new release does not work; the previous one serves then.
 */
export async function upgrade(options: Upgrade): Promise<string> {
  const { shelf, dataDir, to, say } = options;
  const { version, build } = releaseFacts(to);
  const from = requireFormer(shelf, findRunning(dataDir));
  if (from === to) return `This is already the current version: ${version}, ${build}.`;
  const backup = await options.backUp();
  say(`Backup made: ${backup}`);
  say('Trying the new version on a copy of the data…');
  keepFormer(shelf, { from, to });
  await rehearse(to, backup);
  const before = options.migrationsDone();
  // The trial can take minutes: the process that ran before it may have ended or been restarted.
  const running = await findStarted(dataDir);
  if (running && requireOwn(shelf, running) !== from)
    throw new OperatorError('Another version started during the trial. Run the upgrade again.');
  setRefused(shelf, basename(to), false);
  setCurrent(shelf, basename(to));
  const ready = `Version ${version} (${build}) is ready. It will run from the next start.`;
  if (running?.state !== 'serving' || !process.execve) return ready;
  say('Switching to the new version…');
  const { pid } = running;
  if (!askToSwitch({ dataDir, release: to, copy: null, pid })) return ready;
  const fault = await findSwitchFault({ dataDir, release: to, pid });
  if (fault) return undo(options, { from, before, fault });
  pruneReleases(shelf, [basename(to), basename(from)]);
  return `Version ${version} (${build}) is running.`;
}

/** Returns the error for a folder without a release to upgrade from. */
export function noRelease(programFolder: string): OperatorError {
  return new OperatorError(`There is no release in ${programFolder}. Run ${startCommand()} first.`);
}

/**
 * Returns the release for a rollback: the running one, whatever the next start would serve.
 * @throws OperatorError when there is none on this shelf.
 */
function requireFormer(shelf: ReleaseShelf, running: RunningFacts | null): string {
  if (running) return requireOwn(shelf, running);
  const current = findCurrent(shelf);
  if (!current) throw noRelease(shelf.programFolder);
  return current;
}

/**
 * Returns the release that a process serves.
 * @throws OperatorError when it is not on this shelf, or cannot be reached from here.
 */
function requireOwn({ programFolder, name }: ReleaseShelf, { namespace, build }: RunningFacts): string {
  if (namespace !== pidNamespace())
    throw new OperatorError('The publication runs in its own container. Run the upgrade there.');
  if (build === null)
    throw new OperatorError('The development server uses this publication. Stop it, then try again.');
  const release = join(programFolder, name, build);
  if (!isComplete(release))
    throw new OperatorError('The publication is served from another folder. Run the upgrade there.');
  return release;
}

/**
 * Keeps every start on the previous release until the new one has run here: the new one would change the
 * tables, and fail. A second “npm start”, refused because another process serves, may have made the new one
 * current.
 */
function keepFormer(shelf: ReleaseShelf, { from, to }: { from: string; to: string }): void {
  if (findCurrent(shelf) !== from) setCurrent(shelf, basename(from));
  setRefused(shelf, basename(to), true);
}

/** @throws OperatorError always: the new release does not work. */
async function undo(
  { shelf, dataDir, to, migrationsDone, say }: Upgrade,
  { from, before, fault }: { from: string; before: number; fault: string },
): Promise<never> {
  say('The new version does not work. Switching back to the previous one…');
  setRefused(shelf, basename(to), true);
  setCurrent(shelf, basename(from));
  const isMigrated = migrationsDone() !== before;
  const copy = isMigrated ? join(dataDir, `broadside.db.before-${before}`) : null;
  await goBack({ dataDir, from, to, copy });
  throw new OperatorError(`The new version does not work: ${fault} The previous version is running again.`);
}
