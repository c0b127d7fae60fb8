import { rebuildPosts } from '@/lib/posts/rebuild';
import { type Verb, withDatabase } from './verb';

export const rebuild: Verb = {
  summary: 'derive search, lists and excerpts of every post again',
  usage: '',
  help: 'Safe at any time, also while the publication runs. On a sound database it changes nothing.',
  options: {},
  run: () => withDatabase((db) => `Derived again: ${rebuildPosts(db)} posts.`),
};
