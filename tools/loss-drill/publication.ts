import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Db, migrate, openDatabase } from '@/db/client';
import { claimOwner } from '@/lib/accounts/owner';
import { openSession } from '@/lib/accounts/sessions';
import { actorOf, OPERATOR } from '@/lib/actor';
import { bodyText } from '@/lib/document/text';
import { requireValue } from '@/lib/errors';
import { findDraft } from '@/lib/posts/admin-queries';
import { createPost } from '@/lib/posts/commands/create-post';
import { freePort } from '@/lib/process/free-port.mjs';
import { releaseCommand } from '@/lib/process/release';
import { defaultSettings } from '@/lib/settings/environment';
import type { CleanUp } from '@/tools/bench/clean-up';

const READY_WITHIN_MS = 120_000;
const OWNER = { email: 'owner@example.org', passphrase: 'a calm river in the rain', name: 'Dara Lim' };

/** A publication whose server can be killed and started again; its data is looked at past the server. */
export class Publication {
  #server: ChildProcess | null = null;

  private constructor(
    readonly url: string,
    private readonly port: number,
    private readonly dataDir: string,
    private readonly db: Db,
  ) {}

  /** An empty publication with an owner, serving. */
  static async open(cleanUp: CleanUp): Promise<Publication> {
    const dataDir = mkdtempSync(join(tmpdir(), 'broadside-drill-'));
    cleanUp.later(() => rmSync(dataDir, { recursive: true, force: true }));
    const db = openDatabase(join(dataDir, 'broadside.db'));
    migrate(db);
    const claim = { ...OWNER, publicationName: 'The Lamp', token: null };
    requireValue(await claimOwner(db, claim, { actor: OPERATOR, now: Date.now() }));
    const port = await freePort();
    const publication = new Publication(`http://localhost:${port}`, port, dataDir, db);
    cleanUp.later(() => publication.kill());
    await publication.start();
    return publication;
  }

  /** The cookie of a new session of the owner. */
  session(): { name: string; value: string; url: string } {
    const value = openSession(this.db, { userId: 1, userAgent: 'loss drill' }, Date.now());
    return { name: 'broadside', value, url: this.url };
  }

  beginPost(): number {
    const context = { actor: actorOf({ id: 1, role: 'owner' }), now: Date.now() };
    return requireValue(createPost(this.db, { language: 'en' }, context)).postId;
  }

  /** The text of a draft as it lies in the database. */
  savedText(postId: number): string {
    const draft = findDraft(this.db, postId);
    if (!draft) throw new Error(`Post ${postId} is gone.`);
    return bodyText(draft.body);
  }

  /** Ends the server as a power cut does. */
  async kill(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((done) => server.once('exit', done));
    server.kill('SIGKILL');
    await ended;
  }

  /** Starts the server unless it runs. */
  async ensure(): Promise<void> {
    if (!this.#server) await this.start();
  }

  /** @throws when it does not serve within two minutes. */
  async start(): Promise<void> {
    let output = '';
    const [program, args] = releaseCommand();
    const server = spawn(program, args, {
      env: {
        ...process.env,
        ...defaultSettings(),
        PORT: String(this.port),
        SITE_URL: this.url,
        DATA_DIR: this.dataDir,
      },
    });
    this.#server = server;
    for (const stream of [server.stdout, server.stderr])
      stream.on('data', (chunk) => {
        output = (output + chunk).slice(-4000);
      });
    const until = Date.now() + READY_WITHIN_MS;
    while (Date.now() < until && server.exitCode === null) {
      // Refused until it listens, which is what we wait for.
      const answer = await fetch(`${this.url}/healthz`).catch(() => null);
      if (answer?.ok) return;
      await pause(50);
    }
    throw new Error(`The server did not start:\n${output}`);
  }
}
