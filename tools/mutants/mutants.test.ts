import { expect, test } from 'vitest';
import { findMutants } from './find-mutants';
import { reportOf } from './report';
import { withSwitches } from './with-switches';

/** Returns each change of a piece of code, as `original → replacement`. */
const changesOf = (code: string) => findMutants('a.ts', code).map(({ id }) => id.replace(/^\S+ /, ''));

/** Returns what a function in a piece of code returns when one of its changes is switched on; -1 for none. */
function run(code: string, active: number): unknown {
  const mutants = findMutants('a.ts', code);
  const numbers = new Map(mutants.map(({ id }, index) => [id, index]));
  const body = withSwitches(code, mutants, numbers);
  return new Function('__isMutant', body)((mutant: number) => mutant === active);
}

test.each([
  ['return now > at;', ['now > at → (now) >= (at)']],
  ['return !a;', ['!a → a']],
  ['send(a);', ['send(a); → nothing']],
  ['return escapeHtml(a);', ['escapeHtml(a) → a']],
  ['return and(a, b);', ['and(a, b) → and(b)', 'and(a, b) → and(a)']],
  ['return rows.where(a);', ['rows.where(a) → rows']],
  ['return a ?? b;', ['a ?? b → a']],
  ['return /^a$/i;', ['/^a$/i → /a$/i', '/^a$/i → /^a/i', '/^a$/i → /^a$/']],
  ['return await a;', ['await a → a']],
  ['return [a];', ['[a] → []']],
])('%s gets every possible break', (code, changes) => {
  expect(changesOf(`async function f() { ${code} }`)).toEqual(changes);
});

test.each([
  "import { a } from './a';",
  "type A = 'b' | 'c';",
  "function f() { return new Refusal(code, 'The words are for people.'); }",
  'function f() { return sql`a = 1`; }',
  'function f() { return a?.b().trim().c; }',
  '[a, b] = c;',
])('%s contains no rule to break', (code) => {
  expect(changesOf(code).filter((change) => !change.endsWith('nothing'))).toEqual([]);
});

test('every break can be switched on separately, and none changes what runs without it', () => {
  const code = "const a = 3; if (a > 2 && a < 5) { return 'in'; } return 'out';";
  expect(run(code, -1)).toBe('in');
  const results = findMutants('a.ts', code).map((mutant, index) => [
    mutant.id.replace(/^\S+ /, ''),
    run(code, index),
  ]);
  expect(results).toEqual([
    ['3 → (3 + 1)', 'in'],
    ['a > 2 && a < 5 → true', 'in'],
    ['a > 2 && a < 5 → false', 'out'],
    ['a > 2 && a < 5 → (a > 2) || (a < 5)', 'in'],
    ['a > 2 → (a) >= (2)', 'in'],
    ['2 → (2 + 1)', 'out'],
    ['a < 5 → (a) <= (5)', 'in'],
    ['5 → (5 + 1)', 'in'],
    ["'in' → ''", ''],
    ["'out' → ''", 'in'],
  ]);
});

test('a removed statement keeps its place in the control flow', () => {
  const code = "let a = 'kept'; if (true) a = f(a); else a = ''; return a; function f() { throw 'thrown'; }";
  const dropped = findMutants('a.ts', code).findIndex(({ original }) => original === 'a = f(a);');
  expect(() => run(code, -1)).toThrow('thrown');
  expect(run(code, dropped)).toBe('kept');
});

test('the report lists each survivor with its position, and the share of killed mutants', () => {
  const mutants = findMutants('a.ts', 'f();\nreturn a > b;');
  const numbers = new Map(mutants.map(({ id }, index) => [id, index]));
  const { text, score, isEnough } = reportOf({ mutants, numbers }, new Set([0]), false);
  expect(score).toBe(0.5);
  expect(isEnough).toBe(false);
  expect(text).toContain(' 50.0 %     1 of    2  a.ts');
  expect(text).toContain('a.ts:2:8 a > b → (a) >= (b)');
});
