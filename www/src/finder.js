/** @import { Outcome } from './comparison.js' */
/** @import { Filters } from './filters.js' */
/** @import { Found } from './find.js' */
/** @import { Reviews } from './reviews.js' */
/** @import { VariorumComparer } from './variorum-comparer.js' */

import { find } from './find.js';

/** Finds what a report shows through the filters, once for all that ask. */
export class Finder {
  #host;
  /** @type {{ outcome: Outcome, filters: Filters, reviews: Reviews, found: Found } | null} what was found last */
  #last = null;
  #isFiltered = false;

  /** @param {VariorumComparer} host */
  constructor(host) {
    this.#host = host;
  }

  /**
   * @param {Outcome} outcome
   * @returns {Found} what its report shows through the filters
   */
  found(outcome) {
    const { filters, reviews } = this.#host;
    const last = this.#last;
    if (last?.outcome === outcome && last.filters === filters && last.reviews === reviews) return last.found;
    this.#last = { outcome, filters, reviews, found: find(outcome, filters, reviews) };
    return this.#last.found;
  }

  /** Takes note that the reader has set a filter. */
  filtered() {
    this.#isFiltered = true;
  }

  /** Says how many findings the filters let through, once these are drawn: to count them is no part of the answer. */
  announce() {
    const host = this.#host;
    const { outcome } = host.comparison;
    if (this.#isFiltered && outcome) host.announcement = host.strings.filters.shown(this.found(outcome).findings.length);
    this.#isFiltered = false;
  }
}
