// Whether the reader asked for comparisons to be kept on this device.

/** Where that is noted. */
const WANTED_KEY = 'variorum-library';

export function isWanted() {
  try {
    return localStorage.getItem(WANTED_KEY) === 'yes';
  } catch {
    return false;
  }
}

/**
 * @param {boolean} isWanted
 * @throws where the browser forbids storage
 */
export function want(isWanted) {
  if (isWanted) localStorage.setItem(WANTED_KEY, 'yes');
  else localStorage.removeItem(WANTED_KEY);
}
