// All that the page says, in British English. `src/strings/index.js` chooses between languages.

/** @import { Stretch } from './topics.js' */
/** @import { Certainty, Finding, Kind, Note, Part, Relation, Report, Severity } from '../../../pkg/web/variorum.js' */
/** @import { Failure } from '../comparison.js' */
/** @import { Layer } from '../relations.js' */
/** @import { Status } from '../reviews.js' */

import { date } from './dates.js';

export const LOCALE = 'en-GB';

/** How many conflicts the opening sentence names; more would be a list, and the notes are one already. */
const NAMED_LABELS = 3;

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** @param {number} count */
export const number = (count) => WORDS[count] ?? count.toLocaleString(LOCALE);

/** @param {string} words */
export const sentenceCase = (words) => words.charAt(0).toLocaleUpperCase(LOCALE) + words.slice(1);

/**
 * @param {number} count
 * @param {string} one
 * @param {string} [many]
 */
export const several = (count, one, many = `${one}s`) => `${number(count)} ${count === 1 ? one : many}`;

/** @param {readonly string[]} items */
export const list = (items) => new Intl.ListFormat(LOCALE, { type: 'conjunction' }).format(items);

/**
 * What the page's opening sentence is made from.
 *
 * @typedef {object} Overview
 * @property {Record<Layer, number>} counts
 * @property {string[]} conflicts labels of the findings that are conflicts, the weightiest first
 * @property {string[]} contested labels of those that the reports themselves dispute
 * @property {string[][]} stories the articles' letters by event
 * @property {number} articles how many were compared
 */

export const en = {
  language: 'en',
  /** What the views say that a first visit does without. */
  later: async () => (await import('./en-later.js')).later,
  name: 'Variorum',

  nav: {
    label: 'Views',
    input: 'Your articles',
    article: 'Article',
    table: 'Fact table',
    columns: 'Side by side',
    wording: 'Wording',
    speakers: 'Who says what',
    timeline: 'Timeline',
    keys: 'Keys',
  },

  /** @type {Record<Layer, string>} */
  layers: {
    conflict: 'Conflict',
    contested: 'Disputed in the reports',
    compatible: 'Both possible',
    same: 'Same',
    only: 'Only in one article',
  },

  /** @type {Record<Layer, string>} */
  layerHelp: {
    conflict: 'They cannot all be the right account of the same thing',
    contested: 'The reports themselves give several versions and agree on who says what',
    compatible: 'One is vaguer than the other, and both can be right',
    same: 'They say the same, however worded',
    only: 'What no other article of the same event tells',
  },

  filters: {
    label: 'Show',
    legend: 'What the lines and signs mean',
    narrow: 'Narrow down',
    find: 'Find in the facts',
    kind: 'Kind of fact',
    allKinds: 'All kinds',
    severity: 'Weight',
    allSeverities: 'All weights',
    of: 'What this article says',
    anyArticle: 'Any article',
    and: 'And this one',
    anyOther: 'Any other',
    status: 'Reviewed',
    anyStatus: 'Reviewed or not',
    notReviewed: 'not yet',
    clear: 'Show all again',
    /**
     * @param {number} count
     * @param {number} all
     */
    some: (count, all) => `${count} of ${all} facts are listed; the filters leave out the others.`,
    /** @param {number} count */
    shown: (count) => `${sentenceCase(several(count, 'fact'))} shown`,
  },

  /** @type {Record<Kind, string>} */
  kinds: {
    count: 'How many',
    money: 'Sums of money',
    percent: 'Shares and rates',
    measure: 'Measures and ages',
    time: 'Dates and times',
    place: 'Places',
    person: 'People',
    organisation: 'Organisations',
    quote: 'Quotes',
    attribution: 'Who says so',
    certainty: 'How sure',
    polarity: 'Whether it is so',
    other: 'Other particulars',
  },

  /** @type {Record<Severity, string>} */
  severities: { correct: 'needs a check', refile: 'small', style: 'wording' },

  intro: {
    title: 'Where do the reports differ?',
    text:
      'Paste two or more reports of one event. Variorum lays them beside each other and marks every figure, date, place, name and quote on which they differ: who says so, and what only one of them tells. It compares; it does not say who is right.',
    privacy: 'Nothing you paste leaves this page: the comparing is done in your browser, and nothing is kept when you close the tab.',
    examples: 'Or read an example',
    /** @param {number} count */
    exampleSize: (count) => `${sentenceCase(number(count))} reports`,
    fictional: 'The examples are invented, as are their people, places and papers.',
  },

  input: {
    label: 'Your articles',
    /** @param {string | null} siglum */
    article: (siglum) => (siglum ? `Article ${siglum}` : 'Empty box'),
    /** @param {string | null} siglum */
    text: (siglum) => (siglum ? `Text of article ${siglum}` : 'Text'),
    textHint: 'Paste a report here, headline and all',
    title: 'Headline',
    outlet: 'Outlet',
    published: 'Published',
    url: 'Address',
    openFiles: 'Open files',
    dropHint: 'or drop them anywhere: text, web pages, Word, PDF, JSON',
    drag: 'Drag to put it elsewhere',
    inText: 'as in the text',
    /** @param {string} date */
    foundDate: (date) => `In the text: ${date}`,
    add: 'Add article',
    /** @param {number} limit */
    full: (limit) => `${limit} articles are as many as can be compared at once.`,
    up: 'Move up',
    down: 'Move down',
    remove: 'Remove',
    read: 'Read the comparison',
    readOne: 'Read the article',
    clear: 'Start afresh',
    removed: 'Article removed.',
    replaced: 'Your articles were put aside for the example.',
    cleared: 'The boxes were emptied.',
    undo: 'Undo',
    notKept: 'This browser cannot keep a copy of what you typed: a reload would lose it.',
  },

  overview: {
    none: 'Nothing to compare yet.',
    /**
     * @param {string[]} conflicts in which the one article differs from itself
     * @returns {{ lead: string, rest: string }}
     */
    alone(conflicts) {
      const rest = 'One article so far. Paste another report of the same event to see where they differ.';
      if (conflicts.length === 0) return { lead: '', rest };
      return {
        lead: `${sentenceCase(several(conflicts.length, 'conflict'))}.`,
        rest: `Where the article differs from itself: ${named(conflicts)}. ${rest}`,
      };
    },
    /**
     * The weightiest first: `lead` is set off, `rest` follows.
     *
     * @param {Overview} overview
     * @returns {{ lead: string, rest: string }}
     */
    sentence({ counts, conflicts, contested, stories, articles }) {
      if (stories.length > 1) {
        const events = stories.map(
          (names, index) => `${list(names)} ${names.length === 1 ? 'is' : 'are'} about ${index === 0 ? 'one' : 'another'}`,
        );
        const within =
          conflicts.length > 0
            ? `${sentenceCase(several(conflicts.length, 'conflict'))} within one event: ${named(conflicts)}.`
            : 'No conflict found within one event.';
        return { lead: 'These are about different events.', rest: `${events.join('; ')}. ${within}` };
      }
      if (conflicts.length > 0) {
        return {
          lead: `${sentenceCase(several(conflicts.length, 'conflict'))}.`,
          rest: `Where the articles differ: ${named(conflicts)}.`,
        };
      }
      if (contested.length > 0) {
        return {
          lead: 'No conflict found.',
          rest: `Disputed in the reports themselves: ${named(contested)}.`,
        };
      }
      if (counts.compatible + counts.same > 0) {
        return {
          lead: 'No conflict found.',
          rest: `Where the ${articles === 2 ? 'two' : number(articles)} articles can be compared they say the same, or both can be right.`,
        };
      }
      return { lead: 'Nothing found to compare.', rest: 'The articles share no figure, date, name or quote on the same point.' };
    },
  },

  article: {
    articles: 'Articles',
    /** @param {string} name */
    read: (name) => `Read ${name}`,
    /** @param {string} siglum */
    unnamed: (siglum) => `Article ${siglum}`,
    /**
     * @param {string} siglum
     * @param {string} name
     */
    lettered: (siglum, name) => (name === `Article ${siglum}` ? name : `${siglum} · ${name}`),
    /** @param {number} count */
    notes: (count) => `${sentenceCase(several(count, 'note'))} on how this text was read`,
    only: 'only in this article',
    copy: 'Shared copy',
    /**
     * @param {string[]} sigla
     * @param {boolean} isMoved
     */
    copiedFrom: (sigla, isMoved) => `word for word in ${list(sigla)}${isMoved ? ', at another place' : ''}`,
    /** @param {string} name */
    strip: (name) => `Marks in ${name}`,
    /**
     * @param {number} at
     * @param {number} of
     * @param {string} label
     * @param {Relation} relation
     */
    stripAt: (at, of, label, relation) => `${at} of ${of}: ${label}, ${en.layers[relation].toLowerCase()}`,
    /**
     * @param {string} words
     * @param {Relation} relation
     * @param {number | null} noteNumber
     */
    mark: (words, relation, noteNumber) =>
      `${words}, ${en.layers[relation].toLowerCase()}${noteNumber === null ? '' : `, note ${noteNumber}`}`,
  },

  /** @type {Partial<Record<Part, string>>} */
  parts: { headline: 'headline', dek: 'summary', caption: 'caption', note: 'correction note' },

  notes: {
    label: 'What the others say',
    empty: 'Choose a marked phrase to see what the other articles say.',
    absentHere: 'Not marked in this article',
    /**
     * @param {number} at
     * @param {number} of
     */
    position: (at, of) => `${at} of ${of}`,
    notMentioned: 'not mentioned',
    notCompared: 'nothing that could be compared',
    nobody: 'no one named',
    /** @param {string} siglum */
    sameAs: (siglum) => `same as ${siglum}`,
    /**
     * @param {string} article
     * @param {string} words
     */
    open: (article, words) => `${words}: show it in ${article}`,
    /** @type {Partial<Record<Certainty, string>>} */
    certainty: { hedged: 'said to be likely or possible', unknown: 'said to be not known', denied: 'denied' },
    reason: 'Both could be right:',
    noReason: 'No reason found why both could be right.',
    /** @type {Record<string, string>} remarks of the engine by code, where its own words are of another language */
    remarks: {},
    close: 'Close',
    why: 'Why this is marked',
  },

  review: {
    /** @type {Record<Status, string>} */
    statuses: { open: 'to check', checked: 'checked', dismissed: 'dismissed' },
    /** @param {Status | null} status */
    said: (status) => (status ? `Marked as ${en.review.statuses[status]}` : 'No longer marked'),
    /** @param {string} words */
    pairing: (words) => `What else is about the same thing as “${words}”? Choose a mark in another article, or select words there.`,
    useSelection: 'Use the selected words',
    notJoined: 'Nothing that can be compared was found in these words.',
  },

  table: {
    fact: 'Fact',
    otherEvent: 'about another event',
    /** @param {number} paragraph */
    paragraph: (paragraph) => `¶ ${paragraph}`,
  },

  share: {
    open: 'Share',
    digestNote: 'Findings and short quotes only: whoever made this link left the articles out.',
  },

  state: {
    comparing: 'Comparing …',
    cancel: 'Stop',
    retry: 'Compare again',
    /**
     * What the engine refuses it explains in its own words; the rest is said here.
     *
     * @param {Failure} error
     */
    error({ code, message }) {
      if (code === 'worker-lost' || code === 'trap') {
        return 'The comparing stopped unexpectedly and was started afresh. What you typed is still here.';
      }
      if (code === 'cancelled') return 'Stopped. What you typed is still here.';
      if (code === 'unknown') return `The comparing failed, and what you typed is still here. The reason given: ${message}`;
      return `${sentenceCase(message)}.`;
    },
    exampleFailed: 'The example could not be loaded: is the network off?',
    newer: 'A newer version of this page is ready. What you typed stays.',
    reload: 'Use it now',
    languageFailed: 'The language could not be loaded: is the network off?',
    viewFailed: 'This view could not be loaded: is the network off? The others still work.',
  },

  languages: 'Language',
  footer: 'Variorum compares what reports say and never rates them.',

  /**
   * @param {string} iso an ISO 8601 date or date-time
   * @returns {string} the day, in words; as given when it cannot be read
   */
  date: (iso) => date(iso, LOCALE),

  /**
   * @param {{ code: string, message: string }[]} reasons
   * @returns {string} the engine's remarks on a finding
   */
  remarks: (reasons) => reasons.map(({ code, message }) => en.notes.remarks[code] ?? message).join(' '),

  /** @param {Finding} finding */
  label: ({ label }) => sentenceCase(label),

  /**
   * @param {Finding} finding
   * @returns {Stretch[]} the same, the words of articles apart
   */
  labelled: ({ label }) => [{ words: sentenceCase(label), isTheirs: true }],

  /**
   * @param {Finding} finding
   * @param {Report} report
   * @returns {string} one sentence on a finding that stands alone
   */
  summary: ({ summary }, report) => summary,

  /**
   * @param {Note} note of the engine on how an article was read
   * @param {string} words that it is about
   */
  readingNote: ({ message }, words) => message,
};

/**
 * Labels are of any shape, so they are listed and not worked into the sentence.
 *
 * @param {readonly string[]} labels
 */
function named(labels) {
  const more = labels.length - NAMED_LABELS;
  return (more > 1 ? [...labels.slice(0, NAMED_LABELS), `${number(more)} more`] : labels).join('; ');
}
