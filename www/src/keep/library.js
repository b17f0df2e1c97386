// Comparisons kept on this device, in the browser's own database, for those who ask for it. Nothing is kept before
// they do, and one call forgets it all.

/** @import { Saved } from './saved.js' */

/**
 * A kept comparison.
 *
 * @typedef {object} Kept
 * @property {string} key
 * @property {string} name
 * @property {number} changed milliseconds since 1970
 * @property {Saved} saved
 */

const DATABASE = 'variorum';
const STORE = 'comparisons';

/** Where it is noted that comparisons are to be kept. */
const WANTED_KEY = 'variorum-library';

export class Library {
  /** @type {Promise<IDBDatabase> | null} */
  #database = null;

  /** Whether the reader asked for comparisons to be kept on this device. */
  get isWanted() {
    try {
      return localStorage.getItem(WANTED_KEY) === 'yes';
    } catch {
      return false;
    }
  }

  /**
   * @returns {boolean} whether this browser allows it
   */
  want() {
    try {
      localStorage.setItem(WANTED_KEY, 'yes');
      return 'indexedDB' in globalThis;
    } catch {
      return false;
    }
  }

  /** @returns {Promise<Kept[]>} the newest first */
  async list() {
    const all = await this.#run('readonly', (store) => store.getAll());
    return /** @type {Kept[]} */ (all).sort((left, right) => right.changed - left.changed);
  }

  /** @param {Kept} kept */
  async put(kept) {
    await this.#run('readwrite', (store) => store.put(kept));
  }

  /** @param {string} key */
  async remove(key) {
    await this.#run('readwrite', (store) => store.delete(key));
  }

  /** Forgets every comparison, and that any were to be kept. */
  async wipe() {
    (await this.#database)?.close();
    this.#database = null;
    await settled(indexedDB.deleteDatabase(DATABASE));
    localStorage.removeItem(WANTED_KEY);
  }

  /**
   * @template T
   * @param {IDBTransactionMode} mode
   * @param {(store: IDBObjectStore) => IDBRequest<T>} work
   * @returns {Promise<T>} settled when it is on the disk
   */
  async #run(mode, work) {
    const database = await (this.#database ??= this.#open());
    const transaction = database.transaction(STORE, mode);
    const request = work(transaction.objectStore(STORE));
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
    return request.result;
  }

  async #open() {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'key' });
    const database = await settled(request);
    const forget = () => {
      this.#database = null;
    };
    // Another tab wipes the library, or the browser takes the database away.
    database.onversionchange = () => {
      database.close();
      forget();
    };
    database.onclose = forget;
    return database;
  }
}

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
