/**
 * What a document of its own lends to the comparer that fills it.
 *
 * A comparer that stands on a page among other things is lent nothing: it keeps nothing, leaves the address alone, and
 * hears only what is typed, pasted and dropped into it. One that is lent a page keeps its view in the fragment of the
 * address, and listens to, scrolls and prints the whole document.
 *
 * @typedef {object} Page
 * @property {Storage} tab for what is forgotten with the tab; getting it throws where storage is forbidden
 * @property {Storage} device for what is kept on this device; the same
 */

/** @type {Page} */
export const page = {
  get tab() {
    return sessionStorage;
  },
  get device() {
    return localStorage;
  },
};
