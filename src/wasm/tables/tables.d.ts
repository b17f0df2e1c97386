/**
 * Fetches the word lists and the list of places from beside this module and hands them to the engine.
 *
 * @param started settled once the engine runs (the promise of `init`); the files are fetched meanwhile
 * @returns rejected with words when a file is missing or belongs to another version
 */
export function loadTables(started?: Promise<unknown>): Promise<void>;
