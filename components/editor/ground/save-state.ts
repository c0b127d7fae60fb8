import type { RefusalCode } from '@/lib/errors';
import type { SaveMark, Writing } from '@/lib/posts/types';

/** The text that the server has. */
export interface StoredDraft {
  version: number;
  writing: Writing;
}

/** A text on its way: what it builds on, which change of which line of writing it is, and the writing as JSON. */
export interface Save {
  version: number;
  mark: SaveMark;
  text: string;
}

/** What the server said to a save. */
export type SendResult =
  | { kind: 'saved'; version: number }
  | { kind: 'conflict'; theirs: StoredDraft }
  | { kind: 'refused'; code: RefusalCode; message: string }
  | { kind: 'signedOut' }
  | { kind: 'unreachable' };

/** Where the text stands with the server; `waiting` is a save that the server is slow to answer. */
export type SaveState =
  | { kind: 'saved' }
  | { kind: 'saving' }
  | { kind: 'waiting' }
  | { kind: 'offline' }
  | { kind: 'signedOut' }
  | { kind: 'failed'; code: RefusalCode; message: string }
  | { kind: 'conflict'; theirs: StoredDraft };

/** What the indicator tells; `isKept` only when this browser's store holds the text exactly as it is now. */
export interface SaveStatus {
  state: SaveState;
  isKept: boolean;
}

/** What came of saving everything: the version, or the state that stands in the way. */
export type Flushed = { ok: true; version: number } | { ok: false; state: SaveState };

/** Where a line of writing stands, for a tab that takes it over. */
export interface EditSession extends Save {
  /** The highest change of it that the server is known to have. */
  acknowledged: number;
}
