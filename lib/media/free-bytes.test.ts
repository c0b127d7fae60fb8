import { expect, test } from 'vitest';
import { freeBytes } from './free-bytes';

test('bytes with memory of their own are freed, and others are not', () => {
  const own = Buffer.allocUnsafeSlow(1000);
  freeBytes(own);
  expect(own.length).toBe(0);
  // Node cuts short buffers from memory that they share.
  const shared = Buffer.from('a word');
  freeBytes(shared);
  expect(shared.toString()).toBe('a word');
});
