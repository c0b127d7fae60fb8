import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PRIVATE_FILE, PRIVATE_FOLDER } from './private-files';
import { WrongSetting } from './wrong-setting';

const SECRET_BYTES = 32;

/**
 * Returns the secret called `name`, which is created at its first use in `<dataDir>/secrets`, readable only
 * by its owner.
 * @returns base64url text of 32 random bytes, always the same.
 */
export function secret(dataDir: string, name: 'session' | 'actions' | 'health'): string {
  const folder = join(dataDir, 'secrets');
  const file = join(folder, name);
  mkdirSync(folder, { recursive: true, mode: PRIVATE_FOLDER });
  try {
    // `wx` refuses an existing file: of two processes that start together only one creates the secret. It is synced
    // to the disk: a machine that fails soon afterwards would otherwise have an empty file, with which nothing starts.
    const value = randomBytes(SECRET_BYTES).toString('base64url');
    writeFileSync(file, value, { flag: 'wx', mode: PRIVATE_FILE, flush: true });
    syncFolder(folder);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const value = readFileSync(file, 'utf8').trim();
  if (value === '')
    throw new WrongSetting(`The secret in ${file} is empty. Delete the file and start again.`);
  return value;
}

function syncFolder(folder: string) {
  // Windows cannot open folders.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
