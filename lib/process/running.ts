import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { z } from 'zod';
import { WrongSetting } from '@/lib/settings/wrong-setting';

/*
 * Only one process at a time serves, restores or moves a data folder. The lock is SQLite's, on a separate
 * file: the system releases it when the process ends, however it ends.
 */

const Facts = z.object({
  pid: z.number(),
  /** The PID namespace of `pid`: containers have their own. */
  namespace: z.string(),
  /** The address of the server on this machine. */
  url: z.string(),
  port: z.number(),
  /** The release that serves; null in development. */
  build: z.string().nullable(),
  /** `stopping` once it has begun to stop: the lock will be free in a moment. */
  state: z.enum(['starting', 'serving', 'stopping']),
});

/** What the process that serves a data folder reports about itself. */
export type RunningFacts = z.infer<typeof Facts>;

/** One process's hold on a data folder. */
export interface Hold {
  /** Tells other processes what this one is doing. */
  announce(facts: Omit<RunningFacts, 'pid' | 'namespace'>): void;
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
    const running = readFacts(dataDir);
    const mayEnd = forAny || running?.state === 'stopping';
    if (Date.now() - startedAt > (mayEnd ? Math.max(waitMs, LOOK_MS) : LOOK_MS))
      throw new WrongSetting(busySentence(dataDir, running));
    await new Promise((done) => setTimeout(done, AGAIN_AFTER_MS));
  }
}

/** Returns the facts of the process that serves a data folder, or null. */
export function findRunning(dataDir: string): RunningFacts | null {
  if (!existsSync(lockOf(dataDir))) return null;
  const hold = tryHold(dataDir);
  hold?.release();
  return hold ? null : readFacts(dataDir);
}

/** Takes hold of an existing data folder, unless another process holds it. */
export function tryHold(dataDir: string): Hold | null {
  const lock = lockOf(dataDir);
  const client = new BetterSqlite(lock, { timeout: 0 });
  try {
    // Nothing is ever written to it.
    client.pragma('journal_mode = MEMORY');
    client.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    client.close();
    if (error instanceof BetterSqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
  chmodSync(lock, 0o600);
  return {
    announce: (facts) =>
      writeWhole(factsOf(dataDir), JSON.stringify({ ...facts, pid: process.pid, namespace: pidNamespace() })),
    release: () => {
      rmSync(factsOf(dataDir), { force: true });
      client.close();
    },
  };
}

/** Writes a file with a rename, so that no reader finds a part of it. */
function writeWhole(file: string, text: string) {
  const unfinished = `${file}.unfinished`;
  writeFileSync(unfinished, text, { mode: 0o600 });
  renameSync(unfinished, file);
}

function readFacts(dataDir: string): RunningFacts | null {
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

function busySentence(dataDir: string, running: RunningFacts | null): string {
  const who = running ? `process ${running.pid}, port ${running.port}` : 'another process';
  return `The data folder ${dataDir} is in use by a running Broadside (${who}). Stop it first, or set DATA_DIR to another folder.`;
}

const lockOf = (dataDir: string) => join(dataDir, 'running.lock');
const factsOf = (dataDir: string) => join(dataDir, 'running.json');
