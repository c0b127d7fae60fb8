import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium } from '@playwright/test';
import type { CleanUp } from '@/tools/running/clean-up';
import { quietChromium } from '@/tools/running/quiet-chromium';

const READY_WITHIN_MS = 60_000;

/** A Chromium with a profile on the disk, which can be killed and started again with the same profile. */
export class KillableBrowser {
  #process: ChildProcess | null = null;
  #browser: Browser | null = null;
  readonly #profile: string;

  constructor(
    private readonly program: string,
    cleanUp: CleanUp,
  ) {
    this.#profile = mkdtempSync(join(tmpdir(), 'broadside-profile-'));
    cleanUp.later(() => rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 }));
    cleanUp.later(() => this.kill());
  }

  /** Starts it in its own process group, so that a kill ends all of its processes at once. */
  async start(): Promise<BrowserContext> {
    const portFile = join(this.#profile, 'DevToolsActivePort');
    rmSync(portFile, { force: true });
    rmSync(join(this.#profile, 'SingletonLock'), { force: true });
    this.#process = spawn(this.program, [...ARGUMENTS, `--user-data-dir=${this.#profile}`, 'about:blank'], {
      detached: true,
      stdio: 'ignore',
    });
    const port = await portIn(portFile);
    this.#browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: READY_WITHIN_MS });
    const [context] = this.#browser.contexts();
    if (!context) throw new Error('The browser has no window.');
    return context;
  }

  /** Kills the whole browser at once, as the system does when memory runs out. */
  async kill(): Promise<void> {
    const running = this.#process;
    this.#process = null;
    if (!running?.pid || running.exitCode !== null || running.signalCode !== null) return;
    const ended = new Promise((done) => running.once('exit', done));
    process.kill(-running.pid, 'SIGKILL');
    await ended;
    await this.#browser?.close();
    this.#browser = null;
  }
}

const ARGUMENTS = [
  ...quietChromium(),
  '--headless=new',
  '--remote-debugging-port=0',
  '--disable-gpu',
  '--hide-crash-restore-bubble',
];

async function portIn(file: string): Promise<number> {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until) {
    const port = Number(readFirstLine(file));
    if (port) return port;
    await pause(20);
  }
  throw new Error('The browser did not start.');
}

/** Returns the first line of a file, empty while there is no file: the browser writes it once it listens. */
function readFirstLine(file: string): string {
  try {
    return readFileSync(file, 'utf8').split('\n')[0] ?? '';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
