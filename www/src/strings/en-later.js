// What is said by the views that are fetched later, in British English.

/** @import { When } from '../moments.js' */
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

  wording: {
    alone: 'A second version is needed: paste it beside the first.',
    from: 'From',
    to: 'To',
    swap: 'Swap',
    /** @param {number} share */
    common: (share) => `${share} % of the shorter text stands in both.`,
    apart: 'These are hardly two versions of one text. For two reports of one event there is',
    sample: 'words',
    went: 'only in the first',
    came: 'only in the second',
    moved: 'in both, at another place',
    /** @param {'left' | 'right'} side */
    tied: (side) => (side === 'left' ? 'moved to' : 'moved from'),
    /**
     * @param {'left' | 'right'} side
     * @param {number} move
     */
    tie: (side, move) => (side === 'left' ? `Move ${move}: go to where it came` : `Move ${move}: go to where it was`),
  },

  speakers: {
    statement: 'What is said',
    empty: 'No one is named for what is shown.',
    quote: 'Quoted in one article only',
    /** @param {string} name */
    name: (name) => sentenceCase(name),
    /** @param {string[]} names */
    also: (names) => `also ${names.map((name) => `“${name}”`).join(', ')}`,
  },

  timeline: {
    when: 'When',
    empty: 'The articles give no times to show.',
    hours: 'Hours without a day',
    unplaced: 'Times counted from others, or without a year',
    /**
     * @param {string} from first day, as far as it is known: 2025, 2025-06 or 2025-06-03
     * @param {string} to last day
     */
    day: (from, to) => (from === to ? day(from) : `${day(from)} to ${day(to)}`),
    /**
     * @param {When} when
     * @param {boolean} isOpen whether it may be either of two
     */
    hour({ bound, isLoose, from, clock }, isOpen) {
      const hours = clock.replace('/', ' to ').replace('|', ' or ');
      const missing = bound || isLoose ? 'then' : from.length === 10 ? 'hour not given' : '';
      const words = sentenceCase([bound, isLoose ? 'about' : '', hours || missing].filter(Boolean).join(' '));
      return isOpen && !clock ? `${words}, or another day` : words;
    },
  },
};

/**
 * @param {string} iso 2025, 2025-06 or 2025-06-03
 */
function day(iso) {
  const [year, month, date] = iso.split('-').map(Number);
  if (!month) return String(year);
  return new Date(Date.UTC(year, month - 1, date || 1)).toLocaleDateString('en-GB', {
    ...(date && { weekday: 'long', day: 'numeric' }),
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}
