import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from './environment';
import { PRIVATE_FILE } from './private-files';

type Place = Pick<Environment, 'dataDir' | 'programFolder'>;

/**
 * Records which program's folder uses a data folder, which several archives in one place share.
 * @returns the folder of the program that used it before, if that is another one and still exists.
 */
export function noteProgram({ dataDir, programFolder }: Place): string | null {
  const file = join(dataDir, 'program-folder');
  const former = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  if (former === programFolder) return null;
  writeFileSync(file, `${programFolder}\n`, { mode: PRIVATE_FILE });
  return former && existsSync(former) ? former : null;
}
