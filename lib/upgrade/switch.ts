import { existsSync } from 'node:fs';
import { OperatorError } from '@/lib/errors';
import { isAlive } from '@/lib/process/parent-watch.mjs';
import { prepareSwitch, releaseFacts, restoreDatabase } from '@/lib/process/release';
import { findRunning, type RunningFacts, tryHold } from '@/lib/process/running';
import { findFault } from './health';

/** How long a version may take from the signal, or from its start, to its first answers. */
const SWITCH_WITHIN_MS = 60_000;
/** How long a supervisor may take to restart an ended process. */
const RESTARTED_WITHIN_MS = 30_000;
const AGAIN_AFTER_MS = 20;

/** Returns what serves a data folder, once it has started: before that, the signal of a switch would end it. */
export async function findStarted(dataDir: string): Promise<RunningFacts | null> {
  const until = Date.now() + SWITCH_WITHIN_MS;
  for (;;) {
    const running = findRunning(dataDir);
    if (running?.state !== 'starting' || Date.now() > until) return running;
    await pause();
  }
}

interface Switch {
  dataDir: string;
  /** Absolute path of the release to become. */
  release: string;
  /** A copy of the database to restore first. */
  copy: string | null;
  /** The ID of the process that serves, which does not change. */
  pid: number;
}

/**
 * Makes the process that serves become another release.
 * @returns false when it has ended already: the current release serves from the next start on.
 */
export function askToSwitch({ dataDir, release, copy, pid }: Switch): boolean {
  prepareSwitch(dataDir, { release, database: copy && existsSync(copy) ? copy : null });
  return signal(pid, 'SIGUSR2');
}

/** @returns what is wrong after such a switch, as the end of a sentence, or null. */
export async function findSwitchFault({
  dataDir,
  release,
  pid,
}: Omit<Switch, 'copy'>): Promise<string | null> {
  const { build } = releaseFacts(release);
  const until = Date.now() + SWITCH_WITHIN_MS;
  while (Date.now() < until) {
    const now = findRunning(dataDir);
    if (now?.build === build && now.state === 'serving')
      return findFault({ url: now.url, within: 0, hasEnded: () => false });
    if (!isAlive(pid)) return 'it stopped while starting.';
    await pause();
  }
  return 'it did not start serving.';
}

interface WayBack {
  dataDir: string;
  /** The release that served before, and is current again. */
  from: string;
  /** The release that does not work. */
  to: string;
  /** The database as it was before the new release changed its tables, or null when it did not. */
  copy: string | null;
}

/**
 * Makes the previous release serve again, on the data that it knows: in the process that serves if that still
 * reacts to signals, otherwise in the one that a supervisor starts. A process is ended only if it reports
 * that it runs the failed release.
 * @throws OperatorError when nothing starts the previous release.
 */
export async function goBack({ dataDir, from, to, copy }: WayBack): Promise<void> {
  const [former, failed] = [releaseFacts(from).build, releaseFacts(to).build];
  const hasOwnTables = () => !copy || !existsSync(copy);
  const ask = ({ pid }: RunningFacts) => askToSwitch({ dataDir, release: from, copy, pid });
  const first = findRunning(dataDir);
  if (first?.build === failed && ask(first)) {
    if (!(await findSwitchFault({ dataDir, release: from, pid: first.pid }))) return;
  }
  let asked: number | undefined;
  const until = Date.now() + RESTARTED_WITHIN_MS;
  while (Date.now() < until) {
    const now = findRunning(dataDir);
    if (!now) putBack(dataDir, copy);
    else if (now.build === failed) signal(now.pid, 'SIGKILL');
    else if (now.build === former && now.state === 'serving') {
      if (hasOwnTables()) return;
      // A supervisor was faster. Ask only once: a second signal would end the process while it starts again.
      if (asked !== now.pid) ask(now);
      asked = now.pid;
    }
    await pause();
  }
  throw new OperatorError(
    'The new version does not work, and the previous version did not start again. Start Broadside: it will run the previous version.',
  );
}

/** Restores the database at most once: the copy becomes the database itself. */
function putBack(dataDir: string, copy: string | null): void {
  if (!copy || !existsSync(copy)) return;
  const hold = tryHold(dataDir);
  if (!hold) return;
  restoreDatabase(dataDir, copy);
  hold.release();
}

/** @returns false when the process no longer exists. */
function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    process.kill(pid, name);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
    throw error;
  }
}

const pause = () => new Promise((done) => setTimeout(done, AGAIN_AFTER_MS));
