import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run-program.mjs';

const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;
const LINE = '-'.repeat(80);

/**
 * The licences of every package that a release may hold: those that the lock file does not mark as
 * needed for development alone, as far as they are installed on this kind of machine.
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

/** Those of the package, and of packages that it has compiled into itself, as Next does. */
function licenceFiles(folder) {
  const entries = readdirSync(folder, { withFileTypes: true });
  // Each disk lists them in an order of its own.
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : licenceFiles(path);
    return LICENCE_FILE.test(entry.name) ? [path] : [];
  });
}
