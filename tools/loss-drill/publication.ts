import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Db, migrate, openDatabase } from '@/db/client';
import { openSession } from '@/lib/accounts/sessions';
import { actorOf, OPERATOR } from '@/lib/actor';
import { bodyText } from '@/lib/document/text';
import { requireValue } from '@/lib/errors';
import { findDraft } from '@/lib/posts/admin-queries';
import { createPost } from '@/lib/posts/commands/create-post';
import { claimOwner } from '@/lib/setup/claim-owner';
import type { CleanUp } from '@/tools/running/clean-up';
import { OWNER_CLAIM } from '@/tools/running/owner';
import { Server } from '@/tools/running/server';

/** A publication whose server can be killed and started again; its data is read without the server. */
export class Publication {
  private constructor(
    private readonly server: Server,
    private readonly db: Db,
  ) {}

  get url(): string {
    return this.server.url;
  }

  /** Opens an empty publication with an owner, and serves it. */
  static async open(cleanUp: CleanUp): Promise<Publication> {
    const dataDir = mkdtempSync(join(tmpdir(), 'broadside-drill-'));
    cleanUp.later(() => rmSync(dataDir, { recursive: true, force: true }));
    const db = openDatabase(join(dataDir, 'broadside.db'));
    migrate(db);
    requireValue(await claimOwner(db, OWNER_CLAIM, { actor: OPERATOR, now: Date.now() }));
    return new Publication(await Server.start(dataDir, cleanUp), db);
  }

  /** Creates a new session of the owner. @returns its cookie. */
  session(): { name: string; value: string; url: string } {
    const value = openSession(this.db, { userId: 1, userAgent: 'loss drill' }, Date.now());
    return { name: 'broadside', value, url: this.url };
  }

  beginPost(): number {
    const context = { actor: actorOf({ id: 1, role: 'owner' }), now: Date.now() };
    return requireValue(createPost(this.db, { language: 'en' }, context)).postId;
  }

  /** Returns the text of a draft in the database. */
  savedText(postId: number): string {
    const draft = findDraft(this.db, postId);
    if (!draft) throw new Error(`Post ${postId} is gone.`);
    return bodyText(draft.body);
  }

  /** Kills the server, as a power cut does. */
  async kill(): Promise<void> {
    await this.server.stop('SIGKILL');
  }

  /** Starts the server unless it is running. */
  async ensure(): Promise<void> {
    if (!this.server.isRunning) await this.server.start();
  }
}
