import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Db, openDatabase } from '@/db/client';
import { freePort } from '@/lib/process/free-port.mjs';
import { releaseCommand } from '@/lib/process/release';
import { defaultSettings } from '@/lib/settings/environment';
import { type Beginning, beginningFolder } from './beginnings';

/** A first start draws the samples, which takes ten seconds of an idle machine and minutes of a busy one. */
const READY_WITHIN_MS = 600_000;

/** A publication in a process and a data folder of its own, served as `npm start` serves it. */
export class Publication {
  readonly dataDir: string;
  private process: ChildProcess | null = null;
  /** Everything that the process printed since its last start. */
  output = '';

  private constructor(
    readonly port: number,
    readonly url: string,
    private readonly extra: Record<string, string>,
  ) {
    this.dataDir = mkdtempSync(join(tmpdir(), 'broadside-e2e-'));
  }

  /** A publication that does not run yet. @param extra more of its environment. */
  static async prepare(beginning: Beginning, extra: Record<string, string> = {}): Promise<Publication> {
    const port = await freePort();
    const publication = new Publication(port, `http://localhost:${port}`, extra);
    if (beginning !== 'nothing') cpSync(beginningFolder(beginning), publication.dataDir, { recursive: true });
    return publication;
  }

  /** One that runs. */
  static async start(beginning: Beginning, extra: Record<string, string> = {}): Promise<Publication> {
    const publication = await Publication.prepare(beginning, extra);
    await publication.resume();
    return publication;
  }

  /** Starts the process (again) on the same data folder. */
  async resume(): Promise<void> {
    this.output = '';
    const child = spawn(...releaseCommand(), { env: this.environment() });
    this.process = child;
    const keep = (chunk: Buffer) => {
      this.output += chunk.toString();
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const until = Date.now() + READY_WITHIN_MS;
    while (Date.now() < until) {
      if (child.exitCode !== null) break;
      const answer = await fetch(`${this.url}/healthz`).catch(() => null);
      if (answer?.ok && this.output.includes(this.url)) return;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`The publication did not start:\n${this.output}`);
  }

  /** Ends the process as a power cut does. */
  async kill(): Promise<void> {
    await this.stop('SIGKILL');
  }

  /** Stops the process, as Ctrl-C does unless told otherwise. @returns its exit code. */
  async stop(signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> {
    const child = this.process;
    if (!child) return null;
    this.process = null;
    if (child.exitCode !== null) return child.exitCode;
    const exited = new Promise<number | null>((done) => child.once('exit', done));
    child.kill(signal);
    return exited;
  }

  /** Runs `npm run manage` on this publication's data. @throws with the output when it fails. */
  manage(verb: string, args: string[] = [], input = ''): Promise<string> {
    const [node, program] = releaseCommand();
    const child = spawn(node, [...program, 'manage', verb, ...args], { env: this.environment() });
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

  /** The file of its database. */
  get databaseFile(): string {
    return join(this.dataDir, 'broadside.db');
  }

  /** Does something to its database from this process. */
  withDatabase(work: (db: Db) => void): void {
    const db = openDatabase(this.databaseFile);
    work(db);
    db.$client.close();
  }

  /** The one-time link that the process printed. */
  setupLink(): string {
    const link = /https?:\/\/\S+\/admin\/setup\?token=\S+/.exec(this.output)?.[0];
    if (!link) throw new Error(`No set-up link was printed:\n${this.output}`);
    return link;
  }

  async dispose(): Promise<void> {
    await this.stop();
    // A restore keeps what was there in a folder beside it.
    const own = readdirSync(tmpdir()).filter((name) => name.startsWith(basename(this.dataDir)));
    for (const name of own) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }

  /** Where `record-statements.cjs` writes. */
  get statementsFile(): string {
    return join(this.dataDir, 'statements.jsonl');
  }

  private environment(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      ...defaultSettings(),
      PORT: String(this.port),
      SITE_URL: this.url,
      DATA_DIR: this.dataDir,
      STATEMENTS_FILE: this.statementsFile,
      ...this.extra,
    };
  }
}

/** The release that the tests are about. */
export function releaseDir(): string {
  const folder = process.env.RELEASE_DIR;
  if (!folder) throw new Error('RELEASE_DIR names no release; prepare.mjs does.');
  return folder;
}
