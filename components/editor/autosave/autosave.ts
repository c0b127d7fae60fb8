import type { Writing } from '@/lib/posts/types';
import { type Flushed, type SaveState, type SendResult, type StoredDraft, whyNot } from './save-state';

/** Saves this long after the last key, ms. */
const PAUSE_MS = 800;
/** A pause may never come: saves at least this often during steady typing, ms. */
const LONGEST_WAIT_MS = 3000;
/** The local copy follows the first unsaved change by this much, ms. */
const KEEP_MS = 300;
const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 30_000;

/** What an autosave works with; `send` answers and never rejects. */
export interface AutosaveParts {
  version: number;
  read: () => Writing;
  send: (draft: StoredDraft, leaving: boolean) => Promise<SendResult>;
  /** Puts a copy into the browser's own store. */
  keep: (draft: StoredDraft, sequence: number) => Promise<void>;
  /** Removes that copy, but only the one of exactly this sequence. */
  forget: (sequence: number) => Promise<void>;
  onState: (state: SaveState) => void;
}

type Timer = ReturnType<typeof setTimeout>;

/**
 * Brings every change to the server, in order, one save at a time; a change is kept in the browser
 * until exactly it was acknowledged. A conflict stops it until someone has chosen a text.
 */
export class Autosave {
  #parts: AutosaveParts;
  #version: number;
  #sequence = 0;
  #acknowledged = 0;
  #attempts = 0;
  #kept = true;
  #state: SaveState = { kind: 'saved' };
  #listeners = new Set<() => void>();
  #inFlight: Promise<void> | null = null;
  #pause: Timer | undefined;
  #longest: Timer | undefined;
  #retry: Timer | undefined;
  #keeping: Timer | undefined;

  constructor(parts: AutosaveParts) {
    this.#parts = parts;
    this.#version = parts.version;
  }

  /** True while the server lacks something. */
  get isUnsaved(): boolean {
    return this.#sequence !== this.#acknowledged;
  }

  /** The version that the next save will build on. */
  get version(): number {
    return this.#version;
  }

  /** Says that the text changed; cheap enough for every key press. */
  changed(): void {
    this.#sequence += 1;
    for (const listen of this.#listeners) listen();
    this.#keeping ??= setTimeout(() => void this.#keep(), KEEP_MS);
    if (this.#state.kind === 'conflict') return;
    if (this.#state.kind === 'saved') this.#show({ kind: 'saving' });
    this.#arm();
  }

  /** Calls `listen` at every change. @returns what ends it. */
  onChange(listen: () => void): () => void {
    this.#listeners.add(listen);
    return () => this.#listeners.delete(listen);
  }

  /** Saves at once what is unsaved, until nothing is or something stands in the way. */
  async flush(leaving = false): Promise<Flushed> {
    while (this.isUnsaved) {
      if (this.#state.kind === 'conflict') break;
      await this.#saveOnce(leaving);
      if (this.#state.kind !== 'saved' && this.#state.kind !== 'saving') break;
    }
    if (!this.isUnsaved) return { ok: true, version: this.#version };
    return { ok: false, message: whyNot(this.#state) };
  }

  /** Tries again now, for when the network is back. */
  retryNow(): void {
    if (this.isUnsaved) void this.flush();
  }

  /** After a conflict: saves the text of this browser over the version that is there. */
  keepMine(theirVersion: number): void {
    this.#version = theirVersion;
    this.#show({ kind: 'saving' });
    void this.flush();
  }

  /** Writes the local copy at once, for a page that is about to go. */
  keepNow(): void {
    if (this.isUnsaved) void this.#keep();
  }

  /** Gives up what is unsaved, for a text that was put aside and makes room for another one. */
  async abandon(): Promise<void> {
    for (const timer of [this.#pause, this.#longest, this.#retry, this.#keeping]) clearTimeout(timer);
    this.#acknowledged = this.#sequence;
    await this.#parts.forget(this.#sequence);
  }

  #arm(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.flush(), PAUSE_MS);
    this.#longest ??= setTimeout(() => void this.flush(), LONGEST_WAIT_MS);
  }

  #saveOnce(leaving: boolean): Promise<void> {
    this.#inFlight ??= this.#send(leaving).finally(() => {
      this.#inFlight = null;
    });
    return this.#inFlight;
  }

  async #send(leaving: boolean): Promise<void> {
    clearTimeout(this.#pause);
    clearTimeout(this.#longest);
    clearTimeout(this.#retry);
    this.#longest = undefined;
    const sequence = this.#sequence;
    if (this.#state.kind === 'saved') this.#show({ kind: 'saving' });
    const draft = { version: this.#version, writing: this.#parts.read() };
    const result = await this.#parts.send(draft, leaving);
    if (result.kind === 'saved') return this.#acknowledge(sequence, result.version);
    if (result.kind === 'conflict') return this.#show(result);
    this.#retry = setTimeout(() => this.retryNow(), this.#retryDelay());
    this.#show(
      result.kind === 'refused'
        ? { kind: 'failed', message: result.message }
        : { kind: 'offline', kept: this.#kept },
    );
  }

  #acknowledge(sequence: number, version: number): void {
    this.#version = version;
    this.#acknowledged = sequence;
    this.#attempts = 0;
    if (this.isUnsaved) {
      this.#show({ kind: 'saving' });
      this.#arm();
      return;
    }
    clearTimeout(this.#keeping);
    this.#keeping = undefined;
    this.#show({ kind: 'saved' });
    // A copy left behind does no harm: it is compared with the server's text when the post is opened.
    this.#parts.forget(sequence).catch((error) => console.warn('The local copy stays.', error));
  }

  #retryDelay(): number {
    const delay = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.#attempts);
    this.#attempts += 1;
    return delay;
  }

  async #keep(): Promise<void> {
    clearTimeout(this.#keeping);
    this.#keeping = undefined;
    const sequence = this.#sequence;
    try {
      await this.#parts.keep({ version: this.#version, writing: this.#parts.read() }, sequence);
      this.#kept = true;
      // The server may have acknowledged it while the browser was still writing.
      if (sequence === this.#acknowledged) await this.#parts.forget(sequence);
    } catch (error) {
      this.#kept = false;
      console.warn('This browser keeps no local copy.', error);
    }
  }

  #show(state: SaveState): void {
    this.#state = state;
    this.#parts.onState(state);
  }
}
