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
 * One process at a time serves, restores or moves a data folder. The lock is SQLite's on a file of its
 * own: the system lets go of it when the process ends, however it ends.
 */

const Facts = z.object({
  pid: z.number(),
  /** Which numbering of processes `pid` belongs to: containers have their own. */
  namespace: z.string(),
  /** What to ask on this machine. */
  url: z.string(),
  port: z.number(),
  /** Which release serves; null in development. */
  build: z.string().nullable(),
  /** `stopping` when it has begun to stop, and the lock will be free in a moment. */
  state: z.enum(['starting', 'serving', 'stopping']),
});

/** What the process that serves a data folder says of itself. */
export type RunningFacts = z.infer<typeof Facts>;

/** The hold of one process on a data folder. */
export interface Hold {
  /** Tells other processes what this one is doing. */
  announce(facts: Omit<RunningFacts, 'pid' | 'namespace'>): void;
  release(): void;
}

const AGAIN_AFTER_MS = 50;
/** Whoever looks whether a folder is held takes hold of it for a moment. */
const LOOK_MS = 1000;

/**
 * Takes hold of a data folder, making it if it is not there.
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

/** What serves a data folder now, or null. */
export function findRunning(dataDir: string): RunningFacts | null {
  if (!existsSync(lockOf(dataDir))) return null;
  const hold = tryHold(dataDir);
  hold?.release();
  return hold ? null : readFacts(dataDir);
}

/** Takes hold of a data folder that is there, unless another process holds it. */
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

/** So that no reader finds half of it. */
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
    // It goes when the process that it tells of ends.
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
  return `The data folder ${dataDir} is in use by a running Broadside (${who}): stop it first, or name another folder with DATA_DIR.`;
}

const lockOf = (dataDir: string) => join(dataDir, 'running.lock');
const factsOf = (dataDir: string) => join(dataDir, 'running.json');
