import type { StoredDraft } from './save-state';

/** A text that the server had not acknowledged when it was written down. */
export interface LocalCopy extends StoredDraft {
  /** The page that wrote it, and which of its changes. */
  session: string;
  sequence: number;
  /** Epoch ms. */
  keptAt: number;
}

/** A text that gave way to another one, kept so that nothing is lost. */
export interface SetAside extends StoredDraft {
  id: number;
  postId: number;
  keptAt: number;
}

/** Writes the unsaved text of a post into this browser. */
export async function keepLocalCopy(postId: number, copy: LocalCopy): Promise<void> {
  await inStore('copies', 'readwrite', (store) => store.put(copy, postId));
}

/** The unsaved text of a post in this browser, or null. */
export async function findLocalCopy(postId: number): Promise<LocalCopy | null> {
  return (await inStore<LocalCopy | undefined>('copies', 'readonly', (store) => store.get(postId))) ?? null;
}

/** Removes the local copy, unless it holds anything else than this page's change `sequence`. */
export async function forgetLocalCopy(postId: number, session: string, sequence: number): Promise<void> {
  const copy = await findLocalCopy(postId);
  if (copy?.session !== session || copy.sequence > sequence) return;
  await inStore('copies', 'readwrite', (store) => store.delete(postId));
}

/** Puts a text aside before another one takes its place. */
export async function setAside(postId: number, draft: StoredDraft): Promise<void> {
  const { version, writing } = draft;
  await inStore('aside', 'readwrite', (store) => store.add({ postId, version, writing, keptAt: Date.now() }));
}

/** The texts of a post put aside in this browser, newest first. */
export async function listSetAside(postId: number): Promise<SetAside[]> {
  const all = await inStore<SetAside[]>('aside', 'readonly', (store) => store.getAll());
  return all.filter((text) => text.postId === postId).sort((a, b) => b.keptAt - a.keptAt);
}

/** Throws a text put aside away, for good. */
export async function discardSetAside(id: number): Promise<void> {
  await inStore('aside', 'readwrite', (store) => store.delete(id));
}

/** Moves the local copy to the texts put aside, so that the next one cannot overwrite it. */
export async function setLocalCopyAside(postId: number, copy: LocalCopy): Promise<void> {
  await setAside(postId, copy);
  await forgetLocalCopy(postId, copy.session, copy.sequence);
}

function inStore<T>(
  name: 'copies' | 'aside',
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest,
): Promise<T> {
  return openStore().then(
    (database) =>
      new Promise<T>((resolve, reject) => {
        const transaction = database.transaction(name, mode, { durability: 'strict' });
        const request = work(transaction.objectStore(name));
        transaction.oncomplete = () => resolve(request.result as T);
        transaction.onerror = () => reject(transaction.error);
        transaction.onabort = () => reject(transaction.error);
      }),
  );
}

let opened: Promise<IDBDatabase> | undefined;

function openStore(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('broadside-drafts', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('copies');
      request.result.createObjectStore('aside', { keyPath: 'id', autoIncrement: true });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opened;
}
