import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { OperatorError } from '@/lib/errors';
import { type Lock, tryLock } from './lock-file';
import { isAlive } from './parent-watch.mjs';
import { busySentence, holdDataFolder, pidNamespace, whereThisRuns } from './running';
import { removeNote, writeNote } from './write-note';

/*
 * What the operator's tool does to a data folder. Verbs that open the database share the lock `tools.lock`, also
 * while the publication runs. Verbs that replace or move the folder hold it alone, and the lock of the
 * server (`running.ts`) too: nothing may write to a database that is being set aside.
 */

const Work = z.object({ verb: z.string(), pid: z.number(), namespace: z.string() });

/**
 * Runs a verb that opens the database, while others may do so too.
 * @throws OperatorError when a verb that must be alone works on the folder.
 */
export async function amongTools<T>(dataDir: string, verb: string, work: () => T | Promise<T>): Promise<T> {
  const lock = tryLock(toolsLock(dataDir), 'together');
  if (!lock) throw new OperatorError(busySentence(dataDir));
  return noted({ dataDir, verb, lock }, work);
}

/**
 * Runs a verb of which only one at a time may run on a folder, such as a backup.
 * @throws OperatorError when it already runs.
 */
export async function onlyOnce<T>(dataDir: string, verb: string, work: () => T | Promise<T>): Promise<T> {
  const lock = tryLock(join(dataDir, `${verb}.lock`), 'alone');
  if (!lock) throw new OperatorError(toolsSentence(dataDir, verb));
  return noted({ dataDir, verb, lock }, work);
}

/**
 * Runs a verb that nothing else may run beside: no server, no other verb, and no start until it is done. The
 * folder is created if it does not exist.
 * @throws WrongSetting or OperatorError with the sentence that says who uses the folder.
 */
export async function aloneInDataFolder<T>(
  dataDir: string,
  verb: string,
  work: () => Promise<T>,
): Promise<T> {
  const hold = await holdDataFolder(dataDir, { waitMs: 0 });
  try {
    hold.announce({ verb });
    const lock = tryLock(toolsLock(dataDir), 'alone');
    if (!lock) throw new OperatorError(toolsSentence(dataDir));
    try {
      return await work();
    } finally {
      lock.release();
    }
  } finally {
    hold.release();
  }
}

/** Runs work under a lock, noting in a file what this process does, and releases the lock. */
async function noted<T>(
  { dataDir, verb, lock }: { dataDir: string; verb: string; lock: Lock },
  work: () => T | Promise<T>,
): Promise<T> {
  const file = join(dataDir, `tool-${verb}-${process.pid}.json`);
  try {
    writeNote(file, { verb, ...whereThisRuns() });
    return await work();
  } finally {
    removeNote(file);
    lock.release();
  }
}

/** Says which verbs work on a folder. @param verb only this one. */
function toolsSentence(dataDir: string, verb?: string): string {
  const who = worksOn(dataDir)
    .filter((work) => verb === undefined || work.verb === verb)
    .map((work) => `“manage ${work.verb}” (process ${work.pid})`);
  const names = who.length > 0 ? [...new Set(who)].join(', ') : 'another command of the operator’s tool';
  return `The data folder ${dataDir} is in use by ${names}. Wait until it has finished.`;
}

/** Lists the verbs that work on a folder. A killed one leaves its file, which is deleted here. */
function worksOn(dataDir: string): z.infer<typeof Work>[] {
  return readdirSync(dataDir)
    .filter(isToolNote)
    .flatMap((name) => {
      const file = join(dataDir, name);
      const work = readWork(file);
      // The processes of another container cannot be seen from here.
      if (work && (work.namespace !== pidNamespace() || isAlive(work.pid))) return [work];
      rmSync(file, { force: true });
      return [];
    });
}

function readWork(file: string): z.infer<typeof Work> | null {
  if (!existsSync(file)) return null;
  try {
    return Work.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? null;
  } catch (error) {
    // A process that was killed while it wrote.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const isToolNote = (name: string) => name.startsWith('tool-') && /\.json(?:\.unfinished)?$/.test(name);

/**
 * Whether a file of a data folder belongs to the processes that use it, not to the publication. Such files stay
 * where they are when the publication is copied, restored or moved.
 */
export function isOfProcesses(name: string): boolean {
  return (
    name.endsWith('.lock') ||
    ['running.json', 'backup-progress.json'].some((note) => name.startsWith(note)) ||
    isToolNote(name)
  );
}

const toolsLock = (dataDir: string) => join(dataDir, 'tools.lock');
