import { type ChildProcess, spawn } from 'node:child_process';

const RESTARTED_AFTER_MS = 200;

/** Keeps a program running, as a service manager does: restarts it whenever it ends, until told to stop. */
export class Supervisor {
  private child: ChildProcess | null = null;
  private isStopped = false;
  /** How often the program was started. */
  starts = 0;
  output = '';

  constructor(
    private readonly command: [string, string[]],
    private readonly options: { env: NodeJS.ProcessEnv; cwd: string; uid?: number; gid?: number },
  ) {
    this.start();
  }

  /** The id of the started process, which a switch to another release keeps. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  private start(): void {
    if (this.isStopped) return;
    this.starts += 1;
    const [program, args] = this.command;
    const child = spawn(program, args, { ...this.options, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        this.output += chunk;
      });
    }
    child.once('exit', () => setTimeout(() => this.start(), RESTARTED_AFTER_MS));
  }

  /** Sends the signal only to the started process. */
  signal(name: NodeJS.Signals): void {
    this.child?.kill(name);
  }

  async stop(name: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    this.isStopped = true;
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const ended = new Promise<number | null>((done) => child.once('exit', done));
    child.kill(name);
    return ended;
  }
}
