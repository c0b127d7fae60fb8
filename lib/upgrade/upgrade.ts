import { basename, join } from 'node:path';
import { OperatorError } from '@/lib/errors';
import { releaseFacts } from '@/lib/process/release';
import { findRunning, pidNamespace, type RunningFacts } from '@/lib/process/running';
import { startCommand } from '@/lib/settings/operator-commands';
import { rehearse } from './rehearse';
import {
  findCurrent,
  isComplete,
  pruneReleases,
  type ReleaseShelf,
  setCurrent,
  setRefused,
} from './release-shelf.mjs';
import { askToSwitch, findStarted, findSwitchFault, goBack } from './switch';

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
 * @throws OperatorError when the new release does not work; the former one serves then.
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
  // The trial takes up to minutes: what ran before it may have ended, or been started again.
  const running = await findStarted(dataDir);
  if (running && requireOwn(shelf, running) !== from)
    throw new OperatorError('Another version started during the trial. Run the upgrade again.');
  setRefused(shelf, basename(to), false);
  setCurrent(shelf, basename(to));
  const ready = `Version ${version} (${build}) is ready. It runs at the next start.`;
  if (running?.state !== 'serving' || !process.execve) return ready;
  say('Switching to the new version…');
  const { pid } = running;
  if (!askToSwitch({ dataDir, release: to, copy: null, pid })) return ready;
  const fault = await findSwitchFault({ dataDir, release: to, pid });
  if (fault) return undo(options, { from, before, fault });
  pruneReleases(shelf, [basename(to), basename(from)]);
  return `Version ${version} (${build}) serves.`;
}

/** Why there is nothing to upgrade from. */
export function noRelease(programFolder: string): OperatorError {
  return new OperatorError(`There is no release in ${programFolder}: run ${startCommand()} first.`);
}

/**
 * The release to go back to: the one that runs, whatever the next start would serve.
 * @throws OperatorError when there is none on this shelf.
 */
function requireFormer(shelf: ReleaseShelf, running: RunningFacts | null): string {
  if (running) return requireOwn(shelf, running);
  const current = findCurrent(shelf);
  if (!current) throw noRelease(shelf.programFolder);
  return current;
}

/**
 * The release that a process serves.
 * @throws OperatorError when it is not of this shelf, or out of our reach.
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
 * Until the new release has run here, no start may come upon it by itself: it would change the tables,
 * and fail. A second “npm start”, which was refused beside the one that serves, may have made it current.
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
  say('The new version does not work. Going back to the previous one…');
  setRefused(shelf, basename(to), true);
  setCurrent(shelf, basename(from));
  const isMigrated = migrationsDone() !== before;
  const copy = isMigrated ? join(dataDir, `broadside.db.before-${before}`) : null;
  await goBack({ dataDir, from, to, copy });
  throw new OperatorError(`The new version does not work: ${fault} The previous version is running again.`);
}
