// What is said by the views that are fetched later, in British English.

/** @import { Precision } from '../../../pkg/web/variorum.js' */
/** @import { ShortcutName } from '../keys.js' */
/** @import { When } from '../moments.js' */
/** @import { Order } from '../views/index.js' */

import { en, LOCALE, number, sentenceCase, several } from './en.js';
import { moment, weekday } from './dates.js';
import { doors } from './en-doors.js';

export const later = {
  doors,
  receipt: {
    read: 'How the words were read',
    /**
     * @param {string} words
     * @param {string} norm
     * @param {Precision} precision
     */
    readAs: (words, norm, precision) => `${words} as ${norm}${precision === 'exact' ? '' : `, ${precision}`}`,
    rules: 'Rules applied',
    /**
     * @param {string} left
     * @param {string} right
     * @param {number} points
     */
    link: (left, right, points) => `${left} and ${right} were taken to be about the same thing (${points} points):`,
    /** @param {number} points */
    points: (points) => `${points > 0 ? '+' : '−'}${Math.abs(points)}`,
    /**
     * @param {string} siglum
     * @param {string} words
     */
    reading: (siglum, words) => `${siglum} “${words}”`,
    /** @param {string} engine */
    engine: (engine) => `Marked by ${engine}, by fixed rules.`,
    /** @type {Record<string, string>} the engine's rules; one that is not here is shown by its own name */
    ruleNames: {
      'same-slot': 'The phrases are about the same thing, as far as the words around them tell.',
      'values-exclude-each-other': 'What they say leaves nothing that would fit them all.',
      'each-article-names-both-speakers': 'The articles give the same versions and agree on who says which.',
      'values-overlap': 'One is vaguer than the other, and something fits them both.',
      'values-are-equal': 'What they say comes to the same.',
      'one-article': 'Both stand in one article.',
    },
    /** @type {Record<string, string>} what spoke for comparing two phrases, or against it */
    partNames: {
      head: 'what is counted or measured',
      'only-one': 'no other figure of its kind near by',
      modifiers: 'what it is said to be like',
      size: 'how large the values are',
      name: 'the name beside it',
      role: 'the office or part that is named',
      when: 'when it is said to be',
      parallel: 'the same place in nearly the same sentence',
      predicate: 'what is said to happen to it',
      anchors: 'names and words that both sentences share',
      near: 'words that stand near these two alone',
      sentence: 'how alike the sentences are',
      scope: 'place, day or part of the whole',
      opening: 'both stand in the headline or the opening',
      value: 'how near the values are',
    },
  },

  filters: {
    /** @param {number} count of those that leave something out */
    folded: (count) => (count > 0 ? `Filters · ${count} on` : 'Filters'),
  },

  review: {
    label: 'What you make of it',
    note: 'Your note',
    sameness: 'The same thing, or not?',
    /**
     * @param {string} left
     * @param {string} right
     */
    and: (left, right) => `${left} and ${right}`,
    part: 'Not the same thing',
    join: 'Same thing as …',
    /** @param {number} count */
    rules: (count) => `${sentenceCase(several(count, 'thing'))} you said`,
    /**
     * @param {boolean} isSame
     * @param {string} left
     * @param {string} right
     */
    rule: (isSame, left, right) => `${left} and ${right}: ${isSame ? 'the same thing' : 'not the same thing'}`,
    oneEvent: 'All articles: about one event',
    joinEvents: 'Compare them as one event',
    takeBack: 'Take back',
  },

  help: {
    title: 'Keys',
    close: 'Close',
    areOn: 'Single keys are on',
    where: 'They work wherever nothing is being typed.',
    /** @type {Record<string, string>} */
    keys: { Escape: 'Esc' },
    /** @type {Record<ShortcutName, string>} */
    names: {
      next: 'Next finding',
      previous: 'Finding before',
      nextArticle: 'Next article',
      previousArticle: 'Article before',
      view: 'A view, in the order of the tabs',
      find: 'Find in the facts, and the other filters',
      open: 'Mark the chosen finding as to check',
      checked: 'Mark it as checked',
      dismissed: 'Mark it as dismissed',
      close: 'Let go of what is chosen',
      help: 'These keys',
    },
  },

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
    more: (count) => `Show ${count.toLocaleString(LOCALE)} more`,
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
    /**
     * @param {'left' | 'right'} side
     * @returns {string}
     */
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
    day: (from, to) => (from === to ? weekday(from, LOCALE) : `${weekday(from, LOCALE)} to ${weekday(to, LOCALE)}`),
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

  share: {
    class: 'For class',
    lesson: 'Make a lesson',
    lessonHelp: 'Exercises from these articles: for your students to do as a link, or as one file, without an account.',
    opened: 'The comparison from the link was opened in place of your articles.',
    damaged: 'This link does not hold a comparison that can be read: a part of it may be missing.',
    newer: 'This link was made by a newer version of this page. Reload the page and try again.',
    keptOpened: 'A kept comparison was opened in place of your articles.',
    title: 'Share and keep',
    close: 'Close',
    nothing: 'There is nothing to share yet: paste an article first.',
    what: 'What to hand on',
    whole: 'The articles with their findings',
    wholeHelp: 'Whoever gets it can read and compare as you do.',
    digest: 'Findings and short quotes only',
    digestHelp: 'For texts that you may not pass on whole.',
    link: 'Link',
    linkHelp: 'All of it travels in the link itself, behind the #, which browsers send to no server.',
    copy: 'Copy link',
    embed: 'Copy embed code',
    embedHelp: 'Code for a page of your own: a table that reads anywhere, and the comparison in its place where scripts run.',
    embedCopied: 'Copied: paste it into the HTML of your page.',
    /** @param {number} length */
    copied: (length) => `Copied: a link of ${length.toLocaleString(LOCALE)} characters.`,
    notCopied: 'This browser did not let the page copy. Save a file instead.',
    /**
     * @param {number} length
     * @param {number} limit
     * @param {boolean} isWhole
     */
    tooLong: (length, limit, isWhole) =>
      `Too long for a link: ${length.toLocaleString(LOCALE)} characters, where ${limit.toLocaleString(LOCALE)} are safe to send. Save a file instead${isWhole ? ', or choose findings and short quotes only' : ''}.`,
    file: 'File',
    filtered: 'Only what the filters show',
    /**
     * @param {number} shown
     * @param {number} all
     */
    filteredHelp: (shown, all) => `${shown} of ${all} facts; the link and JSON hold all of them`,
    forms: {
      page: { name: 'Web page', help: 'One file that opens anywhere, also without a network' },
      json: { name: 'JSON', help: 'The report as data; can be opened here again' },
      markdown: { name: 'Markdown', help: 'The fact table for notes and wikis' },
      csv: { name: 'CSV', help: 'The fact table for a spreadsheet' },
      annotations: { name: 'Web annotations', help: 'Every mark for annotation tools (W3C, JSON-LD)' },
      claims: { name: 'Claims', help: 'What each article says, for other programs (schema.org, JSON-LD)' },
    },
    print: 'Print or PDF',
    printHelp: 'The view that is open, with its notes',
    saved: 'Saved.',
  },

  library: {
    /** @param {number} time milliseconds since 1970 */
    changed: (time) => moment(time, LOCALE),
    elsewhere: 'This comparison was changed in another tab as well. Both are kept: what you do here from now on goes by itself.',
    title: 'On this device',
    keep: 'Keep my comparisons in this browser',
    promise: 'Otherwise all is forgotten when you close the tab. Nothing is sent anywhere either way.',
    keptHere: 'Kept in this browser alone, until you remove them.',
    empty: 'None kept yet.',
    remove: 'Remove',
    /** @param {string} name */
    removeNamed: (name) => `Remove ${name}`,
    removed: 'Removed.',
    wipe: 'Forget everything',
    on: 'From now on comparisons are kept in this browser.',
    wiped: 'All kept comparisons were forgotten.',
    refused: 'This browser does not let the page keep anything.',
    failed: 'This comparison could not be kept in this browser: its storage is full, forbidden, or gives no answer. Save it as a file instead.',
  },

  exports: {
    /** @param {number} articles */
    title: (articles) => (articles === 1 ? 'Facts of one report' : `Where ${number(articles)} reports differ`),
    relation: 'Relation',
    kind: 'Kind',
    severity: 'Severity',
    note: 'Note',
    dismissed: 'Dismissed',
    reasons: 'Remarks',
    /** @param {string} engine */
    madeBy: (engine) => `Made with ${engine}.`,
  },
};
