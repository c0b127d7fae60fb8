import type { RefusalCode } from '@/lib/errors';
import type { PostState, SaveMark, Writing } from '@/lib/posts/types';

/** The text that the server has. */
export interface StoredDraft {
  version: number;
  writing: Writing;
}

/** A save to be sent: the version it is based on, its edit session and sequence number, and the writing as JSON. */
export interface Save {
  version: number;
  mark: SaveMark;
  text: string;
}

/** The server's answer to a save. */
export type SendResult =
  /** `state` is what has become of the post meanwhile, when the answer says it. */
  | { kind: 'saved'; version: number; state?: PostState }
  | { kind: 'conflict'; theirs: StoredDraft }
  | { kind: 'refused'; code: RefusalCode; message: string }
  | { kind: 'signedOut' }
  | { kind: 'unreachable' };

/** State of the text on the server; `waiting` is a save that the server is slow to answer. */
export type SaveState =
  | { kind: 'saved' }
  | { kind: 'saving' }
  | { kind: 'waiting' }
  | { kind: 'offline' }
  | { kind: 'signedOut' }
  | { kind: 'failed'; code: RefusalCode; message: string }
  | { kind: 'conflict'; theirs: StoredDraft };

/** What the indicator shows; `isKept` only when this browser's store holds the current text exactly. */
export interface SaveStatus {
  state: SaveState;
  isKept: boolean;
}

/** Result of saving everything: the version, or the state that prevents saving. */
export type Flushed = { ok: true; version: number } | { ok: false; state: SaveState };

/** State of an edit session, for a tab that takes it over. */
export interface EditSession extends Save {
  /** The highest sequence number that the server is known to have. */
  acknowledged: number;
}
