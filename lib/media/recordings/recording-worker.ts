import { failureOf, type Outcome, Refusal } from '@/lib/errors';
import { diskRefusal } from '../disk-refusal';
import type { FilmFacts } from './remux-film';
import { rewriteRecording } from './rewrite-recording';
import type { Rewriting } from './rewriting';

/**
 * Copies what is played of a recording, in a thread of its own. A refusal is returned as an outcome: errors
 * lose their class and their code on the way between threads.
 */
export default async function rewrite(task: Rewriting): Promise<Outcome<FilmFacts>> {
  try {
    return { ok: true, value: await rewriteRecording(task) };
  } catch (error) {
    const refusal = diskRefusal(error);
    if (refusal instanceof Refusal) return failureOf(refusal);
    throw error;
  }
}
