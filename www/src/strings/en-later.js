// What is said by the views that are fetched later, in British English.

/** @import { Order } from '../rows.js' */

import { en, sentenceCase, several } from './en.js';

export const later = {
  table: {
    caption: 'What each article says, the weightiest difference first',
    readings: 'Readings',
    scroll: 'Fact table, scrolls sideways',
    empty: 'No facts to show: choose more of the filters above.',
    only: 'Only in one article',
    order: 'Order',
    /** @type {Record<Order, string>} */
    orders: { severity: 'by weight', place: 'as the story goes', kind: 'by kind', relation: 'by relation' },
    /**
     * @param {string} group a severity, a kind or a relation
     * @returns {string} what the rows have in common
     */
    group: (group) =>
      sentenceCase(
        group === 'all'
          ? 'all differences'
          : group === 'same'
            ? 'the same in every article that tells it'
            : ({ ...en.severities, ...en.kinds, ...en.layers }[group] ?? group),
      ),
    /** @param {number} count */
    more: (count) => `Show ${count.toLocaleString('en-GB')} more`,
    /** @param {number} count */
    facts: (count) => several(count, 'fact'),
  },

  columns: {
    choose: 'Columns',
    wordwise: 'Set off words that differ',
    /**
     * @param {string} siglum
     * @param {string} place
     */
    elsewhere: (siglum, place) => `also in ${siglum}${place ? `, ${place}` : ''}`,
  },
};
