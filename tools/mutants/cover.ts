import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '@/lib/errors';
import type { Coverage } from './plan';
import type { Tests } from './run-tests';

/**
 * Runs the tests once without any mutant and records which of them reach which.
 * @throws OperatorError when a test fails, or a test file was not run.
 */
export async function cover(tests: Tests, folder: string, files: string[]): Promise<Coverage> {
  const troubles = await tests.run({ kind: 'cover', folder }, files);
  const coverage = coverageIn(join(folder, 'coverage'));
  const covered = Object.values(coverage.tests);
  const failing = new Set(covered.filter(({ isFailed }) => isFailed).map(({ file }) => file));
  const unread = files.filter((file) => !covered.some((test) => test.file === file));
  const broken = [...failing, ...unread];
  if (broken.length > 0 || troubles.length > 0)
    throw new OperatorError(`Tests fail without any mutant:\n${[...broken, ...troubles].join('\n')}`);
  return coverage;
}

function coverageIn(folder: string): Coverage {
  const all: Coverage = { tests: {}, outside: [] };
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const { tests, outside } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Coverage;
    Object.assign(all.tests, tests);
    all.outside.push(...outside);
  }
  return all;
}
