import { is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import * as schema from '@/db/schema';

/** The files that may write without the transaction of a command, or seem to, each with the reason. */
export const MAY_WRITE: Record<string, string> = {
  'lib/commands.ts': 'has the transaction of every command',
  'lib/setup/claim-owner.ts': 'one transaction around two commands',
  'lib/samples/ensure-samples.ts': 'one transaction around the commands that make the samples',
  'lib/accounts/sessions.ts': 'opens and closes sessions, which no policy decides on',
  'lib/accounts/setup-link.ts': 'makes the link when the server starts, before anybody has an account',
  'lib/accounts/devices.ts': 'remembers a browser that has just signed in',
  'lib/accounts/passkeys/passkeys.ts': 'notes the use of a passkey by somebody who is not signed in yet',
  'lib/accounts/throttle.ts': 'counts failed attempts, also of people who are not signed in',
  'lib/jobs/watch-clock.ts': 'notes the time in one transaction; no policy decides on that',
  'lib/jobs/add-job.ts': 'adds to the outbox in the transaction of the caller',
  'lib/jobs/clock.ts': 'records what happens to a job; the work itself is a command',
  'lib/jobs/erase-words.ts': 'overwrites what commands deleted',
  'lib/jobs/job-rows.ts': 'records what happens to a job; the work itself is a command',
  'lib/serving/publication-jobs.ts': 'adds the jobs of every start',
  'lib/posts/index-drafts.ts': 'indexes drafts, which is derived from what a command wrote',
  'lib/media/render-texts-with.ts': 'renders again what is derived, in the transaction of the caller',
  'lib/posts/rebuild.ts': 'derives again what is derived',
  'app/(reader)/search/search-worker.tsx': 'reads with a connection of its own',
  'lib/settings/program-notes.ts': 'notes of the program about itself, which readers do not see',
  'lib/backup/backup.ts': 'writes only the copy',
  'lib/backup/compact-database.ts': 'writes the same rows to a new file',
  'lib/backup/find-traces.ts': 'reads how many migrations a file has',
  'lib/backup/snapshot-database.ts': 'writes only the copy',
  'lib/backup/verify-backup.ts': 'reads a copy',
  'lib/process/lock-file.ts': 'locks a file of its own, which has no tables',
  'lib/cli/manage/check.ts': 'checks the file with pragmas that only read',
  'lib/cli/manage/media-faults.ts': 'records the hashes of files, by the operator, where there are none',
  'lib/serving/content-version.ts': 'reads with a connection of its own',
  'lib/serving/fingerprints.ts': 'runs the queries of pages again, on a connection that only reads',
  'lib/serving/health/check-database.ts': 'compares the files of the database, by their name',
  'lib/serving/health/watch-publication.ts': 'names the file of the database',
  'lib/serving/health/quick-check-worker.mjs': 'checks the file with a connection that only reads',
};

const tables = Object.entries(schema).flatMap(([name, value]) => (is(value, SQLiteTable) ? [name] : []));
const STATEMENTS =
  'insert (?:or \\w+ )?into|replace into|update \\w+ set|delete from|alter table|(?:create|drop) (?:table|index|trigger|view)|vacuum|pragma \\w+ *=';

/** The ways around the transaction of a command, which is always called `tx`. */
const WAYS = [
  new RegExp(`(?<!\\btx\\s*)\\.(?:insert|update|delete)\\(\\s*(?:\\w+\\.)?(?:${tables.join('|')})\\b`),
  /(?:\bdb|\bdatabase\(\))\s*\.(?:insert|update|delete|run)\(/,
  /(?:(?<!\btx)\.run\(\s*sql|\.transaction\()/,
  new RegExp(`(?<!\\btx\\s*\\.(?:run|get|all|values)\\(\\s*sql)[\`'"]\\s*(?:${STATEMENTS})\\b`, 'i'),
  /\$client(?!\.close\(\))/,
  /^import (?!type |\{ SqliteError \}).*'better-sqlite3'/m,
  /\bas (?:unknown as )?Tx\b/,
];
/** A transaction that may also be a bare connection. */
const LOOSE = /\btx: (?:Db\b|Tx \| Db\b)/;
const WRITES = /\btx\s*\.(?:insert|update|delete|run)\(/;

/** Returns whether the text of a source file writes, or can write, outside the transaction of a command. */
export function writesOutsideCommands(source: string): boolean {
  return WAYS.some((way) => way.test(source)) || (LOOSE.test(source) && WRITES.test(source));
}
