import { afterEach, expect, test, vi } from 'vitest';
import { formatRecord, recordConsole } from './records';

const AT = new Date('2026-11-27T21:30:00.123Z');

afterEach(() => vi.restoreAllMocks());

test('a record is one line with time and level, whatever is recorded', () => {
  const error = new Error('no\nway', { cause: new TypeError('the cause') });
  const record = formatRecord('error', ['Could not save.', error], AT);
  expect(record).toMatch(
    /^2026-11-27T21:30:00\.123Z error Could not save\. Error: no \| way \| at .*the cause/,
  );
  expect(record).not.toMatch(/[\r\n]/);
});

test('what a stranger sends cannot forge a record, control a terminal or fill the disk', () => {
  const record = formatRecord('warn', [`/a\r\n2026 error \u001b[2J\u2028${'x'.repeat(20_000)}`], AT);
  expect(record).toMatch(/^2026-11-27T21:30:00\.123Z warn \/a \| 2026 error {1,2}\[2J x/);
  expect(record.length).toBeLessThan(8100);
});

test('the console writes records', () => {
  vi.spyOn(console, 'warn');
  vi.spyOn(console, 'error');
  const lines: string[] = [];
  recordConsole((line) => lines.push(line));
  console.warn('Almost full:', { free: 3 });
  console.error(new Error('Full'));
  expect(lines).toEqual([
    expect.stringMatching(/Z warn Almost full: \{ free: 3 \}\n$/),
    expect.stringMatching(/Z error Error: Full \| at [^\n]*\n$/),
  ]);
});
