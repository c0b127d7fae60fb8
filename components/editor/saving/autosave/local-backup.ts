import type { Save } from '@/components/editor/ground/save-state';

/** Delay between the first unstored change and the write of the local copy, ms. */
const KEEP_MS = 250;
/** "Kept" is shown after this long without a change, so that it does not flicker during typing, ms. */
const CALM_MS = 350;

/** Dependencies of a local backup. */
export interface LocalBackupParts {
  /** Returns the current text and its sequence number. */
  read: () => Save;
  /** Writes a copy to the browser's store; resolves when it is on disk. */
  keep: (save: Save) => Promise<void>;
  /** Removes the copy of an edit session if it holds this change or an earlier one. */
  forget: (line: string, sequence: number) => Promise<void>;
  onChange: () => void;
}

/** Stores a text in this browser soon after every change: one write at a time, always the newest text. */
export class LocalBackup {
  #parts: LocalBackupParts;
  #latest = 0;
  #kept = -1;
  #said = -1;
  #writing: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #calm: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: LocalBackupParts) {
    this.#parts = parts;
  }

  /** True when the store holds the newest change and nobody has typed since. */
  get isKept(): boolean {
    return this.#said === this.#latest;
  }

  /** Notes that the text changed; cheap enough for every key press. */
  changed(sequence: number): void {
    this.#latest = sequence;
    clearTimeout(this.#calm);
    this.#timer ??= setTimeout(() => void this.keepNow(), KEEP_MS);
  }

  /** Writes the newest text. @returns whether the store has it. */
  async keepNow(): Promise<boolean> {
    this.rest();
    while (this.#writing) await this.#writing;
    if (this.#kept < this.#latest) {
      this.#writing = this.#write().finally(() => {
        this.#writing = null;
      });
      await this.#writing;
    }
    return this.#kept === this.#latest;
  }

  /** Notes that the server has everything up to `sequence`: a copy of that is no longer needed. */
  acknowledged(line: string, sequence: number): void {
    if (sequence === this.#latest) this.rest();
    // A leftover copy is harmless: it is compared with the server's text when the post is opened.
    this.#parts.forget(line, sequence).catch(warn);
  }

  /** Stops automatic writes. */
  rest(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async #write(): Promise<void> {
    const save = this.#parts.read();
    try {
      await this.#parts.keep(save);
      this.#kept = save.mark.sequence;
    } catch (error) {
      this.#kept = -1;
      warn(error);
    }
    this.#calm = setTimeout(() => this.#say(), CALM_MS);
  }

  #say(): void {
    this.#said = this.#kept;
    this.#parts.onChange();
  }
}

function warn(error: unknown): void {
  console.warn('This browser keeps no local copy.', error);
}
