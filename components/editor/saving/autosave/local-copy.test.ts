import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NO_LEAD_WORDS } from '@/lib/media/lead-words';
import { emptyWriting } from '@/lib/posts/fields';
import {
  discardSetAside,
  forgetLocalCopy,
  keepLocalCopy,
  listLocalCopies,
  listSetAside,
  setAside,
} from './local-copy';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1000 });
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
});
afterEach(async () => {
  await forgetStore();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Deletes the store, which also closes its open connection. */
function forgetStore(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('broadside-drafts');
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}

const writing = (headline: string) => ({ ...emptyWriting(), headline });
const save = (headline: string, line: string, sequence: number) => ({
  version: 4,
  mark: { line, sequence },
  text: JSON.stringify(writing(headline)),
});
const headlines = (texts: { writing: { headline: string } }[]) => texts.map((one) => one.writing.headline);

test('each edit session of a post has one copy, its latest, and the newest comes first', async () => {
  await keepLocalCopy(7, save('First', 'a', 1));
  vi.setSystemTime(2000);
  await keepLocalCopy(7, save('Other line', 'b', 1));
  vi.setSystemTime(3000);
  await keepLocalCopy(7, save('First, longer', 'a', 2));
  await keepLocalCopy(8, save('Another post', 'a', 1));
  expect(await listLocalCopies(7)).toEqual([
    { line: 'a', sequence: 2, version: 4, keptAt: 3000, writing: writing('First, longer') },
    { line: 'b', sequence: 1, version: 4, keptAt: 2000, writing: writing('Other line') },
  ]);
});

test('a copy is removed only up to the acknowledged change', async () => {
  await keepLocalCopy(7, save('A bridge', 'a', 5));
  await forgetLocalCopy(7, 'a', 4);
  expect(headlines(await listLocalCopies(7))).toEqual(['A bridge']);
  await forgetLocalCopy(7, 'b', 9);
  expect(headlines(await listLocalCopies(7))).toEqual(['A bridge']);
  await forgetLocalCopy(7, 'a', 5);
  expect(await listLocalCopies(7)).toEqual([]);
});

test('a set-aside text stays until it is discarded, and belongs to its post', async () => {
  await setAside(7, { version: 1, writing: writing('Older') });
  vi.setSystemTime(2000);
  await setAside(7, { version: 2, writing: writing('Newer') });
  await setAside(8, { version: 1, writing: writing('Another post') });
  const [newer, older] = await listSetAside(7);
  expect([newer?.writing.headline, older?.writing.headline]).toEqual(['Newer', 'Older']);
  await discardSetAside(newer?.id ?? 0);
  expect(headlines(await listSetAside(7))).toEqual(['Older']);
  expect(headlines(await listSetAside(8))).toEqual(['Another post']);
});

test('a copy from an earlier version of the program gets the missing fields', async () => {
  const { leadWords: _since, ...older } = writing('Older');
  await keepLocalCopy(7, { ...save('', 'a', 1), text: JSON.stringify(older) });
  expect((await listLocalCopies(7)).map((copy) => copy.writing.leadWords)).toEqual([NO_LEAD_WORDS]);
});
