import type { Writing } from '@/lib/posts/types';

/** The text that the server has. */
export interface StoredDraft {
  version: number;
  writing: Writing;
}

/** What the server said to a save. */
export type SendResult =
  | { kind: 'saved'; version: number }
  | { kind: 'conflict'; theirs: StoredDraft }
  | { kind: 'refused'; message: string }
  | { kind: 'unreachable' };

export type SaveState =
  | { kind: 'saved' }
  | { kind: 'saving' }
  | { kind: 'offline'; kept: boolean }
  | { kind: 'failed'; message: string }
  | { kind: 'conflict'; theirs: StoredDraft };

export type Flushed = { ok: true; version: number } | { ok: false; message: string };

/** Why something is unsaved in this state, as a sentence. */
export function whyNot(state: SaveState): string {
  if (state.kind === 'failed') return state.message;
  if (state.kind === 'conflict') return 'This post was changed elsewhere. Choose a text first.';
  return 'The last changes could not reach the server yet. Try again when you are online.';
}
