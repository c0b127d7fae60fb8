import type { DeskStrings } from '@/lib/language/strings';
import type { SaveState } from './save-state';

/** Why something is unsaved in this state, as a sentence. */
export function whyUnsaved(state: SaveState, words: DeskStrings['saving']): string {
  if (state.kind === 'failed') return state.message;
  if (state.kind === 'conflict') return words.reasonConflict;
  return state.kind === 'signedOut' ? words.reasonSignedOut : words.reasonOffline;
}
