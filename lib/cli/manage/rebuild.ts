import { fill } from '@/lib/language/fill';
import { rebuildPosts } from '@/lib/posts/rebuild';
import { type Verb, withDatabase } from './verb';

export const rebuild: Verb = {
  summary: 'rebuild the search index, lists and excerpts of all posts',
  usage: '',
  help: 'Safe at any time, even while the publication runs. If everything is correct, nothing changes.',
  options: {},
  run: () =>
    withDatabase('rebuild', (db) => fill('Rebuilt {count} {count:post|posts}.', { count: rebuildPosts(db) })),
};
