import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Db, openDatabase } from '@/db/client';
import { releaseCommand } from '@/lib/process/release';
import { Server } from '@/tools/running/server';
import { type Beginning, beginningFolder } from './beginnings';

const STATEMENTS = 'statements.jsonl';

/** A publication for tests, with its own data folder. */
export class Publication {
  private constructor(private readonly server: Server) {}

  /** Prepares a publication without starting it. @param extra additional environment variables. */
  static async prepare(beginning: Beginning, extra: Record<string, string> = {}): Promise<Publication> {
    const dataDir = mkdtempSync(join(tmpdir(), 'broadside-e2e-'));
    if (beginning !== 'nothing') cpSync(beginningFolder(beginning), dataDir, { recursive: true });
    const env = { STATEMENTS_FILE: join(dataDir, STATEMENTS), ...extra };
    return new Publication(await Server.prepare(dataDir, { env }));
  }

  /** Starts a publication. */
  static async start(beginning: Beginning, extra: Record<string, string> = {}): Promise<Publication> {
    const publication = await Publication.prepare(beginning, extra);
    await publication.resume();
    return publication;
  }

  get url(): string {
    return this.server.url;
  }

  get port(): number {
    return this.server.port;
  }

  get dataDir(): string {
    return this.server.dataDir;
  }

  /** Everything that the process printed since its last start. */
  get output(): string {
    return this.server.output;
  }

  /** Starts the process (again) on the same data folder, and waits until it has printed where it serves. */
  async resume(): Promise<void> {
    await this.server.start();
    while (!this.output.includes(this.url)) await pause(10);
  }

  /** Kills the process, as a power cut does. */
  async kill(): Promise<void> {
    await this.stop('SIGKILL');
  }

  /** Stops the process, as Ctrl-C does unless told otherwise. @returns its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null> {
    return this.server.stop(signal);
  }

  /** Runs `npm run manage` on this publication's data. @throws with the output when it fails. */
  manage(verb: string, args: string[] = [], input = ''): Promise<string> {
    const [node, program] = releaseCommand();
    const child = spawn(node, [...program, 'manage', verb, ...args], { env: this.server.environment });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    child.stdin.end(input);
    return new Promise((done, fail) => {
      child.once('exit', (code) => (code === 0 ? done(output) : fail(new Error(output))));
    });
  }

  /** The path of its database file. */
  get databaseFile(): string {
    return join(this.dataDir, 'broadside.db');
  }

  /** Changes its database from this process. */
  withDatabase(work: (db: Db) => void): void {
    const db = openDatabase(this.databaseFile);
    work(db);
    db.$client.close();
  }

  /** Returns the set-up link that the process printed. */
  setupLink(): string {
    const link = /https?:\/\/\S+\/admin\/setup\?token=\S+/.exec(this.output)?.[0];
    if (!link) throw new Error(`No set-up link was printed:\n${this.output}`);
    return link;
  }

  async dispose(): Promise<void> {
    await this.stop();
    // A restore keeps the previous data in a folder next to it.
    const own = readdirSync(tmpdir()).filter((name) => name.startsWith(basename(this.dataDir)));
    for (const name of own) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }

  /** Where `record-statements.cjs` writes. */
  get statementsFile(): string {
    return join(this.dataDir, STATEMENTS);
  }
}

/** Returns the folder of the release under test. */
export function releaseDir(): string {
  const folder = process.env.RELEASE_DIR;
  if (!folder) throw new Error('RELEASE_DIR names no release; prepare.mjs does.');
  return folder;
}
