/**
 * Object stores in this browser. `lines`: unsaved texts, by post and edit session. `aside`: set-aside texts.
 * `histories`: what undo needs after a reload.
 */
type StoreName = 'lines' | 'aside' | 'histories';

/**
 * Runs `work` in one transaction and resolves when it is on disk (`durability: 'strict'`).
 * @throws when this browser has no store, or none that can be written.
 * @see https://w3c.github.io/IndexedDB/#transaction-durability-hint
 */
export async function withStore<T>(
  name: StoreName,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore, give: (value: T) => void) => void,
): Promise<T | undefined> {
  const database = await openStore();
  return new Promise((resolve, reject) => {
    let given: T | undefined;
    const transaction = database.transaction(name, mode, { durability: 'strict' });
    transaction.oncomplete = () => resolve(given);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error ?? new Error('The browser ended the transaction.'));
    work(transaction.objectStore(name), (value) => {
      given = value;
    });
  });
}

let opened: Promise<IDBDatabase> | undefined;

/** Opens the store once; after a failure, or when the browser closed it, the next call tries again. */
function openStore(): Promise<IDBDatabase> {
  opened ??= open().catch((error) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('broadside-drafts', 2);
    request.onupgradeneeded = ({ oldVersion }) => upgrade(request, oldVersion);
    request.onblocked = () => reject(new Error('Another tab holds an older store.'));
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const database = request.result;
      const letGo = () => {
        opened = undefined;
      };
      database.onclose = letGo;
      database.onversionchange = () => {
        database.close();
        letGo();
      };
      resolve(database);
    };
  });
}

/** Upgrades the store. Version 1 held one copy per post; it moves to the set-aside texts. */
function upgrade({ result: database, transaction }: IDBOpenDBRequest, oldVersion: number): void {
  database.createObjectStore('lines', { keyPath: ['postId', 'line'] });
  database.createObjectStore('histories', { keyPath: 'postId' });
  if (oldVersion === 0) {
    database.createObjectStore('aside', { keyPath: 'id', autoIncrement: true });
    return;
  }
  const copies = transaction?.objectStore('copies').openCursor();
  if (!copies) return;
  copies.onsuccess = () => {
    const cursor = copies.result;
    if (!cursor) {
      database.deleteObjectStore('copies');
      return;
    }
    const { version, writing, keptAt } = cursor.value;
    transaction?.objectStore('aside').add({ postId: cursor.key, version, writing, keptAt });
    cursor.continue();
  };
}
