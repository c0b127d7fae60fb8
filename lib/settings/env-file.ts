import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { WrongSetting } from './wrong-setting';

/** Files that Next would read for the pages only; the rest of the program would not. */
const FILES_OF_NEXT = [
  '.env.local',
  '.env.production',
  '.env.development',
  '.env.production.local',
  '.env.development.local',
];

/**
 * Loads the variables of a folder's `.env` into the environment of this process. A variable that is already
 * set stays as it is, even when it is empty. Values are taken literally: `$` is an ordinary character.
 * @throws WrongSetting when the file cannot be read, or when other such files in the folder would split the
 * settings.
 */
export function loadEnvFile(folder: string): void {
  const others = FILES_OF_NEXT.filter((name) => isFile(join(folder, name)));
  if (others.length > 0) {
    const them = others.length === 1 ? 'it' : 'them';
    throw new WrongSetting(
      `Broadside reads only .env. Move the settings from ${others.join(' and ')} into it, then delete ${them}.`,
    );
  }
  const given = parseEnv(contentOf(join(folder, '.env')));
  for (const [name, value] of Object.entries(given)) process.env[name] ??= value;
  // Next reads such files itself, by its own rules, unless it believes that it has already done so.
  process.env.__NEXT_PROCESSED_ENV = 'true';
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === false;
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    // A folder of that name is not a settings file: Python keeps packages in one.
    if (error instanceof Error && 'code' in error && /^(?:ENOENT|EISDIR)$/.test(`${error.code}`)) return '';
    throw new WrongSetting(`The settings in ${file} cannot be read. Make the file readable for this user.`, {
      cause: error,
    });
  }
}
