import { hash, randomInt } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { check, type VulnerableDiagnostics } from 'recheck';
import { version } from 'recheck/package.json';
import { expect, test } from 'vitest';
import { patternsIn, type SourcePattern, sourcePatterns } from '../../tools/testing/source-patterns';

/** Patterns that are not linear, each with the bound that makes it safe: how long its text is, and where that is limited. */
const BOUNDED: Record<string, string> = {};

/** The native program of the package, which needs no Java. */
process.env.RECHECK_BACKEND = 'native';
const AT_ONCE = 3;
/** Without one of these, no text makes a pattern slow. */
const UNBOUNDED = /[*+]|\{\d+,\}/;
/** Limits of count, not of time, so that a busy machine judges like an idle one. */
const LIMITS = { timeout: null, incubationTimeout: null, attackTimeout: null, incubationLimit: 10_000 };

/**
 * The patterns that were found to be linear before, because judging all of them takes 20 s of processor time. A
 * pattern that is not among them is judged at each run, and so are a few of the others, chosen at random.
 * `JUDGE_ALL=1 npx vitest run lib/cli/linear-patterns` judges all and writes the list again.
 */
const LINEAR_FILE = 'lib/cli/linear-patterns.json';
const JUDGED_AGAIN = 3;

test('every regular expression is linear', async () => {
  const patterns = sourcePatterns();
  expect(patterns.length).toBeGreaterThan(350);
  const isAll = process.env.JUDGE_ALL === '1';
  const slow = await notLinear(isAll ? patterns : toJudge(patterns));
  if (isAll) writeLinear(patterns, slow);
  expect(slow.filter((pattern) => !BOUNDED[keyOf(pattern)]).map(described)).toEqual([]);
  expect(Object.keys(BOUNDED).filter((key) => !slow.some((pattern) => keyOf(pattern) === key))).toEqual([]);
});

test('quadratic patterns are found, as literals and built from constants', async () => {
  const text = `
    import { KHMER_RUN } from '@/lib/language/khmer-words';
    const END = '\\\\s+$';
    const ends = [/a+$/, new RegExp(END), new RegExp(\`x*\${END}\`, 'u'), /(?<!a)a+$/, new RegExp(KHMER_RUN.source)];
  `;
  const found = patternsIn('lib/example.ts', text);
  expect(found.map(keyOf)).toEqual([
    '/a+$/',
    String.raw`/\s+$/`,
    String.raw`/x*\s+$/u`,
    '/(?<!a)a+$/',
    expect.any(String),
  ]);
  expect((await notLinear(found)).map(keyOf)).toEqual(found.slice(0, 3).map(keyOf));
});

test('a pattern built from what a program is given is refused', () => {
  expect(() => patternsIn('lib/example.ts', 'const find = (name) => new RegExp(name);')).toThrow(
    'not a constant',
  );
});

function toJudge(patterns: SourcePattern[]): SourcePattern[] {
  const linear = new Set<string>(JSON.parse(readFileSync(LINEAR_FILE, 'utf8')));
  const known = patterns.filter((pattern) => linear.has(entryOf(pattern)));
  const again = new Set(Array.from({ length: JUDGED_AGAIN }, () => known[randomInt(known.length)]));
  return patterns.filter((pattern) => !linear.has(entryOf(pattern)) || again.has(pattern));
}

function writeLinear(patterns: SourcePattern[], slow: SourcePattern[]): void {
  const entries = new Set(patterns.filter(({ source }) => UNBOUNDED.test(source)).map(entryOf));
  for (const pattern of slow) entries.delete(entryOf(pattern));
  writeFileSync(LINEAR_FILE, `${JSON.stringify([...entries].sort(), null, 2)}\n`);
}

/** A verdict is as good as the version and the limits of whoever found it. */
function entryOf(pattern: SourcePattern): string {
  return hash('sha256', JSON.stringify([version, LIMITS, keyOf(pattern)]), 'base64url').slice(0, 16);
}

async function notLinear(patterns: SourcePattern[]): Promise<SourcePattern[]> {
  const unique = [...new Map(patterns.map((pattern) => [keyOf(pattern), pattern])).values()];
  const waiting = unique.values();
  const slow: SourcePattern[] = [];
  const judge = async () => {
    for (const pattern of waiting) if (!(await isLinear(pattern))) slow.push(pattern);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, judge));
  return unique.filter((pattern) => slow.includes(pattern));
}

/** What cannot be judged counts as not linear. */
async function isLinear({ source, flags }: SourcePattern): Promise<boolean> {
  if (!UNBOUNDED.test(source)) return true;
  const verdict = await check(source, flags, LIMITS);
  if (verdict.status === 'safe') return true;
  return (
    verdict.status === 'vulnerable' &&
    verdict.checker === 'fuzz' &&
    isQuickHere(new RegExp(source, flags), verdict)
  );
}

/**
 * Whether the text that a search for weaknesses found does no harm in this engine. The search counts the steps of a
 * simple matcher, which reads a lookbehind at each place as if it were long; the other method of judging is exact.
 */
function isQuickHere(pattern: RegExp, { attack }: VulnerableDiagnostics): boolean {
  const times = (factor: number) => {
    const text =
      attack.pumps
        .map(({ prefix, pump, bias }) => prefix + pump.repeat(bias + attack.base * factor))
        .join('') + attack.suffix;
    return processorTime(() => text.replace(pattern, ''));
  };
  times(1);
  return times(8) < times(1) * 24;
}

/** Milliseconds of processor for one call, measured over enough calls. */
function processorTime(call: () => void): number {
  const start = process.cpuUsage();
  for (let calls = 1; ; calls += 1) {
    call();
    const { user, system } = process.cpuUsage(start);
    if (user + system > 30_000) return (user + system) / calls;
  }
}

function keyOf({ source, flags }: SourcePattern): string {
  return `/${source}/${flags}`;
}

function described(pattern: SourcePattern): string {
  return `${pattern.place} ${keyOf(pattern)}`;
}
