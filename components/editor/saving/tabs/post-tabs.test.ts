import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EditSession } from '@/components/editor/ground/save-state';
import { stubBrowserTabs } from '@/tools/testing/browser-tabs';
import { PostTabs } from './post-tabs';

const tabs: PostTabs[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  stubBrowserTabs();
});
afterEach(() => {
  for (const tab of tabs.splice(0)) tab.end();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const text = (words: string): EditSession => ({
  version: 1,
  mark: { line: 'one', sequence: 3 },
  text: words,
  acknowledged: 2,
});

/**
 * Opens a tab of post 7 and records its events in order.
 * @param handOver its answer when another tab wants to write.
 */
async function openTab(handOver: () => Promise<EditSession | null> = async () => text('handed')) {
  const told: unknown[] = [];
  const tab = new PostTabs(7, {
    onWrite: (at) => told.push(['write', at?.text ?? null]),
    onFollow: () => told.push('follow'),
    onText: (at) => told.push(['text', at.text]),
    onFollowed: () => told.push('followed'),
    onLockLost: () => told.push('lockLost'),
    handOver,
  });
  tabs.push(tab);
  tab.start();
  await settle();
  return { tab, told };
}

const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
/** How long a tab that wants to write waits for the writing tab, ms. */
const PATIENCE_MS = 3000;

test('the first tab writes, and one that opens later follows it', async () => {
  const first = await openTab();
  const second = await openTab();
  expect(first.told).toEqual([['write', null], 'followed']);
  expect(second.told).toEqual(['follow']);
});

test('a following tab receives text changes; without one the text is not read', async () => {
  const first = await openTab();
  const read = vi.fn(() => text('A bridge'));
  first.tab.tell(read);
  expect(read).not.toHaveBeenCalled();
  const second = await openTab();
  first.tab.tell(read);
  await settle();
  expect(second.told).toEqual(['follow', ['text', 'A bridge']]);
});

test('only the writing tab sends its text', async () => {
  await openTab();
  const second = await openTab();
  const third = await openTab();
  second.tab.tell(() => text('Not mine to tell'));
  await settle();
  expect(third.told).toEqual(['follow']);
});

test('when the writing tab is closed, a following tab writes', async () => {
  const first = await openTab();
  const second = await openTab();
  first.tab.end();
  await settle();
  expect(second.told).toEqual(['follow', ['write', null]]);
});

test('a tab that takes over gets the handed-over text, and the other follows', async () => {
  const first = await openTab();
  const second = await openTab();
  second.tab.take();
  await settle();
  expect(second.told).toEqual(['follow', ['write', 'handed'], 'followed']);
  expect(first.told.slice(-1)).toEqual(['follow']);
  expect(first.told).not.toContain('lockLost');
});

test('a tab that does not answer loses the lock after a timeout and keeps its text', async () => {
  const asleep = await openTab(() => new Promise(() => {}));
  const second = await openTab();
  second.tab.take();
  await settle(PATIENCE_MS - 1);
  expect(second.told).toEqual(['follow']);
  await settle(1);
  expect(second.told).toEqual(['follow', ['write', null], 'followed']);
  expect(asleep.told.slice(-2)).toEqual(['lockLost', 'follow']);
});

test('a text handed to a tab that has closed still gets a writer', async () => {
  let answer: (at: EditSession) => void = () => {};
  const first = await openTab(() => new Promise((done) => (answer = done)));
  const second = await openTab();
  second.tab.take();
  await settle();
  second.tab.end();
  answer(text('handed'));
  await settle(PATIENCE_MS);
  expect(first.told.slice(-2)).toEqual(['follow', ['write', null]]);
});

test('a tab that cannot hand its text over continues to write', async () => {
  const first = await openTab(async () => null);
  const second = await openTab();
  second.tab.take();
  await settle(PATIENCE_MS - 1);
  expect(first.told).toEqual([['write', null], 'followed']);
});

test('without locks every tab writes', async () => {
  vi.stubGlobal('navigator', {});
  const first = await openTab();
  const second = await openTab();
  expect([first.told, second.told]).toEqual([[['write', null]], [['write', null]]]);
});
