import * as diff from 'diff';
import { expect, test, vi } from 'vitest';
import { emptyWriting } from '@/lib/posts/fields';
import type { Writing } from '@/lib/posts/types';
import { bodyOf } from '@/tools/testing/factories';
import { compareWritings } from './compare-writings';

vi.mock('diff', async (original) => {
  const real = await original<typeof diff>();
  return { ...real, diffArrays: vi.fn(real.diffArrays) };
});

const VOCABULARY = Array.from({ length: 3000 }, (_, n) => `word${n}`);
const PARAGRAPHS = 125;
const WORDS = 80;

/** Returns 10,000 words in paragraphs, different ones for another seed. */
function longText(seed: number): string[] {
  let state = seed;
  const next = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return VOCABULARY[state % VOCABULARY.length];
  };
  return Array.from({ length: PARAGRAPHS }, () => Array.from({ length: WORDS }, next).join(' '));
}

const write = (text: string): Writing => ({ ...emptyWriting(), body: bodyOf(text) });

/** Counts look-ups by hand, because a spy would store each of a million calls. */
function lookUpsDuring(work: () => void): number {
  let lookUps = 0;
  const { get } = Map.prototype;
  Map.prototype.get = function (key) {
    lookUps += 1;
    return get.call(this, key);
  };
  try {
    work();
  } finally {
    Map.prototype.get = get;
  }
  return lookUps;
}

function editLimitIn(options: object | undefined): number {
  return options && 'maxEditLength' in options ? Number(options.maxEditLength) : Infinity;
}

/** Returns the cost of comparing two texts: the differ's maximum number of steps, and look-ups of words in blocks. */
function workOf(left: string, right: string) {
  const [one, other] = [write(left), write(right)];
  vi.mocked(diff.diffArrays).mockClear();
  const lookUps = lookUpsDuring(() => compareWritings(one, other, { topic: String }));
  const diffs = vi.mocked(diff.diffArrays).mock.calls.map(([before, after, options]) => {
    const edits = Math.min(before.length + after.length, editLimitIn(options));
    return edits ** 2 + before.length + after.length;
  });
  return { steps: diffs.reduce((sum, steps) => sum + steps, 0), lookUps };
}

test('10,000 words with changes throughout are compared block by block, each word looked up a few times', () => {
  const left = longText(1);
  const right = left.map((text, index) => (index % 3 ? text : text.replace(/word1\d*/g, 'else')));
  const { steps, lookUps } = workOf(left.join('\n'), right.join('\n'));
  expect(steps).toBeLessThan(6_000_000);
  expect(lookUps).toBeLessThan(100_000);
});

test('when nothing is similar, each pair of blocks is compared once', () => {
  const { steps, lookUps } = workOf(longText(1).join('\n'), longText(7).join('\n'));
  expect(steps).toBeLessThan(8_000_000);
  expect(lookUps).toBeLessThan(PARAGRAPHS ** 2 * WORDS + 500_000);
});

test('comparing two paragraphs of 10,000 words that share none stops at a bounded number of edits', () => {
  const { steps, lookUps } = workOf(longText(1).join(' '), longText(7).join(' '));
  expect(steps).toBeLessThan(6_000_000);
  expect(lookUps).toBeLessThan(100_000);
});

test('very many short blocks are paired in order, not each compared with each', () => {
  const short = (seed: number) => longText(seed).flatMap((text) => text.match(/(?:\S+ ?){1,16}/g) ?? []);
  const { lookUps } = workOf(short(1).join('\n'), short(7).join('\n'));
  expect(lookUps).toBeLessThan(100_000);
});
