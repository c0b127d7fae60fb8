import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { withStore } from './local-store';

const NAME = 'broadside-drafts';

beforeEach(() => void vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(async () => {
  await done(indexedDB.deleteDatabase(NAME));
  vi.unstubAllGlobals();
});

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

const put = (postId: number) => withStore('histories', 'readwrite', (store) => store.put({ postId }));
const keys = () =>
  withStore<IDBValidKey[]>('histories', 'readonly', (store, give) => {
    const request = store.getAllKeys();
    request.onsuccess = () => give(request.result);
  });

test('a stored value can be read back', async () => {
  await put(3);
  await put(4);
  expect(await keys()).toEqual([3, 4]);
});

test('work that fails rejects and writes nothing', async () => {
  const twice = withStore('histories', 'readwrite', (store) => {
    store.add({ postId: 5 });
    store.add({ postId: 5 });
  });
  await expect(twice).rejects.toThrow();
  expect(await keys()).toEqual([]);
});

test('opening the store is retried after a failure', async () => {
  vi.stubGlobal('indexedDB', {
    open: () => {
      throw new Error('No store in this window.');
    },
  });
  await expect(put(1)).rejects.toThrow('No store in this window.');
  vi.stubGlobal('indexedDB', new IDBFactory());
  await put(1);
  expect(await keys()).toEqual([1]);
});

test('a store that was closed for a newer version of the program is reopened', async () => {
  await put(1);
  await done(indexedDB.deleteDatabase(NAME));
  expect(await keys()).toEqual([]);
});

test('the single copy per post of store version 1 becomes a set-aside text', async () => {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('copies');
    request.result.createObjectStore('aside', { keyPath: 'id', autoIncrement: true });
  };
  const database = await done(request);
  const old = database.transaction('copies', 'readwrite').objectStore('copies');
  await done(old.put({ version: 2, writing: { headline: 'A bridge' }, keptAt: 9 }, 7));
  database.close();
  const aside = await withStore<unknown[]>('aside', 'readonly', (store, give) => {
    const all = store.getAll();
    all.onsuccess = () => give(all.result);
  });
  expect(aside).toEqual([{ id: 1, postId: 7, version: 2, writing: { headline: 'A bridge' }, keptAt: 9 }]);
});
