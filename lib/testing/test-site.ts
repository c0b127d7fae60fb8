import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Db, migrate, openDatabase } from '@/db/client';

/** A publication's data folder for one test, with a migrated database in it. */
export interface TestSite {
  db: Db;
  dataDir: string;
  mediaDir: string;
  /** Closes the database and removes the folder. */
  close(): void;
}

/** Opens an empty publication on a real SQLite file. */
export function openTestSite(): TestSite {
  const dataDir = mkdtempSync(join(tmpdir(), 'broadside-test-'));
  const db = openDatabase(join(dataDir, 'broadside.db'));
  migrate(db);
  const close = () => {
    db.$client.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { db, dataDir, mediaDir: join(dataDir, 'media'), close };
}
