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
  const texts = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && LICENCE_FILE.test(entry.name))
    .map((entry) => readFileSync(join(folder, entry.name), 'utf8').trim());
  const head = `${name} ${version}\nLicence: ${license ?? 'see below'}${homepage ? `\n${homepage}` : ''}`;
  return [head, ...texts].join('\n\n');
}
