import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cover } from './cover';
import { Judge } from './judge';
import { DONE, INFINITE_LOOP, KILLED, NONE, type Plan, SUSPECT, type Verdict } from './plan';
import type { Tests } from './run-tests';
import { tryTogether } from './try-together';
import { addVerdict } from './verdicts';

let folder: string;
const FILE = '/lib/a.test.ts';
const CHOSEN = { file: FILE, names: ['one'] };
const CLEAN: Verdict = { file: FILE, noticed: [], timedOut: [], tests: 3 };
const MUTANT = {
  ...{ id: 'a.ts:1:1 a → b', file: 'a.ts', line: 1, start: 0, end: 1 },
  ...{ original: 'a', replacement: 'b', isStatement: false },
};
const COVERAGE = {
  tests: { one: { file: FILE, name: 'one', mutants: [0], steps: 1, durationMs: 1, isFailed: false } },
  outside: [],
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadside-mutants-'));
  for (const kind of [KILLED, SUSPECT, INFINITE_LOOP, DONE]) mkdirSync(join(folder, kind));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Makes tests that do this in each run. */
const running = (run: (plan: Plan) => void): Tests => ({
  run: async (plan) => {
    run(plan);
    return ['The process ended.'];
  },
  close: async () => {},
});

/** Makes a judge over processes that give these verdicts on the mutants they get; null is a process that breaks off. */
function judgeOver(verdictOn: (mutants: number[]) => Verdict | null) {
  const asked: number[][] = [];
  const tests = running((plan) => {
    if (plan.kind !== 'alone') return;
    asked.push(plan.mutants);
    const verdict = verdictOn(plan.mutants);
    if (verdict) addVerdict(plan.verdictFile, verdict);
  });
  return { judge: new Judge(tests, folder, join(folder, 'verdict')), asked };
}

test('what a test file notices counts if it passes without any mutant', async () => {
  const { judge, asked } = judgeOver(() => ({ ...CLEAN, noticed: [7] }));
  expect(await judge.noticedBy([CHOSEN], [7, 8])).toEqual(new Set([7]));
  expect(asked).toEqual([[7, 8, NONE]]);
});

test('after a mutant left something behind, each mutant is judged in a separate process', async () => {
  const { judge, asked } = judgeOver((mutants) => ({
    ...CLEAN,
    noticed: mutants.length > 1 ? [7, 8, NONE] : mutants.filter((mutant) => mutant === 7),
  }));
  expect(await judge.noticedBy([CHOSEN], [7, 8])).toEqual(new Set([7]));
  expect(asked.slice(1)).toEqual([[NONE], [7], [8]]);
});

test('a test that timed out must notice the mutant a second time', async () => {
  const { judge, asked } = judgeOver((mutants) =>
    mutants.length > 1 ? { ...CLEAN, noticed: [7], timedOut: [7] } : CLEAN,
  );
  expect(await judge.noticedBy([CHOSEN], [7])).toEqual(new Set());
  expect(asked.slice(1)).toEqual([[NONE], [7]]);
});

test('a test file that fails without any mutant notices nothing: it is refused', async () => {
  const { judge } = judgeOver((mutants) => ({ ...CLEAN, noticed: mutants }));
  await expect(judge.noticedBy([CHOSEN], [7])).rejects.toThrow(
    'Tests fail without any mutant: /lib/a.test.ts.',
  );
});

test('a process that breaks off is started once more, then refused with its reason', async () => {
  const { judge, asked } = judgeOver(() => null);
  await expect(judge.noticedBy([CHOSEN], [7])).rejects.toThrow('broke off. The process ended.');
  expect(asked).toHaveLength(2);
});

test('a file of which no test ran is refused', async () => {
  const { judge } = judgeOver(() => ({ ...CLEAN, tests: 0 }));
  await expect(judge.noticedBy([CHOSEN], [7])).rejects.toThrow('No test of /lib/a.test.ts ran.');
});

test('a mutant with an infinite loop is noticed, and the others are judged without it', async () => {
  const { judge, asked } = judgeOver((mutants) => {
    if (!mutants.includes(7)) return CLEAN;
    writeFileSync(join(folder, INFINITE_LOOP, '7'), '');
    return null;
  });
  expect(await judge.noticedBy([CHOSEN], [7, 8])).toEqual(new Set([7]));
  expect(asked).toEqual([
    [7, 8, NONE],
    [8, NONE],
  ]);
});

test('tests that break off are refused, whatever they noticed before', async () => {
  const tests = running(() => writeFileSync(join(folder, KILLED, '0'), ''));
  const numbered = { mutants: [MUTANT], numbers: new Map() };
  await expect(tryTogether(tests, numbered, COVERAGE, folder)).rejects.toThrow(
    'These tests broke off:\n/lib/a.test.ts\nThe process ended.',
  );
});

test('tests that ran to their end report what they noticed', async () => {
  const tests = running(() => {
    writeFileSync(join(folder, KILLED, '0'), '');
    writeFileSync(join(folder, DONE, 'one'), '');
  });
  const numbered = { mutants: [MUTANT], numbers: new Map() };
  expect(await tryTogether(tests, numbered, COVERAGE, folder)).toEqual(new Set([0]));
});

test('test files that were not run are refused before anything is tried', async () => {
  await expect(
    cover(
      running(() => {}),
      folder,
      [FILE],
    ),
  ).rejects.toThrow(`Tests fail without any mutant:\n${FILE}\nThe process ended.`);
});
