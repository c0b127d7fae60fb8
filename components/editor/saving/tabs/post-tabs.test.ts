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

/** A tab of post 7, and what it was told, in order. @param handOver how it answers when another wants to write. */
async function openTab(handOver: () => Promise<EditSession | null> = async () => text('handed')) {
  const told: unknown[] = [];
  const tab = new PostTabs(7, {
    onWrite: (at) => told.push(['write', at?.text ?? null]),
    onFollow: () => told.push('follow'),
    onText: (at) => told.push(['text', at.text]),
    onFollowed: () => told.push('followed'),
    onRobbed: () => told.push('robbed'),
    handOver,
  });
  tabs.push(tab);
  tab.start();
  await settle();
  return { tab, told };
}

const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
/** How long a tab that wants to write waits for the one that does, ms. */
const PATIENCE_MS = 3000;

test('the first tab writes, and one that opens later follows it', async () => {
  const first = await openTab();
  const second = await openTab();
  expect(first.told).toEqual([['write', null], 'followed']);
  expect(second.told).toEqual(['follow']);
});

test('a tab that follows is told the text as it changes; without one nothing is read', async () => {
  const first = await openTab();
  const read = vi.fn(() => text('A bridge'));
  first.tab.tell(read);
  expect(read).not.toHaveBeenCalled();
  const second = await openTab();
  first.tab.tell(read);
  await settle();
  expect(second.told).toEqual(['follow', ['text', 'A bridge']]);
});

test('only the tab that writes tells its text', async () => {
  await openTab();
  const second = await openTab();
  const third = await openTab();
  second.tab.tell(() => text('Not mine to tell'));
  await settle();
  expect(third.told).toEqual(['follow']);
});

test('when the tab that writes is closed, one that follows writes', async () => {
  const first = await openTab();
  const second = await openTab();
  first.tab.end();
  await settle();
  expect(second.told).toEqual(['follow', ['write', null]]);
});

test('a tab that takes over gets the text that was handed over, and the other follows', async () => {
  const first = await openTab();
  const second = await openTab();
  second.tab.take();
  await settle();
  expect(second.told).toEqual(['follow', ['write', 'handed'], 'followed']);
  expect(first.told.slice(-1)).toEqual(['follow']);
  expect(first.told).not.toContain('robbed');
});

test('a tab that does not answer is overruled after a while, and keeps what it has', async () => {
  const asleep = await openTab(() => new Promise(() => {}));
  const second = await openTab();
  second.tab.take();
  await settle(PATIENCE_MS - 1);
  expect(second.told).toEqual(['follow']);
  await settle(1);
  expect(second.told).toEqual(['follow', ['write', null], 'followed']);
  expect(asleep.told.slice(-2)).toEqual(['robbed', 'follow']);
});

test('a text that is handed to a tab that was closed meanwhile does not stay without a writer', async () => {
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

test('a tab that cannot hand its text over goes on writing', async () => {
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
