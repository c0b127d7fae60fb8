import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/*
 * What an unpacked archive is started by: it stays as it is through upgrades, and passes on to the
 * release that `releases/current` names.
 */

const folder = dirname(fileURLToPath(import.meta.url));
process.env.BROADSIDE_FOLDER = folder;
process.env.BROADSIDE_ARCHIVE = 'true';
const current = readFileSync(join(folder, 'releases', 'current'), 'utf8').trim();
await import(pathToFileURL(join(folder, current, 'broadside.mjs')).href);
