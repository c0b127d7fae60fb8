import type { EditSession } from '@/components/editor/ground/save-state';

/** How long the writing tab has to hand the text over before it counts as asleep, ms. */
const PATIENCE_MS = 3000;

type Message =
  /** A following tab opened and requests the text. */
  | { kind: 'hello' }
  | { kind: 'text'; at: EditSession }
  /** Tab `by` wants to write. */
  | { kind: 'take'; by: string }
  | { kind: 'handed'; to: string; at: EditSession };

/** Callbacks for changes of a tab's role. */
export interface TabParts {
  /** The tab writes now. @param at the handed-over state; null: use the server's and this browser's. */
  onWrite: (at: EditSession | null) => void;
  onFollow: () => void;
  /** Receives the writing tab's current text. */
  onText: (at: EditSession) => void;
  /** Ends writing here. @returns the state of the text, stored and saved as far as possible. */
  handOver: () => Promise<EditSession | null>;
  /** Another tab started to follow and needs the text. */
  onFollowed: () => void;
  /** Another tab took over while this one was asleep: unsaved changes stay in this browser. */
  onLockLost: () => void;
}

/**
 * Lets one tab of a browser write a post while its other tabs follow. The writing tab holds a lock, which the
 * browser passes to the next tab automatically when a tab is closed or crashes.
 * @see https://w3c.github.io/web-locks/
 */
export class PostTabs {
  readonly #id = Math.random().toString(36).slice(2);
  readonly #name: string;
  readonly #parts: TabParts;
  #channel: BroadcastChannel | null = null;
  #isWriting = false;
  #isFollowed = false;
  #isTaking = false;
  readonly #ended = new AbortController();
  #waiting: AbortController | null = null;
  #release: () => void = () => {};
  #handing: ReturnType<typeof setTimeout> | undefined;

  constructor(postId: number, parts: TabParts) {
    this.#name = `broadside-post-${postId}`;
    this.#parts = parts;
  }

  /** Finds this tab's role. Without locks (a page that is not served securely) every tab writes. */
  start(): void {
    if (!navigator.locks || typeof BroadcastChannel === 'undefined') {
      this.#parts.onWrite(null);
      return;
    }
    this.#channel = new BroadcastChannel(this.#name);
    this.#channel.onmessage = ({ data }) => void this.#hear(data as Message);
    this.#request({ ifAvailable: true }, null);
  }

  /** Sends the current text to the following tabs. */
  tell(read: () => EditSession): void {
    if (this.#isWriting && this.#isFollowed) this.#say({ kind: 'text', at: read() });
  }

  /** Asks the writing tab for the text, and takes over even when it does not answer. */
  take(): void {
    this.#isTaking = true;
    this.#say({ kind: 'take', by: this.#id });
    setTimeout(() => this.#isTaking && this.#rob(null), PATIENCE_MS);
  }

  end(): void {
    this.#ended.abort();
    clearTimeout(this.#handing);
    this.#waiting?.abort();
    this.#release();
    this.#channel?.close();
    this.#channel = null;
  }

  async #hear(message: Message): Promise<void> {
    if (message.kind === 'text' && !this.#isWriting) this.#parts.onText(message.at);
    if (message.kind === 'handed' && message.to === this.#id && this.#isTaking) this.#rob(message.at);
    // The tab that just lost the lock may say hello before this one has got it; it follows all the same.
    if (message.kind === 'hello') this.#isFollowed = true;
    if (!this.#isWriting) return;
    if (message.kind === 'hello') this.#parts.onFollowed();
    if (message.kind !== 'take') return;
    const at = await this.#parts.handOver();
    if (!at) return;
    this.#isWriting = false;
    this.#say({ kind: 'handed', to: message.by, at });
    this.#handing = setTimeout(() => {
      // The tab that asked is gone: the next tab in the lock queue writes, perhaps this one.
      this.#release();
      this.#follow();
    }, PATIENCE_MS);
  }

  #rob(at: EditSession | null): void {
    this.#isTaking = false;
    this.#waiting?.abort();
    this.#request({ steal: true }, at);
  }

  #follow(): void {
    if (this.#ended.signal.aborted) return;
    this.#parts.onFollow();
    this.#say({ kind: 'hello' });
    this.#waiting = new AbortController();
    this.#request({ signal: this.#waiting.signal }, null);
  }

  #request(options: LockOptions, at: EditSession | null): void {
    navigator.locks
      .request(this.#name, options, (lock) => {
        if (this.#ended.signal.aborted) return;
        return lock ? this.#write(at) : this.#follow();
      })
      .catch((error: unknown) => this.#lost(error, options));
  }

  #write(at: EditSession | null): Promise<void> {
    this.#isWriting = true;
    this.#isTaking = false;
    this.#parts.onWrite(at);
    return new Promise((release) => {
      this.#release = release;
    });
  }

  /** Handles the loss of the lock to another tab, or an aborted wait for it. */
  #lost(error: unknown, { signal }: LockOptions): void {
    if (!(error instanceof DOMException) || error.name !== 'AbortError') throw error;
    clearTimeout(this.#handing);
    if (signal?.aborted || this.#ended.signal.aborted) return;
    if (this.#isWriting) this.#parts.onLockLost();
    this.#isWriting = false;
    this.#follow();
  }

  #say(message: Message): void {
    this.#channel?.postMessage(message);
  }
}
