import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { emptyWriting } from '@/lib/posts/fields';
import { keepLocalCopy, listLocalCopies } from '../autosave/local-copy';
import { lookForCopies, type ServerDraft } from './use-local-copies';

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
});
afterEach(async () => {
  await new Promise((resolve) => {
    indexedDB.deleteDatabase('broadside-drafts').onsuccess = resolve;
  });
  vi.unstubAllGlobals();
});

const writing = (headline: string) => ({ ...emptyWriting(), headline });
const servers = (facts: Partial<ServerDraft> = {}): ServerDraft => ({
  version: 4,
  writing: writing('On the server'),
  savedAs: { line: 'server-line', sequence: 9 },
  ...facts,
});
const keep = (line: string, sequence: number, version: number, headline = 'In this browser') =>
  keepLocalCopy(7, { version, mark: { line, sequence }, text: JSON.stringify(writing(headline)) });
const offered = async (text: ServerDraft) =>
  (await lookForCopies(7, text)).map(({ line, isNewer }) => ({ line, isNewer }));

test('a copy based on the server’s text is newer; one based on an older text is not', async () => {
  await keep('crashed', 3, 4);
  expect(await offered(servers())).toEqual([{ line: 'crashed', isNewer: true }]);
  expect(await offered(servers({ version: 5 }))).toEqual([{ line: 'crashed', isNewer: false }]);
});

test('a copy of the edit session that the server saved last is newer, whatever its version', async () => {
  await keep('server-line', 12, 2);
  expect(await offered(servers())).toEqual([{ line: 'server-line', isNewer: true }]);
});

test('a copy whose change the server has is removed: only the acknowledgement was lost', async () => {
  await keep('server-line', 9, 3);
  expect(await offered(servers())).toEqual([]);
  expect(await listLocalCopies(7)).toEqual([]);
});

test('a copy equal to the server’s text is removed, whoever wrote it', async () => {
  await keep('other', 1, 1, 'On the server');
  expect(await offered(servers({ savedAs: null }))).toEqual([]);
  expect(await listLocalCopies(7)).toEqual([]);
});
