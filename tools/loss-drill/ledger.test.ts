import { expect, test } from 'vitest';
import { Ledger } from './ledger';

/** Makes a ledger of `text` typed with one key every 100 ms from 0. */
function typed(text: string): Ledger {
  const ledger = new Ledger('');
  [...text].forEach((key, index) => {
    ledger.typed(key, index * 100);
  });
  return ledger;
}

test('text that was called saved must be on the server', () => {
  const ledger = typed('rivers');
  ledger.claimed('saved', 'rive');
  expect(ledger.judgeServer('river')).toEqual([]);
  expect(ledger.judgeServer('riv')).toHaveLength(1);
});

test('text that was called kept must be recovered', () => {
  const ledger = typed('rivers');
  ledger.claimed('kept', 'river');
  expect(ledger.judgeRecovered('river', 600).losses).toEqual([]);
  expect(ledger.judgeRecovered('rive', 600).losses).toHaveLength(1);
});

test('the last second may be lost, but nothing older', () => {
  const ledger = typed('the rivers rise');
  expect(ledger.judgeRecovered('the river', 1900)).toEqual({ losses: [], lostMs: 1000 });
  expect(ledger.judgeRecovered('the rive', 1900).losses).toHaveLength(1);
});

test('a text that nobody typed is not a recovery', () => {
  expect(typed('rivers').judgeRecovered('riverside', 600).losses).toHaveLength(1);
});

test('a tab that survived has everything in the end', () => {
  expect(typed('rivers').judgeSettled('rivers')).toEqual([]);
  expect(typed('rivers').judgeSettled('river')).toHaveLength(1);
});
