import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Db, migrate, openDatabase } from '@/db/client';

/** A publication in a folder that has room for its backups. */
export interface BackupSite {
  /** The folder around the data folder and the backups. */
  root: string;
  dataDir: string;
  /** Where the test puts a backup; it does not exist yet. */
  backup: string;
  db: Db;
  /** Closes the database and removes the folder. */
  close: () => void;
}

/** Opens an empty publication next to the place of its backup. */
export function openBackupSite(): BackupSite {
  const root = mkdtempSync(join(tmpdir(), 'broadside-backup-'));
  const [dataDir, backup] = [join(root, 'data'), join(root, 'backup')];
  const db = openDatabase(join(dataDir, 'broadside.db'));
  migrate(db);
  const close = () => {
    db.$client.close();
    rmSync(root, { recursive: true, force: true });
  };
  return { root, dataDir, backup, db, close };
}
