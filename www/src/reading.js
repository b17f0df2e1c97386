/** @import { VariorumComparer } from './variorum-comparer.js' */

import { Address } from './address.js';
import { FactsOf } from './article-facts.js';
import { Finder } from './finder.js';
import { Keys } from './keys.js';
import { Walker } from './walker.js';
import { WordDiffs } from './word-diffs.js';

/** What reading a report takes besides a view. It comes with the first of them: a first visit begins with pasting. */
export class Reading {
  /** @param {VariorumComparer} host */
  constructor(host) {
    this.walker = new Walker(host);
    this.finder = new Finder(host);
    this.diffs = new WordDiffs(host);
    this.facts = new FactsOf(host);
    this.keys = new Keys(host);
    this.address = new Address(host);
  }
}
