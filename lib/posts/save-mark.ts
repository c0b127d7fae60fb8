import { z } from 'zod';
import { because } from '@/lib/forms';
import type { SaveMark } from './types';

/** The name of a save in a request. */
export const SaveMarkSchema = z.object({
  line: z.string().regex(/^[\w-]{8,64}$/, because('saveUnnamed')),
  sequence: z.number().int().min(0),
});

/** Formats the mark by which a draft remembers the save that made a version. */
export function savedAs(version: number, { line, sequence }: SaveMark): string {
  return `${version}:${line}:${sequence}`;
}

/** Returns the save that made this version, or null when something else did. */
export function saveMarkOf(draft: { version: number; savedAs: string | null }): SaveMark | null {
  const [version, line, sequence] = draft.savedAs?.split(':') ?? [];
  if (!line || Number(version) !== draft.version) return null;
  return { line, sequence: Number(sequence) };
}
