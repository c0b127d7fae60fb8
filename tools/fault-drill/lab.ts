import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { createDatabase, type Db, openDatabase } from '@/db/client';
import { openSession } from '@/lib/accounts/sessions';
import { actorOf, OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { findDraft } from '@/lib/posts/admin-queries';
import { createPost } from '@/lib/posts/commands/create-post';
import { saveDraft } from '@/lib/posts/commands/save-draft';
import { emptyWriting, writingOf } from '@/lib/posts/fields';
import { releaseCommand } from '@/lib/process/release';
import { claimOwner } from '@/lib/setup/claim-owner';
import type { CleanUp } from '@/tools/running/clean-up';
import { OWNER_CLAIM } from '@/tools/running/owner';
import { type Running, startProcess } from '@/tools/running/processes';
import { Server } from '@/tools/running/server';

const ANSWER_WITHIN_MS = 30_000;
const Saved = z.object({ value: z.object({ version: z.number() }) });

/** A publication to be broken: its data folder, its server, and clients of it. */
export class Lab {
  #cookie = '';
  readonly #line = randomUUID();

  private constructor(
    readonly root: string,
    readonly dataDir: string,
    readonly server: Server,
    private readonly cleanUp: CleanUp,
  ) {}

  /**
   * Makes an empty publication with an owner, without starting it.
   * @param dataDir a folder that exists, such as a disk of its own; a new one when absent.
   */
  static async make(cleanUp: CleanUp, dataDir?: string): Promise<Lab> {
    const root = mkdtempSync(join(tmpdir(), 'broadside-faults-'));
    cleanUp.later(() => rmSync(root, { recursive: true, force: true }));
    const place = dataDir ?? join(root, 'data');
    const file = join(place, 'broadside.db');
    createDatabase(file);
    const server = await Server.prepare(place);
    server.stopAtTheEnd(cleanUp);
    const lab = new Lab(root, place, server, cleanUp);
    const db = openDatabase(file);
    requireValue(await claimOwner(db, OWNER_CLAIM, { actor: OPERATOR, now: Date.now() }));
    lab.#cookie = `broadside=${openSession(db, { userId: 1, userAgent: 'fault drill' }, Date.now())}`;
    db.$client.close();
    return lab;
  }

  get file(): string {
    return join(this.dataDir, 'broadside.db');
  }

  /** What a request of the owner's browser carries. */
  get headers(): Record<string, string> {
    return { cookie: this.#cookie, origin: this.server.url, 'content-type': 'application/json' };
  }

  /** Works on the database from this process. */
  withDatabase<T>(work: (db: Db) => T): T {
    const db = openDatabase(this.file);
    try {
      return work(db);
    } finally {
      db.$client.close();
    }
  }

  /** Creates a draft with a headline. @returns its id. */
  beginPost(headline: string): number {
    const context = { actor: actorOf({ id: 1, role: 'owner' }), now: Date.now() };
    return this.withDatabase((db) => {
      const { postId } = requireValue(createPost(db, { language: 'en' }, context));
      const writing = { ...emptyWriting(), headline };
      requireValue(saveDraft(db, { postId, version: 1, writing }, context));
      return postId;
    });
  }

  /** Returns the headline of a draft in the database, and its version. */
  draftOf(postId: number): { headline: string; version: number } {
    const draft = this.withDatabase((db) => findDraft(db, postId));
    if (!draft) throw new Error(`Post ${postId} is gone.`);
    return { headline: writingOf(draft).headline, version: draft.version };
  }

  /** Saves a headline through the server. @returns the new version if it was acknowledged, otherwise the reason. */
  async save(postId: number, version: number, headline: string): Promise<number | string> {
    const mark = { line: this.#line, sequence: version };
    const body = JSON.stringify({ version, mark, writing: { ...emptyWriting(), headline } });
    const answer = await this.ask(`/admin/posts/${postId}/draft`, { method: 'PUT', body });
    if (typeof answer === 'string') return answer;
    return answer.status === 200
      ? Saved.parse(JSON.parse(answer.text)).value.version
      : `status ${answer.status}`;
  }

  /** Sends a request. @returns the whole answer, or why there is none. */
  async ask(path: string, init: RequestInit = {}): Promise<{ status: number; text: string } | string> {
    try {
      const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
      const headers = { ...this.headers, ...(init.headers as Record<string, string> | undefined) };
      const answer = await fetch(this.server.url + path, { redirect: 'manual', signal, ...init, headers });
      return { status: answer.status, text: await answer.text() };
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return error.cause instanceof Error ? error.cause.message : error.message;
    }
  }

  /** Returns the status of an address, 0 when there is no answer. */
  async statusOf(path: string): Promise<number> {
    const answer = await this.ask(path);
    return typeof answer === 'string' ? 0 : answer.status;
  }

  /** Starts a verb of the operator's tool on this publication. @param env settings that differ. */
  manage(verb: string, args: string[] = [], env: Record<string, string> = {}): Running {
    const [node, program] = releaseCommand();
    const all = { ...this.server.environment, ...env };
    return startProcess([node, [...program, 'manage', verb, ...args]], this.cleanUp, all);
  }

  /** Runs a verb to its end. @returns whether it succeeded, and what it said. */
  async run(verb: string, args: string[] = [], env: Record<string, string> = {}) {
    const running = this.manage(verb, args, env);
    const code = await running.exited;
    return { isDone: code === 0, output: running.output().trim() };
  }

  /** Starts a second server on the same data folder, at another port. @returns what it said when it was refused. */
  async secondServer(): Promise<string> {
    const second = await Server.prepare(this.dataDir);
    second.stopAtTheEnd(this.cleanUp);
    return (await refusalOf(second)) ?? 'it serves';
  }

  /** Tries to start the server where it should not start. @returns what it said, or null when it does serve. */
  refusalToStart(): Promise<string | null> {
    return refusalOf(this.server);
  }
}

async function refusalOf(server: Server): Promise<string | null> {
  try {
    await server.start();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return error.message.replace('The server did not start:\n', '').trim();
  }
  await server.stop('SIGTERM');
  return null;
}
