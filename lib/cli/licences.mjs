import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run-program.mjs';

const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;
const LINE = '-'.repeat(80);

/**
 * Returns the licences of every package that a release may contain: those that the lock file does not mark as
 * development only, if they are installed on this kind of machine.
 */
export function licencesOfPackages() {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  const shipped = Object.entries(packages).filter(
    ([path, { dev }]) => path !== '' && !dev && existsSync(join(ROOT, path, 'package.json')),
  );
  return shipped.map(([path]) => licenceOf(path)).join(`\n${LINE}\n`);
}

function licenceOf(path) {
  const folder = join(ROOT, path);
  const { name, version, license, homepage } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = licenceFiles(folder).map((file) => readFileSync(file, 'utf8').trim());
  const head = `${name} ${version}\nLicence: ${license ?? 'see below'}${homepage ? `\n${homepage}` : ''}`;
  return [head, ...texts].join('\n\n');
}

/** Returns the licence files of a package, and of the packages compiled into it, as in Next. */
function licenceFiles(folder) {
  const entries = readdirSync(folder, { withFileTypes: true });
  // The order of a directory listing differs between disks.
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : licenceFiles(path);
    return LICENCE_FILE.test(entry.name) ? [path] : [];
  });
}
