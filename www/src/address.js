/** @import { ReactiveController } from 'lit' */
/** @import { Filters } from './filters.js' */
/** @import { Layer } from './relations.js' */
/** @import { VariorumComparer } from './variorum-comparer.js' */
/** @import { Order, View } from './views/index.js' */

import { EVERYTHING, FOLDED, KINDS, REVIEW_STATES, SEVERITIES, within } from './filters.js';
import { painted } from './frames.js';
import { holdsComparison } from './keep/keeper.js';
import { LAYERS } from './relations.js';
import { ORDERS, VIEWS } from './views/index.js';

/**
 * What of the page an address can lead to.
 *
 * @typedef {object} Spot
 * @property {View} view
 * @property {string} base
 * @property {string | null} selected
 * @property {Order} order
 * @property {Filters} filters
 * @property {ReadonlySet<string>} [folded] names of what is folded away
 * @property {readonly string[]} [columns] ids of the articles side by side
 * @property {readonly string[]} [pair] ids of two versions of one article
 * @property {boolean} [isWordwise] whether words that differ are set off side by side
 */

/** The names in the fragment that are this module's; others are left as they are. */
const NAMES = ['view', 'read', 'fact', 'order', 'hide', 'kind', 'severity', 'of', 'find', 'review', 'copy', 'fold', 'beside', 'versions', 'words'];

/** What stands in the fragment when the reader has folded nothing away. */
const NOTHING = '-';

/**
 * Writes a spot into a fragment; what is as it would be anyway is left out.
 *
 * @param {Spot} spot
 * @param {string} fragment the one to be changed, with or without its `#`
 * @returns {string} without `#`
 */
export function toFragment({ view, base, selected, order, filters, folded = FOLDED, columns = [], pair = [], isWordwise = false }, fragment = '') {
  const params = new URLSearchParams(fragment.replace(/^#/, ''));
  for (const name of NAMES) params.delete(name);
  const hidden = LAYERS.filter((layer) => !filters.shown.has(layer));
  const values = [view, base, selected, order === ORDERS[0] ? '' : order, hidden.join(' '), filters.kind, filters.severity];
  const names = [...folded].sort().join(' ');
  const fold = names === [...FOLDED].join(' ') ? '' : names || NOTHING;
  const rest = [filters.of.join(' '), filters.words.trim(), filters.status, filters.copy ? '1' : '', fold, columns.join(' '), pair.join(' '), isWordwise ? '1' : ''];
  for (const [index, value] of [...values, ...rest].entries()) {
    if (value) params.set(NAMES[index], value);
  }
  return params.toString();
}

/**
 * Reads a spot from a fragment; what it does not name, or names wrongly, is as it would be anyway.
 *
 * @param {string} fragment with or without its `#`
 * @returns {Spot | null} null when the fragment leads nowhere in particular
 */
export function fromFragment(fragment) {
  const params = new URLSearchParams(fragment.replace(/^#/, ''));
  const view = oneOf(VIEWS, params.get('view'));
  if (!view) return null;
  const list = (/** @type {string} */ name) => params.get(name)?.split(' ').filter(Boolean) ?? [];
  const hidden = list('hide');
  return {
    view,
    base: params.get('read') ?? 'a',
    selected: params.get('fact'),
    order: oneOf(ORDERS, params.get('order')) ?? ORDERS[0],
    filters: {
      ...EVERYTHING,
      shown: new Set(LAYERS.filter((/** @type {Layer} */ layer) => !hidden.includes(layer))),
      kind: oneOf(KINDS, params.get('kind')),
      severity: oneOf(SEVERITIES, params.get('severity')),
      of: list('of').slice(0, 2),
      words: params.get('find') ?? '',
      status: oneOf(REVIEW_STATES, params.get('review')),
      copy: params.get('copy') === '1',
    },
    folded: params.has('fold') ? new Set(list('fold').filter((name) => name !== NOTHING)) : FOLDED,
    columns: list('beside'),
    pair: list('versions').slice(0, 2),
    isWordwise: params.get('words') === '1',
  };
}

/**
 * @template {string} T
 * @param {readonly T[]} known
 * @param {string | null} given
 * @returns {T | null}
 */
function oneOf(known, given) {
  return known.find((one) => one === given) ?? null;
}

/**
 * Keeps what is read in the fragment of the document's address, so that it can be sent on, and Back leads to the view
 * or the article before. Only an element that is lent a page does so: the address belongs to the page.
 *
 * @implements {ReactiveController}
 */
export class Address {
  #host;
  /** @type {Spot | null} where the address led when the page was opened; kept until there is a report */
  #wanted = null;
  /** What was last written or read: view and article, a change of which can be gone back on. */
  #place = '';
  #isPlanned = false;

  /** @param {VariorumComparer} host */
  constructor(host) {
    this.#host = host;
    this.#wanted = fromFragment(host.openedAt);
    host.addController(this);
  }

  hostConnected() {
    window.addEventListener('popstate', this.#went);
  }

  hostDisconnected() {
    window.removeEventListener('popstate', this.#went);
  }

  /** Leaves off leading to where the page was opened: the reader has gone somewhere already. */
  forget() {
    this.#wanted = null;
  }

  hostUpdate() {
    if (!this.#wanted || !this.#host.comparison.outcome) return;
    this.lead(this.#wanted);
    this.#wanted = null;
  }

  /** An address takes the browser as long to write as a mark to show: it is written once what is read has been painted. */
  async hostUpdated() {
    const host = this.#host;
    if (this.#isPlanned || !host.page || this.#wanted || !host.comparison.outcome) return;
    this.#isPlanned = true;
    await host.updateComplete;
    await painted();
    this.#isPlanned = false;
    if (host.isConnected) this.#write();
  }

  #write() {
    const host = this.#host;
    if (!host.page || this.#wanted || !host.comparison.outcome) return;
    const fragment = `#${toFragment(host, location.hash)}`;
    const place = `${host.view} ${host.base}`;
    const isElsewhere = this.#place !== '' && place !== this.#place;
    this.#place = place;
    if (fragment === location.hash) return;
    if (isElsewhere) history.pushState(null, '', fragment);
    else history.replaceState(null, '', fragment);
  }

  /**
   * Shows what a spot names, as far as the report has it.
   *
   * @param {Spot} spot
   */
  lead(spot) {
    const host = this.#host;
    const { report } = host.comparison.outcome ?? {};
    const areThere = (/** @type {readonly string[]} */ ids = []) => ids.filter((id) => report?.articles.some((article) => article.id === id));
    host.view = spot.view;
    host.folded = spot.folded ?? FOLDED;
    host.columns = areThere(spot.columns);
    host.pair = areThere(spot.pair);
    host.isWordwise = spot.isWordwise ?? false;
    if (report?.articles.some(({ id }) => id === spot.base)) host.base = spot.base;
    host.selected = report?.findings.some(({ id }) => id === spot.selected) ? spot.selected : null;
    host.order = spot.order;
    host.filters = report ? within(spot.filters, report) : spot.filters;
    this.#place = `${host.view} ${host.base}`;
    const { view, selected, views } = host;
    if (selected) views.fetch(view).then(() => host.reading?.walker.bringIntoView(selected));
  }

  #went = () => {
    // What comes with a comparison is for that one.
    if (holdsComparison(location.hash)) return;
    const spot = this.#host.page ? fromFragment(location.hash) : null;
    if (spot) this.lead(spot);
    else if (this.#host.page) this.#host.view = 'input';
  };
}
