/** @import { Request } from '../../../pkg/web/variorum.js' */

/**
 * A comparison of the project's own: invented reports of an invented event.
 *
 * @typedef {object} Example
 * @property {string} id
 * @property {string} title
 * @property {number} articles
 * @property {() => Promise<Request>} load
 */

/** @type {readonly Example[]} */
export const EXAMPLES = [
  {
    id: 'ferry',
    title: 'A ferry runs aground in the fog',
    articles: 2,
    load: async () => (await import('./ferry.json')).default,
  },
  {
    id: 'cannery',
    title: 'Fire at a cannery, and who was inside',
    articles: 3,
    load: async () => (await import('./cannery.json')).default,
  },
  {
    id: 'levee',
    title: 'A council votes on its flood wall',
    articles: 4,
    load: async () => (await import('./levee.json')).default,
  },
];
