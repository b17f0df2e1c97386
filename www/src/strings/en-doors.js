// What is said of articles on their way in, in British English.

/** @import { Reason } from '../doors/page-blocks.js' */

import { list, number, sentenceCase, several } from './en.js';

export const doors = {
  drop: 'Drop the files to add them as articles',
  /** @param {string} name */
  reading: (name) => `Reading ${name} …`,
  /** @param {number} count */
  added: (count) => `${sentenceCase(several(count, 'article'))} added.`,
  opened: 'The comparison from the file was opened in place of your articles.',
  /** @param {number} count */
  marked: (count) => `${sentenceCase(several(count, 'mark'))} from the file shown in place of what was found.`,
  /** @param {number} count */
  unplaced: (count) => `has ${several(count, 'mark')} that could not be shown: no article here has the words, or not all that belong together.`,
  /** @param {number} count */
  wasSplit: (count) => `Split into ${number(count)} articles.`,
  /** @param {number} count passages that were left out */
  pasted: (count) => (count === 0 ? 'Pasted.' : `Pasted. ${sentenceCase(several(count, 'passage'))} of the page left out.`),
  /**
   * @param {number} count
   * @param {number} limit
   */
  refused: (count, limit) => `${limit} are as many as can be compared at once, so ${several(count, 'article')} could not be added.`,
  dismiss: 'Close',
  /** @param {number} count */
  several: (count) => `This looks like ${number(count)} articles in one box.`,
  /** @param {number} count */
  split: (count) => `Split into ${number(count)} boxes`,
  keepWhole: 'Keep as one article',
  /** @param {number} count */
  leftOut: (count) => `${sentenceCase(several(count, 'passage'))} of the page left out`,
  /** @param {Reason[]} reasons */
  reasons: (reasons) => list(reasons.map((reason) => doors.reason[reason])),
  putBack: 'Put back',
  putAllBack: 'Put all back',
  /** @type {Record<Reason, string>} */
  reason: {
    navigation: 'navigation',
    advertisement: 'advertising',
    caption: 'caption',
    related: 'related links',
    newsletter: 'newsletter',
    comments: 'comments',
    sharing: 'sharing',
    controls: 'form or button',
    hidden: 'hidden text',
    aside: 'sidebar',
    around: 'around the article',
  },
  /** Each says what is wrong with a file, and what may help. */
  errors: {
    empty: 'is empty.',
    large: 'is over 50 MB. Open it, copy the report and paste it here.',
    long: 'holds more text than one article can have (2 MB). Paste the part that is the report.',
    unfetched: 'could not be read: the part of this page that reads such files is not here yet. Is the network off?',
    unreadable: 'could not be opened. Was it moved, or is it a folder? Drop the files themselves.',
    wordless: 'has no words in it.',
    notText: 'is no text that can be read here. Text, Markdown, web pages, Word, OpenDocument, PDF and JSON files can.',
    locked: 'is protected by a password. Open it where you have the password, copy the report and paste it here.',
    damaged: 'is damaged and cannot be read. Try to open it elsewhere, and paste the report here.',
    scanned: 'has pictures of pages and no text in it. A program that recognises text can make one.',
    archive: 'is an archive that is no Word or OpenDocument text. Unpack it and drop the files in it.',
    oldWord: 'is in the Word format of before 2007. Save it as .docx, or paste the report here.',
    rtf: 'is in Rich Text Format. Save it as .docx or .txt, or paste the report here.',
    brokenJson: 'is not valid JSON.',
    brokenFeed: 'is not well-formed XML. Fetch the feed anew, or paste the report here.',
    entities: 'declares entities of its own, which are never opened here. Save it without its document type, or paste the report here.',
    foreignJson: 'is JSON without articles in it: a list of objects with “text” is wanted, a saved comparison, or JSON-LD.',
    reportOnly: 'holds findings without the articles’ texts. Save the comparison with its texts to open it here.',
    newer: 'was saved by a newer version of this page. Reload the page and try again.',
    unmarked: 'holds marks in articles, and none of their words stand in the articles here. Bring in those that it was made of, then this file once more.',
    unpaged: 'names pages of annotations that are elsewhere, where nothing is fetched. Open the pages themselves.',
    crowded: 'holds more than 20,000 annotations. Split it.',
  },
};
