import { damagedSound } from './clean-mp3';
import type { FileBytes, Patch } from './file-bytes';

const KEPT = ['fmt ', 'data', 'fact'];
const MOST_CHUNKS = 10_000;

/** Returns patches that empty everything in a WAV that is not audio: notes, places and device names. */
export function cleanWav(file: FileBytes): Patch[] {
  const patches: Patch[] = [];
  const seen = new Set<string>();
  let at = 12;
  for (let count = 0; at + 8 <= file.size; count += 1) {
    const head = file.read(at, 8);
    const name = head.toString('latin1', 0, 4);
    const length = Math.min(head.readUInt32LE(4), file.size - at - 8);
    if (count > MOST_CHUNKS) throw damagedSound();
    seen.add(name);
    if (!KEPT.includes(name)) patches.push({ at, bytes: Buffer.from('JUNK') }, { at: at + 8, zeros: length });
    at += 8 + length + (length % 2);
  }
  if (!seen.has('fmt ') || !seen.has('data')) throw damagedSound();
  return patches;
}
