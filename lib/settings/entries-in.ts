import { type Dirent, readdirSync } from 'node:fs';

/** Lists the names in a folder; none where there is no folder, or none that we may read. */
export function namesIn(folder: string): string[] {
  return entriesIn(folder).map(({ name }) => name);
}

/** Lists what is in a folder; nothing where there is no folder, or none that we may read. */
export function entriesIn(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (
      error instanceof Error &&
      'code' in error &&
      ['ENOENT', 'EACCES', 'ENOTDIR'].includes(`${error.code}`)
    )
      return [];
    throw error;
  }
}
