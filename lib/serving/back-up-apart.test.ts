import { readdirSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lastBackupAt } from '@/lib/backup/last-backup';
import { parseEnvironment, shareSettings } from '@/lib/settings/environment';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { backUpApart } from './back-up-apart';

let site: TestSite;
let dataDir: string;
beforeEach(() => {
  site = openTestSite();
  ({ dataDir } = site);
  shareSettings(parseEnvironment({ DATA_DIR: dataDir }));
});
afterEach(() => {
  site.close();
  rmSync(`${dataDir}-backups`, { recursive: true, force: true });
});

/** Starting Node and reading the program takes minutes on a very busy machine. */
const PATIENCE = { timeout: 600_000 };

test('a requested backup is made by another process and shown at the desk', PATIENCE, async () => {
  await backUpApart(null, new AbortController().signal);
  expect(readdirSync(`${dataDir}-backups`).filter((name) => /^\d/.test(name))).toHaveLength(1);
  expect(lastBackupAt(site.db)).not.toBeNull();
});

test('a backup that is stopped is a failure', PATIENCE, async () => {
  const leaving = new AbortController();
  const stopped = backUpApart(null, leaving.signal);
  leaving.abort();
  await expect(stopped).rejects.toThrow(/ended with the code|was stopped/);
});

test('a backup that cannot be made is a failure with the reason that the tool gave', PATIENCE, async () => {
  shareSettings(parseEnvironment({ DATA_DIR: `${dataDir}-nowhere` }));
  await expect(backUpApart(null, new AbortController().signal)).rejects.toThrow('There is no publication');
});
