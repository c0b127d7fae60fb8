import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Db, Tx } from '@/db/client';
import { programNotes } from '@/db/schema';

/*
 * Notes of the program about itself. They change nothing that readers see, and no policy decides on them.
 */

/** A kind of note. */
export interface NoteKind<T> {
  name: string;
  schema: z.ZodType<T>;
}

/** A note, and when it was written (epoch ms). */
export interface Note<T> {
  value: T;
  at: number;
}

/** Returns a note, or null when there is none that this version can read. */
export function readNote<T>(tx: Db | Tx, { name, schema }: NoteKind<T>): Note<T> | null {
  const row = tx.select().from(programNotes).where(eq(programNotes.name, name)).get();
  if (!row) return null;
  const parsed = schema.safeParse(jsonOf(row.value));
  return parsed.success ? { value: parsed.data, at: row.at } : null;
}

/** Writes a note over the one before. */
export function writeNote<T>(tx: Db | Tx, { name }: NoteKind<T>, value: T, at: number): void {
  const row = { value: JSON.stringify(value), at };
  tx.insert(programNotes)
    .values({ name, ...row })
    .onConflictDoUpdate({ target: programNotes.name, set: row })
    .run();
}

/** Removes a note; does nothing when there is none. */
export function removeNote(tx: Db | Tx, { name }: Pick<NoteKind<unknown>, 'name'>): void {
  tx.delete(programNotes).where(eq(programNotes.name, name)).run();
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
