import type { Save, StoredDraft } from '@/components/editor/ground/save-state';
import { withStore } from './local-store';
import { readWriting, toWriting } from './read-writing';

/** A text that the server had not acknowledged when it was stored. */
export interface LocalCopy extends StoredDraft {
  line: string;
  sequence: number;
  /** Epoch ms, for display only; no decision depends on the clock. */
  keptAt: number;
}

/** A text that was replaced by another one, stored so that nothing is lost. */
export interface SetAside extends StoredDraft {
  id: number;
  postId: number;
  keptAt: number;
}

/** The stored form: the writing as text, which is by far the cheapest to store. */
interface StoredLine {
  postId: number;
  line: string;
  sequence: number;
  version: number;
  text: string;
  keptAt: number;
}

/** Stores the unsaved text of a post in this browser; resolves when it is on disk. */
export async function keepLocalCopy(postId: number, { version, mark, text }: Save): Promise<void> {
  const line: StoredLine = { postId, ...mark, version, text, keptAt: Date.now() };
  await withStore('lines', 'readwrite', (store) => store.put(line));
}

/** Lists the unsaved texts of a post in this browser, newest first. */
export async function listLocalCopies(postId: number): Promise<LocalCopy[]> {
  const lines = await withStore<StoredLine[]>('lines', 'readonly', (store, give) => {
    const all = store.getAll(IDBKeyRange.bound([postId, ''], [postId, '\uffff']));
    all.onsuccess = () => give(all.result);
  });
  return (lines ?? [])
    .map(({ text, postId: _postId, ...line }) => ({ ...line, writing: readWriting(text) }))
    .sort((a, b) => b.keptAt - a.keptAt);
}

/** Removes the local copy of an edit session, unless it holds a later change than `sequence`. */
export async function forgetLocalCopy(postId: number, line: string, sequence: number): Promise<void> {
  await withStore('lines', 'readwrite', (store) => {
    const found = store.get([postId, line]);
    found.onsuccess = () => {
      if (found.result && found.result.sequence <= sequence) store.delete([postId, line]);
    };
  });
}

/** Sets a text aside before another one replaces it. */
export async function setAside(postId: number, { version, writing }: StoredDraft): Promise<void> {
  await withStore('aside', 'readwrite', (store) =>
    store.add({ postId, version, writing, keptAt: Date.now() }),
  );
}

/** Lists the set-aside texts of a post in this browser, newest first. */
export async function listSetAside(postId: number): Promise<SetAside[]> {
  const all = await withStore<SetAside[]>('aside', 'readonly', (store, give) => {
    const request = store.getAll();
    request.onsuccess = () => give(request.result);
  });
  return (all ?? [])
    .filter((text) => text.postId === postId)
    .map((text) => ({ ...text, writing: toWriting(text.writing) }))
    .sort((a, b) => b.keptAt - a.keptAt);
}

/** Discards a set-aside text permanently. */
export async function discardSetAside(id: number): Promise<void> {
  await withStore('aside', 'readwrite', (store) => store.delete(id));
}
