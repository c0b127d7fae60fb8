/** At most one restore point in so long of steady writing, ms. */
const EVERY_MS = 10 * 60_000;
/** Who writes again after so long begins a new sitting, ms. */
const SITTING_GAP_MS = 10 * 60_000;
/** So many characters gone or overwritten in one save are a large change: about fifty words. */
const LARGE_CHANGE = 280;

/** What a save is about to overwrite, and with what. */
export interface PendingSave {
  /** When the text that is about to go was saved, and when one was last kept; epoch ms. */
  savedAt: number;
  keptAt: number;
  now: number;
  /** The words of both, in one string each. */
  before: string;
  after: string;
  /** Somebody else wrote what is about to go. */
  isAnothers: boolean;
}

/** Why the text that a save is about to overwrite should be kept as a restore point; null when it need not be. */
export function reasonToKeep(save: PendingSave): 'change' | 'sitting' | 'writing' | null {
  if (save.before === save.after) return null;
  if (save.isAnothers || lostCharacters(save.before, save.after) >= LARGE_CHANGE) return 'change';
  if (save.now - save.savedAt >= SITTING_GAP_MS) return 'sitting';
  return save.now - save.keptAt >= EVERY_MS ? 'writing' : null;
}

/** How many characters lie between the first and the last that differ: what a save deletes or overwrites. */
export function lostCharacters(before: string, after: string): number {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return before.length - start - end;
}
