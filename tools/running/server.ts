import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@/lib/process/free-port.mjs';
import { releaseCommand } from '@/lib/process/release';
import { defaultSettings } from '@/lib/settings/environment';
import type { CleanUp } from './clean-up';
import type { Command } from './cores';

/** A first start draws the samples: ten seconds on an idle machine, minutes on a busy one. */
const READY_WITHIN_MS = 600_000;

export interface ServerOptions {
  /** Its host name in addresses: localhost, unless a program only accepts numeric addresses. */
  host?: string;
  /** Additional environment variables, such as a setting that is not the default. */
  env?: Record<string, string>;
  /** Changes the command that starts the release, such as to pin it to one core. */
  held?: (command: Command) => Command;
}

/** Serves a data folder with a release in a separate process, as `npm start` does. */
export class Server {
  readonly url: string;
  /** Everything that the process printed since its last start. */
  output = '';
  #child: ChildProcess | null = null;

  private constructor(
    readonly dataDir: string,
    readonly port: number,
    private readonly options: ServerOptions,
  ) {
    this.url = `http://${options.host ?? 'localhost'}:${port}`;
  }

  /** Prepares a server on a free port, without starting it. */
  static async prepare(dataDir: string, options: ServerOptions = {}): Promise<Server> {
    return new Server(dataDir, await freePort(), options);
  }

  /**
   * Starts a server, which is stopped at the end whatever happens.
   * @throws with its output when it does not start.
   */
  static async start(dataDir: string, cleanUp: CleanUp, options: ServerOptions = {}): Promise<Server> {
    const server = await Server.prepare(dataDir, options);
    server.stopAtTheEnd(cleanUp);
    await server.start();
    return server;
  }

  /** Stops it at the end, whatever happens. */
  stopAtTheEnd(cleanUp: CleanUp): void {
    cleanUp.later(async () => {
      await this.stop('SIGTERM');
    });
  }

  /** The process id, 0 while none runs. */
  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  get isRunning(): boolean {
    return this.#child !== null && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** The environment of the process. */
  get environment(): NodeJS.ProcessEnv {
    const own = { PORT: String(this.port), SITE_URL: this.url, DATA_DIR: this.dataDir };
    return { ...process.env, ...defaultSettings(), ...own, ...this.options.env };
  }

  /**
   * Starts the process (again), and waits until a page is available.
   * @param everyMs how often it is requested.
   * @returns the ms from the start of the process to the last byte of the page.
   * @throws with its output when it does not start.
   */
  async start(page = '/healthz', everyMs = 50): Promise<number> {
    this.output = '';
    const startedAt = performance.now();
    const [program, args] = (this.options.held ?? same)(releaseCommand());
    const child = spawn(program, args, { env: this.environment, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        this.output += chunk;
      });
    }
    child.once('error', (error) => {
      this.output += error.message;
    });
    while (performance.now() - startedAt < READY_WITHIN_MS && this.isRunning) {
      if (await isThere(this.url + page)) return performance.now() - startedAt;
      await pause(everyMs);
    }
    await this.stop('SIGKILL');
    throw new Error(`The server did not start:\n${this.output}`);
  }

  /** Stops the process, as Ctrl-C does unless told otherwise. @returns its exit code, null when a signal ended it. */
  async stop(signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> {
    const child = this.#child;
    this.#child = null;
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const ended = new Promise<number | null>((done) => child.once('exit', done));
    child.kill(signal);
    return ended;
  }
}

function same(command: Command): Command {
  return command;
}

async function isThere(address: string): Promise<boolean> {
  try {
    const answer = await fetch(address);
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    // Refused until it listens, which is awaited here.
    return false;
  }
}
