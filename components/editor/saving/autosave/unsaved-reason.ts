import type { SaveState } from '@/components/editor/ground/save-state';
import { fill } from '@/lib/language/fill';
import type { DeskStrings } from '@/lib/language/strings';

/** Returns a sentence that says why the text is unsaved in this state. */
export function unsavedReason(state: SaveState, words: DeskStrings['saving']): string {
  if (state.kind === 'failed') return state.message;
  if (state.kind === 'conflict') return words.reasonConflict;
  return state.kind === 'signedOut' ? words.reasonSignedOut : words.reasonOffline;
}

/**
 * Returns a sentence, with its remedy, for a save answered by something other than our server.
 * @param status the HTTP status; our own server explains its 413 itself.
 */
export function reasonFromProxy(status: number, words: Pick<DeskStrings, 'saving' | 'library'>): string {
  return status === 413 ? words.library.tooLargeForProxy : fill(words.saving.serverAnswered, { status });
}
