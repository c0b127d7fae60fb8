/*
 * The code that runs in threads: a name, and the module whose default export does the work. A release has one
 * bundle for each, `server/<name>-worker.mjs`.
 */
export const WORKERS = {
  guess: 'lib/accounts/guess-worker.ts',
  page: 'lib/embeds/page-worker.ts',
  'quick-check': 'lib/serving/health/quick-check-worker.mjs',
  search: 'app/(reader)/search/search-worker.tsx',
  subset: 'lib/formats/editions/subset-worker.mjs',
  recording: 'lib/media/recordings/recording-worker.ts',
  'text-edition': 'lib/serving/text-edition-worker.ts',
};
