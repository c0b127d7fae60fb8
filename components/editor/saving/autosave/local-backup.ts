import type { Save } from '@/components/editor/ground/save-state';

/** The local copy follows the first change that it lacks by this much, ms. */
const KEEP_MS = 250;
/** "Kept" is said when no change followed for so long, so that the words do not flicker while someone types, ms. */
const CALM_MS = 350;

/** What a keeper works with. */
export interface LocalBackupParts {
  /** The text as it is now, and which change it is. */
  read: () => Save;
  /** Puts a copy into the browser's own store; done when it is on the disk. */
  keep: (save: Save) => Promise<void>;
  /** Removes the copy of a line, if it is of this change or an earlier one. */
  forget: (line: string, sequence: number) => Promise<void>;
  onChange: () => void;
}

/** Keeps a text in this browser soon after every change: one write at a time, the newest text always. */
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

  /** True when the store holds the newest change, and nobody has typed on since. */
  get isKept(): boolean {
    return this.#said === this.#latest;
  }

  /** Says that the text changed; cheap enough for every key press. */
  changed(sequence: number): void {
    this.#latest = sequence;
    clearTimeout(this.#calm);
    this.#timer ??= setTimeout(() => void this.keepNow(), KEEP_MS);
  }

  /** Writes the newest text down. @returns whether the store has it. */
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

  /** The server has everything up to `sequence`: a copy of that is needed no more. */
  acknowledged(line: string, sequence: number): void {
    if (sequence === this.#latest) this.rest();
    // A copy left behind does no harm: it is compared with the server's text when the post is opened.
    this.#parts.forget(line, sequence).catch(warn);
  }

  /** Writes nothing more of its own accord. */
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
