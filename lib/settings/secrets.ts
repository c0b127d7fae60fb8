import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PRIVATE_FILE, PRIVATE_FOLDER } from './private-files';
import { WrongSetting } from './wrong-setting';

const SECRET_BYTES = 32;

/**
 * The secret called `name`, made at its first use in `<dataDir>/secrets`, readable by its owner alone.
 * @returns base64url text of 32 random bytes, the same for ever.
 */
export function secret(dataDir: string, name: 'session' | 'actions' | 'health'): string {
  const folder = join(dataDir, 'secrets');
  const file = join(folder, name);
  mkdirSync(folder, { recursive: true, mode: PRIVATE_FOLDER });
  try {
    // `wx` refuses a file that is there: of two processes that start at once only one makes the secret.
    writeFileSync(file, randomBytes(SECRET_BYTES).toString('base64url'), { flag: 'wx', mode: PRIVATE_FILE });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const value = readFileSync(file, 'utf8').trim();
  if (value === '')
    throw new WrongSetting(`The secret in ${file} is empty: delete the file and start again.`);
  return value;
}
