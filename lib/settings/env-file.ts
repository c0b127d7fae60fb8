import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { WrongSetting } from './wrong-setting';

/** Files that Next would read for the pages alone, and every other part would not. */
const FILES_OF_NEXT = [
  '.env.local',
  '.env.production',
  '.env.development',
  '.env.production.local',
  '.env.development.local',
];

/**
 * Puts what `.env` of a folder sets into the environment of this process. A variable that is set
 * already stays as it is, also when it is empty. Values are taken as they stand: `$` is a letter.
 * @throws WrongSetting when the file cannot be read, or others lie beside it that would split the settings.
 */
export function loadEnvFile(folder: string): void {
  const others = FILES_OF_NEXT.filter((name) => isFile(join(folder, name)));
  if (others.length > 0) {
    const them = others.length === 1 ? 'it' : 'them';
    throw new WrongSetting(
      `Broadside reads .env only: move what ${others.join(' and ')} sets into it, and delete ${them}.`,
    );
  }
  const given = parseEnv(contentOf(join(folder, '.env')));
  for (const [name, value] of Object.entries(given)) process.env[name] ??= value;
  // Next reads such files by itself, with rules of its own, unless it believes that it has done so.
  process.env.__NEXT_PROCESSED_ENV = 'true';
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === false;
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    // A folder of that name is no settings file: Python keeps its packages in one.
    if (error instanceof Error && 'code' in error && /^(?:ENOENT|EISDIR)$/.test(`${error.code}`)) return '';
    throw new WrongSetting(`The settings in ${file} cannot be read: make the file readable for this user.`, {
      cause: error,
    });
  }
}
