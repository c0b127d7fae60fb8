import { fill } from '@/lib/language/fill';
import { type RebuildProgress, rebuildPosts } from '@/lib/posts/rebuild';
import { type Verb, withDatabase } from './verb';

const TELL_EVERY_MS = 5000;

export const rebuild: Verb = {
  summary: 'rebuild the search index, lists and excerpts of all posts',
  usage: '',
  help: 'Safe at any time, even while the publication runs. If it is stopped, the next one continues. If everything is correct, nothing changes.',
  options: {},
  run: () =>
    withDatabase('rebuild', async (db) => {
      const count = await rebuildPosts(db, { onProgress: progressTeller(console.log) });
      return fill('Rebuilt {count} {count:post|posts}.', { count });
    }),
};

/** Returns a function that says how far the rebuild is, at first and then every few seconds. */
function progressTeller(say: (sentence: string) => void) {
  let toldAt = Number.NEGATIVE_INFINITY;
  return ({ done, total }: RebuildProgress) => {
    if (done === total || performance.now() - toldAt < TELL_EVERY_MS) return;
    toldAt = performance.now();
    say(`${done} of ${total} posts…`);
  };
}
