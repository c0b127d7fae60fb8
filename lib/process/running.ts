import { existsSync, mkdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { WrongSetting } from '@/lib/settings/wrong-setting';
import { tryLock } from './lock-file';
import { removeNote, writeNote } from './write-note';

/*
 * Only one process at a time serves, restores or moves a data folder: the lock `running.lock` in it. What works
 * on it meanwhile, such as a backup, is in `tool-locks.ts`.
 */

const WhereItRuns = z.object({
  pid: z.number(),
  /** The PID namespace of `pid`: containers have their own. */
  namespace: z.string(),
});

const ServerFacts = WhereItRuns.extend({
  /** The address of the server on this machine. */
  url: z.string(),
  port: z.number(),
  /** The release that serves; null in development. */
  build: z.string().nullable(),
  /** `stopping` once it has begun to stop: the lock will be free in a moment. */
  state: z.enum(['starting', 'serving', 'stopping']),
});

/** What a process reports that does something else, such as `restore`. */
const VerbFacts = WhereItRuns.extend({ verb: z.string() });

const Facts = z.union([ServerFacts, VerbFacts]);
type Facts = z.infer<typeof Facts>;

/** What the process that serves a data folder reports about itself. */
export type RunningFacts = z.infer<typeof ServerFacts>;

/** One process's hold on a data folder. */
export interface Hold {
  /** Tells other processes what this one is doing. */
  announce(facts: Omit<RunningFacts, keyof z.infer<typeof WhereItRuns>> | { verb: string }): void;
  release(): void;
}

const AGAIN_AFTER_MS = 50;
/** Checking whether a folder is held takes the lock for a moment. */
const LOOK_MS = 1000;

/**
 * Takes hold of a data folder, and creates the folder if it does not exist.
 * @param waitMs how long to wait for a process that is stopping, or for any when `forAny`.
 * @throws WrongSetting when another process holds it.
 */
export async function holdDataFolder(
  dataDir: string,
  { waitMs, forAny = false }: { waitMs: number; forAny?: boolean },
): Promise<Hold> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const startedAt = Date.now();
  for (;;) {
    const hold = tryHold(dataDir);
    if (hold) return hold;
    const holder = readFacts(dataDir);
    const mayEnd = forAny || (holder && 'state' in holder && holder.state === 'stopping');
    if (Date.now() - startedAt > (mayEnd ? Math.max(waitMs, LOOK_MS) : LOOK_MS))
      throw new WrongSetting(busySentence(dataDir));
    await new Promise((done) => setTimeout(done, AGAIN_AFTER_MS));
  }
}

/** Returns the facts of the process that serves a data folder, or null. */
export function findRunning(dataDir: string): RunningFacts | null {
  if (!existsSync(lockOf(dataDir))) return null;
  const hold = tryHold(dataDir);
  hold?.release();
  const holder = hold ? null : readFacts(dataDir);
  return holder && 'url' in holder ? holder : null;
}

/** Takes hold of an existing data folder, unless another process holds it. */
export function tryHold(dataDir: string): Hold | null {
  const lock = tryLock(lockOf(dataDir), 'alone');
  if (!lock) return null;
  return {
    announce: (facts) => writeNote(factsOf(dataDir), { ...facts, ...whereThisRuns() }),
    release: () => {
      removeNote(factsOf(dataDir));
      lock.release();
    },
  };
}

/** Returns where this process runs, for the facts that it reports. */
export function whereThisRuns(): z.infer<typeof WhereItRuns> {
  return { pid: process.pid, namespace: pidNamespace() };
}

function readFacts(dataDir: string): Facts | null {
  const file = factsOf(dataDir);
  try {
    const parsed = Facts.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    // The file is deleted when the process that it describes ends.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** @see https://man7.org/linux/man-pages/man7/pid_namespaces.7.html */
export function pidNamespace(): string {
  const link = '/proc/self/ns/pid';
  return existsSync(link) ? readlinkSync(link) : '';
}

/** Says who holds a data folder, and what to do. */
export function busySentence(dataDir: string): string {
  const holder = readFacts(dataDir);
  if (holder && 'verb' in holder)
    return `The data folder ${dataDir} is in use by “manage ${holder.verb}” (process ${holder.pid}). Wait until it has finished.`;
  const who = holder ? `process ${holder.pid}, port ${holder.port}` : 'another process';
  return `The data folder ${dataDir} is in use by a running Broadside (${who}). Stop it first, or set DATA_DIR to another folder.`;
}

const lockOf = (dataDir: string) => join(dataDir, 'running.lock');
const factsOf = (dataDir: string) => join(dataDir, 'running.json');
