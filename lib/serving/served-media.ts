import { eq } from 'drizzle-orm';
import { LRUCache } from 'lru-cache';
import type { Db } from '@/db/client';
import { media } from '@/db/schema';

/** Readers ask for the pictures of a few pages again and again. */
const MOST_KNOWN = 5000;

/**
 * Answers which files of media may be sent: those that a row names. A file that a kill left behind, of a
 * picture that was deleted or replaced, is not sent. Each row is read once for each content version.
 */
export class ServedMedia {
  readonly #db: Db;
  readonly #currentVersion: () => number;
  readonly #known = new LRUCache<string, Set<string>>({ max: MOST_KNOWN });
  #version = -1;

  constructor(db: Db, currentVersion: () => number) {
    this.#db = db;
    this.#currentVersion = currentVersion;
  }

  /** Whether the row of a medium names this file. */
  has(mediaId: string, file: string): boolean {
    const version = this.#currentVersion();
    if (version !== this.#version) this.#known.clear();
    this.#version = version;
    const known = this.#known.get(mediaId) ?? this.#read(mediaId);
    this.#known.set(mediaId, known);
    return known.has(file);
  }

  #read(mediaId: string): Set<string> {
    const row = this.#db
      .select({ renditions: media.renditions })
      .from(media)
      .where(eq(media.id, mediaId))
      .get();
    return new Set(row?.renditions.map(({ file }) => file));
  }
}
