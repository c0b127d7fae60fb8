import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Returns every file of a media folder, with its bytes. */
export function storedFiles(mediaDir: string): { path: string; bytes: Buffer }[] {
  return readdirSync(mediaDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, bytes: readFileSync(path) }));
}

/** Returns those of the words that some stored file contains, as UTF-8, UTF-16 or packed. */
export function wordsStored(mediaDir: string, words: string[]): string[] {
  const files = storedFiles(mediaDir);
  const shapes = (word: string) => [
    Buffer.from(word),
    Buffer.from(word, 'utf16le'),
    Buffer.from(word, 'utf16le').swap16(),
  ];
  return words.filter((word) =>
    shapes(word).some((shape) => files.some(({ bytes }) => bytes.includes(shape))),
  );
}
