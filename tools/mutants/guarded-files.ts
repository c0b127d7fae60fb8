import { globSync } from 'node:fs';

/** The rules that guard data, sessions, rights and escaping. */
const GUARDED = [
  'lib/accounts/*.ts',
  'lib/next/{action,guard,session}.ts',
  'lib/commands.ts',
  'lib/serving/{client-headers,security-headers,serve-media,reader-html}.ts',
  'lib/document/{*html*,escape}.ts',
  'lib/fetching/{public-addresses,destination,guarded-request}.ts',
  'lib/settings/{secrets,environment}.ts',
  'lib/backup/backup.ts',
  'lib/posts/commands/*.ts',
  'lib/posts/{freeze,save-mark,writing}.ts',
];

/** The tests that could notice a break of these rules. */
const TESTS = [
  'lib/*.test.ts',
  'lib/{accounts,next,serving,document,fetching,settings,backup,jobs}/**/*.test.ts',
  'lib/posts/**/*.test.ts',
];

/**
 * Returns the files whose rules are broken, from the root of the repository. @param wanted parts of their names; empty
 * means all.
 */
export function guardedFiles(wanted: string[]): string[] {
  const files = globSync(GUARDED).filter((file) => !file.endsWith('.test.ts'));
  return files.filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part))).sort();
}

/** These take seconds each: faster tests next to them notice the same breaks of single rules. */
const SLOW = ['lib/document/any-document.test.ts', 'lib/document/html-round-trip.test.ts'];

/** Returns the tests that are run against the breaks. */
export function watchingTests(): string[] {
  return globSync(TESTS)
    .filter((file) => !SLOW.includes(file))
    .sort();
}
