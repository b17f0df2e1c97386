/** @import { CSSResult, TemplateResult } from 'lit' */
/** @import { ArticleFacts, ArticleInput, Finding, Mention, Reading, WordDiff } from '../../../pkg/web/variorum.js' */
/** @import { Outcome } from '../comparison.js' */
/** @import { Filters } from '../filters.js' */
/** @import { Found } from '../find.js' */
/** @import { Layer } from '../relations.js' */
/** @import { Reviews } from '../reviews.js' */
/** @import { LaterStrings, Strings } from '../strings/index.js' */
/** @import { VariorumComparer } from '../variorum-comparer.js' */

/** @typedef {'input' | 'article' | 'table' | 'columns' | 'wording' | 'speakers' | 'timeline'} View */

/** @type {readonly View[]} in the order of the tabs */
export const VIEWS = ['input', 'article', 'table', 'columns', 'wording', 'speakers', 'timeline'];

/** @typedef {'severity' | 'place' | 'kind' | 'relation'} Order of the fact table's rows */

/** @type {readonly Order[]} the first is the report's own */
export const ORDERS = ['severity', 'place', 'kind', 'relation'];

/**
 * What is chosen in one view or another.
 *
 * @typedef {object} Choices
 * @property {Order} order of the fact table's rows
 * @property {readonly string[]} columns ids of the articles side by side; of the page's choice unless there are two
 * @property {readonly string[]} pair ids of two versions, the earlier first; of the page's choice unless there are two
 * @property {boolean} isWordwise whether words that differ are set off side by side
 */

/**
 * What a view of a report is given, and what it tells of.
 *
 * @typedef {object} Given
 * @property {Outcome} outcome
 * @property {Found} found what the filters let through
 * @property {Filters} filters
 * @property {ReadonlySet<string>} folded names of what is folded away
 * @property {string} base id of the article being read
 * @property {string | null} selected id of the chosen finding
 * @property {Reviews} reviews
 * @property {boolean} isNarrowing whether the filters beside the relations are unfolded
 * @property {Strings} strings
 * @property {Actions} actions
 * @property {(finding: Finding) => unknown} details draws what can be said of the chosen finding
 * @property {() => unknown} events draws what joins articles that seem to be about different events
 * @property {() => unknown} rules draws what the reader said is the same thing or not
 * @property {() => unknown} narrowing draws the filters beside the relations
 * @property {(query: string) => boolean} holds whether a media query about the width holds
 * @property {(left: string, right: string) => WordDiff | null} diffWords null until the engine has answered
 * @property {(article: ArticleInput) => ArticleFacts | null} factsOf null until the engine has answered
 *
 * @typedef {Given & Choices} ViewGiven
 */

/**
 * @typedef {object} Actions
 * @property {(layer: Layer) => void} onToggle
 * @property {(change: Partial<Filters>) => void} onFilter
 * @property {() => void} onClear
 * @property {(choices: Partial<Choices>) => void} onSet
 * @property {(name: string) => void} onFold
 * @property {(article: string) => void} onRead
 * @property {(finding: Finding | null, mark?: Element) => void} onSelect called with the mark that was chosen, if any
 * @property {(finding: Finding, reading: Reading) => void} onOpen shows a reading in its article
 * @property {(article: string, words: Reading | Mention, finding: Finding | null) => void} onShow shows words in their
 * article, be they a reading of a finding or not
 * @property {(view: View) => void} onView
 * @property {(article: string, finding: Finding) => void} onJump chooses a finding in its article
 * @property {(isOpen: boolean) => void} onNarrow
 */

/**
 * A view that is fetched when it is first wanted.
 *
 * @typedef {object} ViewModule
 * @property {(given: ViewGiven & { words: LaterStrings }) => TemplateResult} view
 * @property {CSSResult[]} styles
 * @property {(host: VariorumComparer) => void} [attach] called once, when the view is there
 */

/** @type {Partial<Record<View, () => Promise<ViewModule>>>} the views that a first visit does without */
export const LATER = {
  article: () => import('./article.js'),
  table: () => import('./fact-table.js'),
  columns: () => import('./columns.js'),
  wording: () => import('./wording.js'),
  speakers: () => import('./speakers.js'),
  timeline: () => import('./timeline.js'),
};

/** Parts of views that are fetched when they are first wanted. */
export const PARTS = {
  narrowing: () => import('../parts/narrowing.js'),
  details: () => import('../parts/details.js'),
  help: () => import('../parts/help.js'),
};
