/** The shortest time between restore points during steady writing, ms. */
const EVERY_MS = 10 * 60_000;
/** A pause this long starts a new session of writing, ms. */
const SITTING_GAP_MS = 10 * 60_000;
/** This many characters deleted or overwritten in one save are a large change: about fifty words. */
const LARGE_CHANGE = 280;

/** What a save is about to overwrite, and with what. */
export interface PendingSave {
  /** When the text to be overwritten was saved, and when a text was last kept; epoch ms. */
  savedAt: number;
  keptAt: number;
  now: number;
  /** The words of both, in one string each. */
  before: string;
  after: string;
  /** Whether somebody else wrote the text to be overwritten. */
  isAnothers: boolean;
}

/**
 * Returns why the text that a save is about to overwrite should be kept as a restore point; null when it need
 * not be.
 */
export function reasonToKeep(save: PendingSave): 'change' | 'sitting' | 'writing' | null {
  if (save.before === save.after) return null;
  if (save.isAnothers || lostCharacters(save.before, save.after) >= LARGE_CHANGE) return 'change';
  if (save.now - save.savedAt >= SITTING_GAP_MS) return 'sitting';
  return save.now - save.keptAt >= EVERY_MS ? 'writing' : null;
}

/** Counts the characters between the first and the last difference: what a save deletes or overwrites. */
export function lostCharacters(before: string, after: string): number {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return before.length - start - end;
}
