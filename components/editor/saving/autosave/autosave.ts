import type {
  EditSession,
  Flushed,
  Save,
  SaveState,
  SaveStatus,
  SendResult,
} from '@/components/editor/ground/save-state';
import { LocalBackup } from './local-backup';
import { SaveClock } from './save-clock';

/** Dependencies of an autosave; `send` always resolves and never rejects. */
export interface AutosaveParts {
  version: number;
  /** The edit session that continues here, and its last sequence number. */
  line: string;
  sequence: number;
  /** Returns the writing as JSON. */
  read: () => string;
  send: (save: Save, leaving: boolean) => Promise<SendResult>;
  keep: (save: Save) => Promise<void>;
  forget: (line: string, sequence: number) => Promise<void>;
}

/**
 * Sends every change to the server, in order, one save at a time. A change stays in the browser's store until
 * exactly that change was acknowledged. A conflict stops saving until a text is chosen.
 */
export class Autosave {
  #parts: AutosaveParts;
  #version: number;
  #sequence: number;
  #acknowledged: number;
  #state: SaveState = { kind: 'saved' };
  #status: SaveStatus = { state: this.#state, isKept: true };
  #changes = new Set<() => void>();
  #watchers = new Set<() => void>();
  #inFlight: Promise<void> | null = null;
  #isStopped = false;
  #keeper: LocalBackup;
  #clock = new SaveClock({
    save: () => void this.flush(),
    retry: () => this.retryNow(),
    isSlow: () => this.#state.kind === 'saving' && this.#show({ kind: 'waiting' }),
  });

  constructor(parts: AutosaveParts) {
    this.#parts = parts;
    this.#version = parts.version;
    this.#sequence = parts.sequence;
    this.#acknowledged = parts.sequence;
    const { keep, forget } = parts;
    this.#keeper = new LocalBackup({ keep, forget, read: () => this.#save(), onChange: () => this.#tell() });
    this.#keeper.changed(parts.sequence);
    this.#keeper.rest();
  }

  /** True while a change has not reached the server. */
  get isUnsaved(): boolean {
    return this.#sequence !== this.#acknowledged;
  }

  /** The version that the next save is based on. */
  get version(): number {
    return this.#version;
  }

  get status(): SaveStatus {
    return this.#status;
  }

  /** Notes that the text changed; cheap enough for every key press. */
  changed(): void {
    if (this.#isStopped) return;
    this.#sequence += 1;
    for (const listen of this.#changes) listen();
    this.#keeper.changed(this.#sequence);
    if (this.#state.kind === 'saved') this.#show({ kind: 'saving' });
    else this.#tell();
    if (this.#state.kind !== 'conflict' && this.#state.kind !== 'signedOut') this.#clock.arm();
  }

  /** Calls `listen` on every change of the text. @returns a function that unsubscribes. */
  onChange(listen: () => void): () => void {
    this.#changes.add(listen);
    return () => this.#changes.delete(listen);
  }

  /** Calls `watch` whenever the status changes. @returns a function that unsubscribes. */
  watch = (watch: () => void): (() => void) => {
    this.#watchers.add(watch);
    return () => this.#watchers.delete(watch);
  };

  /** Saves immediately, until nothing is unsaved or something prevents saving. */
  async flush(leaving = false): Promise<Flushed> {
    while (this.isUnsaved && this.#state.kind !== 'conflict' && !this.#isStopped) {
      await this.#saveOnce(leaving);
      if (this.#state.kind !== 'saved' && this.#state.kind !== 'saving') break;
    }
    if (!this.isUnsaved) return { ok: true, version: this.#version };
    return { ok: false, state: this.#state };
  }

  /** Retries now, for when the network, the machine or the person is back. */
  retryNow(): void {
    if (this.isUnsaved) void this.flush();
  }

  /** Saves this browser's text over the server's version, after a conflict. */
  keepMine(theirVersion: number): void {
    this.#version = theirVersion;
    this.#show({ kind: 'saving' });
    void this.flush();
  }

  /** Writes the local copy immediately. @returns whether the store has the newest text. */
  async keepNow(): Promise<boolean> {
    return this.isUnsaved && !this.#isStopped ? this.#keeper.keepNow() : true;
  }

  /** Stops saving here, for a text that is handed over. @returns the state of its edit session. */
  async handOver(): Promise<EditSession> {
    await this.keepNow();
    this.#stop();
    return this.line();
  }

  /** Returns the current state of the edit session. */
  line(): EditSession {
    return { ...this.#save(), acknowledged: this.#acknowledged };
  }

  /** Discards unsaved changes of a text that was set aside and is replaced by another one. */
  async abandon(): Promise<void> {
    this.#stop();
    this.#acknowledged = this.#sequence;
    await this.#parts.forget(this.#parts.line, this.#sequence);
  }

  #stop(): void {
    this.#isStopped = true;
    this.#clock.stop();
    this.#keeper.rest();
  }

  #save(): Save {
    const mark = { line: this.#parts.line, sequence: this.#sequence };
    return { version: this.#version, mark, text: this.#parts.read() };
  }

  #saveOnce(leaving: boolean): Promise<void> {
    // A page that is being left cannot wait for an answer. The server knows the edit session, so the two saves may
    // arrive in either order.
    if (leaving && this.#inFlight) return this.#send(true);
    this.#inFlight ??= this.#send(leaving).finally(() => {
      this.#inFlight = null;
    });
    return this.#inFlight;
  }

  async #send(leaving: boolean): Promise<void> {
    this.#clock.sent();
    if (this.#state.kind === 'saved') this.#show({ kind: 'saving' });
    const save = this.#save();
    const result = await this.#parts.send(save, leaving);
    this.#clock.answered();
    if (this.#isStopped) return;
    if (result.kind === 'saved') return this.#acknowledge(save, result.version);
    if (result.kind === 'conflict') return this.#show(result);
    if (result.kind === 'signedOut') return this.#show(result);
    if (result.kind === 'unreachable' || result.code === 'unavailable') this.#clock.retryLater();
    this.#show(
      result.kind === 'refused'
        ? { kind: 'failed', code: result.code, message: result.message }
        : { kind: 'offline' },
    );
  }

  #acknowledge({ mark: { line, sequence } }: Save, version: number): void {
    this.#version = Math.max(this.#version, version);
    this.#acknowledged = Math.max(this.#acknowledged, sequence);
    this.#clock.reached();
    this.#keeper.acknowledged(line, sequence);
    this.#show({ kind: this.isUnsaved ? 'saving' : 'saved' });
    if (this.isUnsaved) this.#clock.arm();
  }

  #show(state: SaveState): void {
    this.#state = state;
    this.#tell();
  }

  #tell(): void {
    const isKept = this.#keeper.isKept;
    if (this.#status.state === this.#state && this.#status.isKept === isKept) return;
    this.#status = { state: this.#state, isKept };
    for (const watch of this.#watchers) watch();
  }
}
