import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { limitBody, PROGRESS_MS } from './limit-body';

let ended: string[];
beforeEach(() => {
  ended = [];
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

function limited(headers: Record<string, string>, bodyBytes = 100_000) {
  const request = new IncomingMessage(new Socket());
  Object.assign(request.headers, headers);
  const isAllowed = limitBody(
    request,
    { bodyBytes, bodyMs: 60_000 },
    { onTooSlow: () => ended.push('slow'), onTooLong: () => ended.push('long') },
  );
  return { request, isAllowed };
}

test('an announced length over the limit is refused before anything is read', () => {
  expect(limited({ 'content-length': '100001' }).isAllowed).toBe(false);
  expect(ended).toEqual(['long']);
});

test('a body without a length is counted as it arrives, and ends at the limit', () => {
  const { request, isAllowed } = limited({ 'transfer-encoding': 'chunked' }, 10);
  expect(isAllowed).toBe(true);
  request.push(Buffer.from('12345'));
  expect(ended).toEqual([]);
  request.push(Buffer.from('678901'));
  expect(ended).toEqual(['long']);
  request.push(Buffer.from('more'));
  expect(ended).toEqual(['long']);
  expect(request.read().toString()).toBe('12345');
});

test('a body that makes too little progress ends long before the longest time', async () => {
  const { request } = limited({ 'content-length': '90000' });
  request.resume();
  request.push(Buffer.alloc(6000));
  await vi.advanceTimersByTimeAsync(PROGRESS_MS);
  expect(ended).toEqual([]);
  request.push(Buffer.alloc(10));
  await vi.advanceTimersByTimeAsync(PROGRESS_MS);
  expect(ended).toEqual(['slow']);
  await vi.advanceTimersByTimeAsync(100_000);
  expect(ended).toEqual(['slow']);
});

test('a body that waits because the server does not read it is not too slow, until the longest time', async () => {
  const { request } = limited({ 'content-length': '90000' });
  request.push(Buffer.alloc(10));
  await vi.advanceTimersByTimeAsync(50_000);
  expect(ended).toEqual([]);
  await vi.advanceTimersByTimeAsync(PROGRESS_MS);
  expect(ended).toEqual(['slow']);
});

test('a request without a body has no limit', async () => {
  limited({});
  limited({ 'content-length': '0' });
  await vi.advanceTimersByTimeAsync(100_000);
  expect(ended).toEqual([]);
});
