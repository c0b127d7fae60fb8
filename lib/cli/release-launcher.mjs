import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/*
 * The entry point of an unpacked archive. Upgrades do not change it: it starts the release that
 * `releases/current` names.
 */

const folder = dirname(fileURLToPath(import.meta.url));
process.env.BROADSIDE_FOLDER = folder;
process.env.BROADSIDE_ARCHIVE = 'true';
const current = readFileSync(join(folder, 'releases', 'current'), 'utf8').trim();
await import(pathToFileURL(join(folder, current, 'broadside.mjs')).href);
