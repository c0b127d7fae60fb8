import { setImmediate as othersFirst } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { recordQueries } from '@/db/recorded-queries';
import { isQueueFull } from '@/lib/process/bounded-queue';
import type { Fingerprint, Fingerprints, Verdict } from './fingerprints';
import { asOlder, type MayShowOlder } from './older-copy';
import { LARGE_BYTES, type Page, sizeOfPage } from './page';
import type { PageRequest } from './page-key';
import { PageUses } from './page-uses';

/** Renders the current page; rejects, or returns a status of 500 or more, when it cannot. */
export type RenderPage = (request: PageRequest, version: number) => Promise<Page>;

interface Options {
  /** Returns the current content version. */
  currentVersion: () => number;
  /** The same for requests as they arrive (`onceARound`). */
  versionForRequests?: () => number;
  render: RenderPage;
  /** Checks cached pages at another content version; null: all of them are rendered again. */
  fingerprints: Pick<Fingerprints, 'of' | 'check'> | null;
  mayShowOlder: MayShowOlder;
  /** Called with the error of a failed rendering. */
  report: (error: unknown) => void;
  /** Memory for the publication's pages, and for those with addresses that readers can invent (searches). */
  maxBytes?: number;
  maxEndlessBytes?: number;
  /** Memory for single-file copies with many pictures, of which each would evict a hundred pages. */
  maxLargeBytes?: number;
  /** A clock that only moves forward, in ms. */
  nowMs?: () => number;
}

const MEGABYTE = 1024 * 1024;
/** A page whose check takes longer is rendered. */
const MOST_ROUNDS = 20;

/** How many pages were rendered, and how many were found to be the same after a change. */
export interface CacheCounts {
  rendered: number;
  foundSame: number;
}

/**
 * Caches what readers see. A page is served again while the content version is the one at which it was
 * rendered; at another one, only after its fingerprint was found to be the same. So a change is visible at the
 * next request, and no entry ever needs to be invalidated.
 */
export class ReaderCache {
  readonly #options: Options;
  readonly #pages: LRUCache<string, Page>;
  readonly #endless: LRUCache<string, Page>;
  readonly #large: LRUCache<string, Page>;
  readonly #underWay = new Map<string, Promise<Page>>();
  readonly #uses: PageUses;
  readonly counts: CacheCounts = { rendered: 0, foundSame: 0 };

  constructor(options: Options) {
    const { maxBytes = 16 * MEGABYTE, maxEndlessBytes = 2 * MEGABYTE } = options;
    const { maxLargeBytes = 24 * MEGABYTE } = options;
    this.#options = options;
    this.#uses = new PageUses(options);
    this.#pages = new LRUCache({ maxSize: maxBytes, sizeCalculation: sizeOfPage });
    this.#endless = new LRUCache({ maxSize: maxEndlessBytes, sizeCalculation: sizeOfPage });
    this.#large = new LRUCache({ maxSize: maxLargeBytes, sizeCalculation: sizeOfPage });
  }

  /**
   * Returns the page when it is cached and known to be current; for requests as they arrive.
   * Separate from `find`, so that the common case needs no promise.
   */
  peek(request: PageRequest): Page | null {
    const page = this.#look(request, this.#options.versionForRequests);
    return page === 'unfinished' ? null : page;
  }

  /**
   * Returns the page, rendered if necessary; all requests waiting for it share one rendering. When rendering
   * fails, returns an older copy if there is one that may be shown.
   * @throws the rendering error, when there is no such copy; QueueFull, when too many pages wait.
   */
  async find(request: PageRequest): Promise<Page> {
    let page = this.#look(request);
    // While much is changed, each change begins the checks anew: then rendering is quicker.
    for (let round = 0; page === 'unfinished' && round < MOST_ROUNDS; round += 1) {
      await othersFirst();
      page = this.#look(request);
    }
    if (page !== null && page !== 'unfinished') return page;
    const older = this.#copyOf(request);
    const isAwaited = request.isAwaited || (older !== undefined && this.#uses.isOften(older));
    return this.#renderOnce({ ...request, isAwaited }, this.#options.currentVersion());
  }

  /** Returns the page when it is current, null when it must be rendered. */
  #look(request: PageRequest, readVersion = this.#options.currentVersion): Page | null | 'unfinished' {
    const page = this.#copyOf(request);
    const verdict = page ? this.#verdictOn(page, readVersion) : 'changed';
    if (verdict === 'unfinished') return verdict;
    if (!page || verdict !== 'same') return null;
    this.#uses.count(page);
    return page;
  }

  #verdictOn(page: Page, readVersion: () => number): Verdict {
    const version = this.#versionFor(page, readVersion);
    if (page.version === version) return 'same';
    if (!page.fingerprint) return 'changed';
    const verdict = this.#check(page.fingerprint, version);
    if (verdict === 'same') {
      page.version = version;
      this.counts.foundSame += 1;
    }
    return verdict;
  }

  #check(fingerprint: Fingerprint, version: number): Verdict {
    try {
      return this.#options.fingerprints?.check(fingerprint, version) ?? 'changed';
    } catch (error) {
      this.#options.report(error);
      return 'changed';
    }
  }

  /** A database that cannot be read must not make cached pages unavailable. */
  #versionFor(page: Page, readVersion: () => number): number {
    try {
      return readVersion();
    } catch (error) {
      this.#options.report(error);
      return page.version;
    }
  }

  #renderOnce(request: PageRequest, version: number): Promise<Page> {
    // A request after a change must not share a rendering started before it.
    const key = `${version} ${cacheKey(request)}`;
    let rendering = this.#underWay.get(key);
    if (!rendering) {
      rendering = this.#render(request, version).finally(() => this.#underWay.delete(key));
      this.#underWay.set(key, rendering);
    }
    return rendering;
  }

  async #render(request: PageRequest, version: number): Promise<Page> {
    this.counts.rendered += 1;
    try {
      const page = await this.#recorded(request, version);
      // It may have waited in a queue, and then shows a later version than the one it was requested at. With a
      // fingerprint, it is checked before it is served at any other version.
      const isLasting = page.fingerprint !== null || this.#options.currentVersion() === page.version;
      if (page.status < 500 && isLasting) this.#keep(request, page);
      return page.status < 500 ? page : (this.#olderCopyOf(request) ?? page);
    } catch (error) {
      // Nothing is broken: the reader can ask again.
      if (isQueueFull(error)) throw error;
      this.#options.report(error);
      const older = this.#olderCopyOf(request);
      if (!older) throw error;
      return older;
    }
  }

  /** Returns a copy to show in place of the page that cannot be rendered. */
  #olderCopyOf(request: PageRequest): Page | null {
    const copy = this.#copyOf(request);
    try {
      return copy && this.#options.mayShowOlder(request, copy) ? asOlder(copy) : null;
    } catch (error) {
      // What cannot be looked up may have been withdrawn.
      this.#options.report(error);
      return null;
    }
  }

  async #recorded(request: PageRequest, version: number): Promise<Page> {
    const { render, fingerprints } = this.#options;
    const { value: page, recording } = await recordQueries(() => render(request, version));
    // A page made from another page has that one's.
    page.fingerprint ??= fingerprints?.of(recording) ?? null;
    return page;
  }

  #keep(request: PageRequest, page: Page) {
    if ((this.#copyOf(request)?.version ?? 0) > page.version) return;
    const key = cacheKey(request);
    for (const store of [this.#pages, this.#endless, this.#large]) store.delete(key);
    this.#storeFor(request, page).set(key, page);
  }

  #storeFor(request: PageRequest, { status, plain }: Page): LRUCache<string, Page> {
    if ((plain?.length ?? 0) >= LARGE_BYTES) return this.#large;
    // Missing pages can be requested under an unlimited number of names.
    return status === 200 && !request.isUnbounded ? this.#pages : this.#endless;
  }

  #copyOf(request: PageRequest): Page | undefined {
    const key = cacheKey(request);
    return this.#pages.get(key) ?? this.#endless.get(key) ?? this.#large.get(key);
  }
}

/** No address contains a space, so a page in another type is never mistaken for a page at another address. */
function cacheKey({ key, type }: PageRequest): string {
  return type === undefined ? key : `${key} ${type}`;
}
