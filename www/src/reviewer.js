/** @import { ReactiveController } from 'lit' */
/** @import { ArticleInput, Finding, Place, UserRule } from '../../pkg/web/variorum.js' */
/** @import { Outcome } from './comparison.js' */
/** @import { Review } from './reviews.js' */
/** @import { VariorumComparer } from './variorum-comparer.js' */

import { carryReviews, carryRules, keepReviews, reviewed } from './reviews.js';
import { tell } from './tell.js';

/**
 * What a reader says of findings: checked or not, notes, and what is the same thing or is not.
 *
 * @implements {ReactiveController}
 */
export class Reviewer {
  #host;
  /** @type {readonly ArticleInput[]} that the rules are about */
  #articles = [];
  /** @type {Pick<VariorumComparer, 'rules' | 'reviews'> | null} what was kept last */
  #kept = null;
  /** @type {Outcome | null} that the reviews are about */
  #outcome = null;

  /** @param {VariorumComparer} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated() {
    const { rules, reviews, page } = this.#host;
    if (this.#kept?.rules === rules && this.#kept.reviews === reviews) return;
    this.#kept = { rules, reviews };
    keepReviews(rules, reviews, page);
  }

  /**
   * Rules for the articles as they are now.
   *
   * @param {readonly ArticleInput[]} articles
   * @param {boolean} areNew whether the rules came with these articles
   * @returns {UserRule[]}
   */
  rulesFor(articles, areNew) {
    const { rules } = this.#host;
    const carried = areNew || rules.length === 0 ? rules : carryRules(rules, this.#articles, articles);
    this.#articles = articles;
    return carried;
  }

  /** Has the reviews go along with their findings into a report that has just arrived. */
  follow() {
    const host = this.#host;
    const { outcome } = host.comparison;
    if (!outcome || outcome.isDigest) return;
    if (this.#outcome) host.reviews = carryReviews(host.reviews, this.#outcome, outcome);
    this.#outcome = outcome;
  }

  /**
   * @param {string} finding id
   * @param {Review} change
   */
  review = (finding, change) => {
    const host = this.#host;
    host.reviews = reviewed(host.reviews, finding, change);
    if (change.status !== undefined) host.announcement = host.strings.review.said(host.reviews[finding]?.status ?? null);
    tell(host, 'reviewed', { finding, ...host.reviews[finding] });
  };

  /**
   * Says that two readings are not about the same thing.
   *
   * @param {Place} left
   * @param {Place} right
   */
  part = (left, right) => this.#add({ rule: 'not-same-as', left: place(left), right: place(right) });

  /** Says that all articles are about one event, whatever they seem to be about. */
  joinEvents = () => {
    const host = this.#host;
    this.#add({ rule: 'one-event' });
    // What was pressed is gone then.
    host.drafting.whenCompared(() => host.reader.show(host.view, { takeFocus: true }));
  };

  /** @param {number} index of a rule to be taken back */
  takeBack = (index) => {
    this.#host.rules = this.#host.rules.filter((_, at) => at !== index);
  };

  /**
   * Begins to say what else is about the same thing: the words chosen next are.
   *
   * @param {(Place & { text: string }) | null} words null to leave off
   */
  pair = (words) => {
    const host = this.#host;
    host.pairing = words && { ...place(words), text: words.text };
    host.announcement = words ? host.strings.review.pairing(words.text) : '';
  };

  /**
   * @param {Finding} finding the one chosen while the same thing is looked for
   * @returns {boolean} whether it was taken: it has to have words of another article
   */
  pairWith(finding) {
    const { pairing, base } = this.#host;
    const others = finding.readings.filter(({ article }) => article !== pairing?.article);
    const reading = others.find(({ article }) => article === base) ?? others[0];
    if (!pairing || !reading) return false;
    this.#join(pairing, reading);
    return true;
  }

  /** Takes the words selected in the article being read as those that are about the same thing. */
  pairWithSelection = async () => {
    const { wordsSelected } = await import('./select-words.js');
    const { pairing, base, renderRoot } = this.#host;
    const span = wordsSelected(/** @type {ShadowRoot} */ (renderRoot));
    if (!pairing || !span || base === pairing.article) return;
    this.#join(pairing, { article: base, ...span });
  };

  /**
   * @param {Place} left
   * @param {Place} right
   */
  #join(left, right) {
    const host = this.#host;
    this.#add({ rule: 'same-as', left: place(left), right: place(right) });
    host.pairing = null;
    host.drafting.whenCompared(() => {
      const joined = host.comparison.outcome?.report.findings.find(({ readings }) =>
        [left, right].every((one) =>
          readings.some(({ article, start, end }) => article === one.article && start < one.end && one.start < end),
        ),
      );
      if (joined) host.reader.select(joined);
      else host.announcement = host.strings.review.notJoined;
    });
  }

  /** @param {UserRule} rule */
  #add(rule) {
    this.#host.rules = [...this.#host.rules, rule];
    this.#host.selected = null;
  }
}

/**
 * @param {Place} given a place, or something that has one
 * @returns {Place}
 */
function place({ article, start, end }) {
  return { article, start, end };
}
