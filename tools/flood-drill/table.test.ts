import { expect, test } from 'vitest';
import { isKept, type Result, renderTable } from './table';

const RESULT: Result = {
  what: 'unknown addresses',
  clients: 8,
  seconds: 10,
  idle: { count: 1000, p50: 0.5, p99: 4 },
  flooded: { count: 1000, p50: 2.9, p99: 19 },
  answers: { 404: 90, 503: 10 },
  processor: { server: 0.75, others: 0.02 },
};

test('on a machine that does nothing else, the promise is in milliseconds', () => {
  expect(isKept(RESULT)).toBe(true);
  expect(isKept({ ...RESULT, flooded: { ...RESULT.flooded, p50: 3.1 } })).toBe(false);
  expect(isKept({ ...RESULT, flooded: { ...RESULT.flooded, p99: 21 } })).toBe(false);
});

test('on a busy machine, the promise is a factor of the idle figures', () => {
  const busy = { ...RESULT, processor: { server: 0.75, others: 0.5 } };
  expect(isKept(busy)).toBe(false);
  expect(isKept({ ...busy, flooded: { count: 9, p50: 1.5, p99: 40 } })).toBe(true);
  expect(isKept({ ...busy, flooded: { count: 9, p50: 1.5, p99: 41 } })).toBe(false);
});

test('a drill with priority over other programs is judged as on a machine that does nothing else', () => {
  const first = { ...RESULT, processor: { server: 0.75, others: 0.5 }, hasPriority: true };
  expect(isKept(first)).toBe(true);
  expect(isKept({ ...first, flooded: { ...RESULT.flooded, p99: 21 } })).toBe(false);
});

test('the table shows what was promised beside what was seen', () => {
  const [, , row = ''] = renderTable([RESULT]).split('\n');
  expect(row).toContain('≤ 3 / 20 ms');
  expect(row).toContain('2.9 ms / 19.0 ms');
  expect(row).toContain('5.8 / 4.8');
  expect(row).toContain('404: 90, 503: 10');
  expect(row).toContain('kept');
});
