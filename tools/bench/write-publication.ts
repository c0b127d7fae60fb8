import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { OperatorError } from '@/lib/errors';
import { PRIVATE_FOLDER } from '@/lib/settings/private-files';
import { seed } from './seed';

/**
 * Writes a publication into a folder, with `seeded.json`: what can be requested from it (see `Seeded`).
 * @returns a sentence that says where, and how long it took.
 * @throws OperatorError when the folder has files.
 */
export async function writePublication(folder: string, posts: number): Promise<string> {
  const dataDir = resolve(folder);
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0)
    throw new OperatorError(`The folder ${dataDir} is not empty.`);
  mkdirSync(dataDir, { recursive: true, mode: PRIVATE_FOLDER });
  const seeded = await seed(dataDir, posts);
  writeFileSync(join(dataDir, 'seeded.json'), JSON.stringify(seeded));
  const [seconds, ofProcessor] = [seeded.writing.seconds, seeded.writing.processorSeconds].map(Math.round);
  return `${posts.toLocaleString('en-GB')} posts were written to ${dataDir} in ${seconds} s (${ofProcessor} s of processor).`;
}
