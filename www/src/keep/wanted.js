// Whether the reader asked for comparisons to be kept on this device.

/** @import { Page } from '../page.js' */

/** Where that is noted. */
const WANTED_KEY = 'variorum-library';

/**
 * @param {Page | null} page
 * @returns {boolean} never without a page of one's own
 */
export function isWanted(page) {
  try {
    return page?.device.getItem(WANTED_KEY) === 'yes';
  } catch {
    return false;
  }
}

/**
 * @param {boolean} isWanted
 * @param {Page} page
 * @throws where the browser forbids storage
 */
export function want(isWanted, page) {
  if (isWanted) page.device.setItem(WANTED_KEY, 'yes');
  else page.device.removeItem(WANTED_KEY);
}
