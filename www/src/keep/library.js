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

/**
 * How long, in milliseconds, the browser may take to answer. It does so within a few of them, unless another tab holds the
 * database back or its disk does: then there is no answer at all, and that has to be said.
 */
const PATIENCE_MS = 5000;

/** On this channel tabs tell each other which comparison they have changed. */
const CHANNEL = 'variorum-library';

export class Library {
  /** @type {Promise<IDBDatabase> | null} */
  #database = null;
  #channel = new BroadcastChannel(CHANNEL);

  /** @param {(key: string) => void} onChange called when another tab has changed a comparison */
  constructor(onChange) {
    this.#channel.onmessage = ({ data }) => {
      if (typeof data === 'string') onChange(data);
    };
  }

  close() {
    this.#channel.close();
  }

  /** @returns {Promise<Kept[]>} the newest first */
  async list() {
    const all = await this.#run('readonly', (store) => store.getAll());
    // Other pages of this address may have written here as well.
    return all.filter(isKept).sort((left, right) => right.changed - left.changed);
  }

  /**
   * Keeps a comparison, unless another tab has changed it since: two tabs that have it open do not write over each
   * other.
   *
   * @param {Kept} kept
   * @param {number} seen when the copy was changed that this one goes back to; 0 for none
   * @returns {Promise<number | null>} when the copy now in the library was changed; null when it is another tab's
   */
  async put(kept, seen) {
    /** @type {number | null} */
    let changed = kept.changed;
    await this.#run('readwrite', (store) => {
      const request = store.get(kept.key);
      request.onsuccess = () => {
        /** @type {Kept | undefined} */
        const there = request.result;
        // A reload says again what is there already.
        if (there && JSON.stringify(there.saved) === JSON.stringify(kept.saved)) changed = there.changed;
        else if (there && there.changed !== seen) changed = null;
        else store.put(kept);
      };
      return request;
    });
    if (changed === kept.changed) this.#channel.postMessage(kept.key);
    return changed;
  }

  /** @param {string} key */
  async remove(key) {
    await this.#run('readwrite', (store) => store.delete(key));
  }

  /** Forgets every comparison. */
  async wipe() {
    (await this.#database)?.close();
    this.#database = null;
    await settled(indexedDB.deleteDatabase(DATABASE));
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
    await inTime((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    }).catch((error) => {
      // What was said not to be kept is not to be there all the same a little later.
      if (error?.name === 'TimeoutError') transaction.abort();
      throw error;
    });
    return request.result;
  }

  async #open() {
    const forget = () => {
      this.#database = null;
    };
    try {
      const request = indexedDB.open(DATABASE, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'key' });
      const database = await settled(request).catch((error) => {
        // One that comes too late is of no use any more, and would hold up other tabs.
        request.onsuccess = () => request.result.close();
        throw error;
      });
      // Another tab wipes the library, or the browser takes the database away.
      database.onversionchange = () => {
        database.close();
        forget();
      };
      database.onclose = forget;
      return database;
    } catch (error) {
      // What was refused once may be allowed later.
      forget();
      throw error;
    }
  }
}

/**
 * @param {any} given
 * @returns {given is Kept}
 */
function isKept(given) {
  const { key, name, changed, saved } = given;
  return typeof key === 'string' && typeof name === 'string' && Number.isFinite(changed) && saved?.format === 'variorum-comparison';
}

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
function settled(request) {
  return inTime((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * @template T
 * @param {(resolve: (value: T) => void, reject: (reason: unknown) => void) => void} begin
 * @returns {Promise<T>} rejected when nothing has come of it after a while
 */
async function inTime(begin) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  try {
    return await new Promise((resolve, reject) => {
      waiting = setTimeout(() => reject(new DOMException('the database gives no answer', 'TimeoutError')), PATIENCE_MS);
      begin(resolve, reject);
    });
  } finally {
    clearTimeout(waiting);
  }
}
