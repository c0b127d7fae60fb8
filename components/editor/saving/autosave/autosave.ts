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

/** What an autosave works with; `send` answers and never rejects. */
export interface AutosaveParts {
  version: number;
  /** The line of writing that goes on here, and how many changes it has seen. */
  line: string;
  sequence: number;
  /** The writing as JSON. */
  read: () => string;
  send: (save: Save, leaving: boolean) => Promise<SendResult>;
  keep: (save: Save) => Promise<void>;
  forget: (line: string, sequence: number) => Promise<void>;
}

/**
 * Brings every change to the server, in order, one save at a time; a change is kept in the browser
 * until exactly it was acknowledged. A conflict stops it until someone has chosen a text.
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

  /** True while the server lacks something. */
  get isUnsaved(): boolean {
    return this.#sequence !== this.#acknowledged;
  }

  /** The version that the next save will build on. */
  get version(): number {
    return this.#version;
  }

  get status(): SaveStatus {
    return this.#status;
  }

  /** Says that the text changed; cheap enough for every key press. */
  changed(): void {
    if (this.#isStopped) return;
    this.#sequence += 1;
    for (const listen of this.#changes) listen();
    this.#keeper.changed(this.#sequence);
    if (this.#state.kind === 'saved') this.#show({ kind: 'saving' });
    else this.#tell();
    if (this.#state.kind !== 'conflict' && this.#state.kind !== 'signedOut') this.#clock.arm();
  }

  /** Calls `listen` at every change of the text. @returns what ends it. */
  onChange(listen: () => void): () => void {
    this.#changes.add(listen);
    return () => this.#changes.delete(listen);
  }

  /** Calls `watch` whenever the status is another one. @returns what ends it. */
  watch = (watch: () => void): (() => void) => {
    this.#watchers.add(watch);
    return () => this.#watchers.delete(watch);
  };

  /** Saves at once what is unsaved, until nothing is or something stands in the way. */
  async flush(leaving = false): Promise<Flushed> {
    while (this.isUnsaved && this.#state.kind !== 'conflict' && !this.#isStopped) {
      await this.#saveOnce(leaving);
      if (this.#state.kind !== 'saved' && this.#state.kind !== 'saving') break;
    }
    if (!this.isUnsaved) return { ok: true, version: this.#version };
    return { ok: false, state: this.#state };
  }

  /** Tries again now, for when the network, the machine or the person is back. */
  retryNow(): void {
    if (this.isUnsaved) void this.flush();
  }

  /** After a conflict: saves the text of this browser over the version that is there. */
  keepMine(theirVersion: number): void {
    this.#version = theirVersion;
    this.#show({ kind: 'saving' });
    void this.flush();
  }

  /** Writes the local copy at once. @returns whether the store has the newest text. */
  async keepNow(): Promise<boolean> {
    return this.isUnsaved && !this.#isStopped ? this.#keeper.keepNow() : true;
  }

  /** Ends saving here, for a text that goes on elsewhere. @returns where it stands. */
  async handOver(): Promise<EditSession> {
    await this.keepNow();
    this.#stop();
    return this.line();
  }

  /** Where the text stands now. */
  line(): EditSession {
    return { ...this.#save(), acknowledged: this.#acknowledged };
  }

  /** Gives up what is unsaved, for a text that was put aside and makes room for another one. */
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
    // Who leaves cannot wait for an answer: the server knows the line, whichever of the two comes first.
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
