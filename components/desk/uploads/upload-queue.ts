import type { MediaFacts } from '@/lib/document/media-facts';
import { type SendOptions, type Sent, type UploadProblem, UploadRejected } from './upload-rejected';

/** A file on its way into the library. It is kept until it is there or its author lets it go. */
export interface UploadLine {
  id: number;
  name: string;
  /** `making`: all of it has gone out, and the server makes its sizes. */
  state: 'waiting' | 'sending' | 'making' | 'done' | 'refused' | 'unreachable';
  /** How much has gone out, from 0 to 1. */
  share: number;
  /** The server's sentence when it refused the file. */
  message: string;
  /** What kept the file from the server, when the server said nothing. */
  obstacle: UploadProblem | null;
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

/** What else belongs to an upload. */
export interface UploadOptions {
  replaces?: string;
  onDone?: (media: MediaFacts) => void;
  /** Told when its author let the file go. */
  onLeft?: () => void;
}

/** Uploads at the same time: more would only make each slower. */
const AT_ONCE = 3;

/** Takes one into the library. @throws NotTakenIn when it was refused or the server was not reached. */
export type Send<Source> = (file: Source, sending: SendOptions) => Promise<Sent>;

/**
 * Takes files into the library, a few at once, each failing alone and to be tried again. A source is a
 * file, or whatever else `send` can take in.
 */
export class UploadQueue<Source extends { name: string } = File> {
  private lines: readonly UploadLine[] = [];
  private readonly held = new Map<number, Held<Source>>();
  private readonly listeners = new Set<() => void>();
  private lastId = 0;

  constructor(private readonly send: Send<Source>) {}

  /** The lines as they are now; another array whenever something changed. */
  readonly snapshot = (): readonly UploadLine[] => this.lines;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Takes a file into the queue. @returns the id of its line. */
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
      media: null,
      isKnown: false,
    };
    this.put([...this.lines, { ...line, state: 'waiting' }]);
    this.goOn();
    return id;
  }

  /** Stops an upload, or lets go what is done or failed. */
  leave(id: number): void {
    const held = this.held.get(id);
    this.held.delete(id);
    this.put(this.lines.filter((line) => line.id !== id));
    held?.stop.abort();
    held?.onLeft?.();
    this.goOn();
  }

  /** Tries a file again that failed. */
  retry(id: number): void {
    const held = this.held.get(id);
    if (!held) return;
    held.stop = new AbortController();
    this.change(id, { state: 'waiting', share: 0, message: '', obstacle: null });
    this.goOn();
  }

  /** Tries everything again for which the server was not reached. */
  readonly retryUnreachable = (): void => {
    for (const line of this.lines) if (line.state === 'unreachable') this.retry(line.id);
  };

  /** Takes the lines away of what is in the library. */
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
      const { message, obstacle } = error;
      this.change(id, { state: obstacle === 'unreachable' ? 'unreachable' : 'refused', message, obstacle });
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
