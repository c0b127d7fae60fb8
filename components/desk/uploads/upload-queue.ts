import type { MediaFacts } from '@/lib/document/media-facts';
import { type SendOptions, type Sent, type UploadProblem, UploadRejected } from './upload-rejected';

/** A file that is being uploaded to the library. It is kept until it is uploaded or its author removes it. */
export interface UploadLine {
  id: number;
  name: string;
  /** `making`: all of it has been sent, and the server is making its sizes. */
  state: 'waiting' | 'sending' | 'making' | 'done' | 'refused' | 'unreachable';
  /** How much has been sent, from 0 to 1. */
  share: number;
  /** The server's message when it refused the file. */
  message: string;
  /** What prevented the upload, when the server did not answer. */
  obstacle: UploadProblem | null;
  /** The file itself was refused: only another one can take its place. */
  isFinal: boolean;
  media: MediaFacts | null;
  isKnown: boolean;
}

interface Held<Source> {
  file: Source;
  replaces?: string;
  stop: AbortController;
  onDone?: (media: MediaFacts) => void;
  onLeft?: () => void;
}

/** Other options of an upload. */
export interface UploadOptions {
  replaces?: string;
  onDone?: (media: MediaFacts) => void;
  /** Called when its author removed the file. */
  onLeft?: () => void;
}

/** Concurrent uploads: more would only make each slower. */
const AT_ONCE = 3;

/** Uploads one file to the library. @throws NotTakenIn when it was refused or the server was not reached. */
export type Send<Source> = (file: Source, sending: SendOptions) => Promise<Sent>;

/**
 * Uploads files to the library, a few at once; each fails separately and can be tried again. A source is a file, or
 * whatever else `send` accepts.
 */
export class UploadQueue<Source extends { name: string } = File> {
  private lines: readonly UploadLine[] = [];
  private readonly held = new Map<number, Held<Source>>();
  private readonly listeners = new Set<() => void>();
  private lastId = 0;

  constructor(private readonly send: Send<Source>) {}

  /** Returns the current lines; a new array whenever something changed. */
  readonly snapshot = (): readonly UploadLine[] => this.lines;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Adds a file to the queue. @returns the id of its line. */
  add(file: Source, options: UploadOptions = {}): number {
    this.lastId += 1;
    const id = this.lastId;
    this.held.set(id, { file, stop: new AbortController(), ...options });
    const line = {
      id,
      name: file.name,
      share: 0,
      message: '',
      obstacle: null,
      isFinal: false,
      media: null,
      isKnown: false,
    };
    this.put([...this.lines, { ...line, state: 'waiting' }]);
    this.goOn();
    return id;
  }

  /** Stops an upload, or removes a line that is done or failed. */
  leave(id: number): void {
    const held = this.held.get(id);
    this.held.delete(id);
    this.put(this.lines.filter((line) => line.id !== id));
    held?.stop.abort();
    held?.onLeft?.();
    this.goOn();
  }

  /** Tries a failed file again. */
  retry(id: number): void {
    const held = this.held.get(id);
    if (!held) return;
    held.stop = new AbortController();
    this.change(id, { state: 'waiting', share: 0, message: '', obstacle: null, isFinal: false });
    this.goOn();
  }

  /** Sends another file in place of one that failed. */
  choose(id: number, file: Source): void {
    const held = this.held.get(id);
    if (!held) return;
    held.file = file;
    this.change(id, { name: file.name });
    this.retry(id);
  }

  /** Tries every file again for which the server was not reached. */
  readonly retryUnreachable = (): void => {
    for (const line of this.lines) if (line.state === 'unreachable') this.retry(line.id);
  };

  /** Removes the lines of files that are in the library. */
  clearDone(): void {
    this.put(this.lines.filter(({ state }) => state !== 'done'));
  }

  private goOn(): void {
    const underWay = this.lines.filter(({ state }) => state === 'sending' || state === 'making').length;
    const next = this.lines.filter(({ state }) => state === 'waiting').slice(0, AT_ONCE - underWay);
    for (const { id } of next) void this.run(id);
  }

  private async run(id: number): Promise<void> {
    const held = this.held.get(id);
    if (!held) return;
    this.change(id, { state: 'sending' });
    try {
      const { media, isKnown } = await this.send(held.file, {
        replaces: held.replaces,
        signal: held.stop.signal,
        onProgress: (share) => this.change(id, { share, state: share < 1 ? 'sending' : 'making' }),
      });
      this.change(id, { state: 'done', share: 1, media, isKnown });
      this.held.delete(id);
      held.onDone?.(media);
    } catch (error) {
      if (!(error instanceof UploadRejected)) throw error;
      const { message, obstacle, isFinal } = error;
      const state = obstacle === 'unreachable' ? 'unreachable' : 'refused';
      this.change(id, { state, message, obstacle, isFinal });
    } finally {
      this.goOn();
    }
  }

  private change(id: number, patch: Partial<UploadLine>): void {
    if (!this.held.has(id)) return;
    this.put(this.lines.map((line) => (line.id === id ? { ...line, ...patch } : line)));
  }

  private put(lines: readonly UploadLine[]): void {
    this.lines = lines;
    for (const listener of this.listeners) listener();
  }
}
