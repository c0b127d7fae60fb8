import { expect, test } from 'vitest';
import { answerRecorder } from './answer-records';
import { ROUTES } from './routes';

const route = ROUTES.find(({ pattern }) => pattern === '/search');
if (!route) throw new Error('There is no search.');
const slow = { method: 'GET', path: '/search', status: 200, ms: 612.4, bytes: 5000 };

function recorder() {
  const lines: string[] = [];
  const clock = { now: 0 };
  return {
    lines,
    clock,
    record: answerRecorder({ write: (line) => lines.push(line), now: () => clock.now }),
  };
}

test('answers that failed or were slow are recorded with address, status and time', () => {
  const { lines, record } = recorder();
  record(slow, route);
  record({ ...slow, status: 500, ms: 3 }, route);
  record({ ...slow, ms: 249 }, route);
  record({ ...slow, status: 404, ms: 3 }, route);
  expect(lines).toEqual(['Slow: GET /search, status 200, 612 ms', 'Failed: GET /search, status 500, 3 ms']);
});

test('a large file on a slow connection is not slow', () => {
  const { lines, record } = recorder();
  record({ ...slow, ms: 60_000, bytes: 5_000_000 }, route);
  expect(lines).toEqual([]);
});

test('a flood leaves a few records a minute and a count', () => {
  const { lines, clock, record } = recorder();
  for (let at = 0; at < 1000; at++) record(slow, route);
  expect(lines).toHaveLength(5);
  clock.now = 61_000;
  record(slow, route);
  expect(lines.slice(5)).toEqual([
    '995 more failed or slow: /search',
    'Slow: GET /search, status 200, 612 ms',
  ]);
});
