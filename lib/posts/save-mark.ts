import { z } from 'zod';
import { because } from '@/lib/forms';
import type { SaveMark } from './types';

/** What a save is named by on its way in. */
export const SaveMarkSchema = z.object({
  line: z.string().regex(/^[\w-]{8,64}$/, because('saveUnnamed')),
  sequence: z.number().int().min(0),
});

/** How the draft remembers the save that made a version. */
export function savedAs(version: number, { line, sequence }: SaveMark): string {
  return `${version}:${line}:${sequence}`;
}

/** The save that made this version, or null when something else did. */
export function saveMarkOf(draft: { version: number; savedAs: string | null }): SaveMark | null {
  const [version, line, sequence] = draft.savedAs?.split(':') ?? [];
  if (!line || Number(version) !== draft.version) return null;
  return { line, sequence: Number(sequence) };
}
