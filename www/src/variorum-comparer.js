/** @import { Place, Request, UserRule } from '../../pkg/web/variorum.js' */
/** @import { Client } from '../package/client.js' */
/** @import { Draft } from './drafts.js' */
/** @import { Filters } from './filters.js' */
/** @import { Page } from './page.js' */
/** @import { DetailsGiven } from './parts/details.js' */
/** @import { Reviews } from './reviews.js' */
/** @import { Strings } from './strings/index.js' */
/** @import { Reading } from './reading.js' */
/** @import { Order, View, ViewGiven } from './views/index.js' */

import { html, LitElement, noChange, nothing } from 'lit';
import { WorkerClient } from '../package/client.js';
import { Comparison } from './comparison.js';
import { Doors } from './doors/doors.js';
import { Drawing } from './drawing.js';
import { Drafting } from './drafting.js';
import { emptyDrafts, isEmpty, keptDrafts, toRequest } from './drafts.js';
import { EXAMPLES } from './examples/index.js';
import { EVERYTHING, FOLDED } from './filters.js';
import { painted } from './frames.js';
import { Keeper } from './keep/keeper.js';
import { languageSwitch } from './parts/language-switch.js';
import { messages, pairingBar, progress } from './parts/messages.js';
import { printKey } from './parts/print-key.js';
import { Reader } from './reader.js';
import { Reviewer } from './reviewer.js';
import { keptReviews, readRules } from './reviews.js';
import { Speaker } from './speaker.js';
import { en } from './strings/en.js';
import { styles } from './styles/index.js';
import { tell } from './tell.js';
import { ViewLoader } from './view-loader.js';
import { ORDERS, VIEWS } from './views/index.js';
import { inputView } from './views/input.js';

/**
 * Compares articles and shows where they differ.
 *
 * It is what the page consists of. What others have it do on pages of their own is in embed/element.js.
 *
 * Properties:
 * - `drafts`: the articles as typed (`Draft[]`)
 * - `view`: one of `VIEWS`, such as `'article'` or `'table'`
 * - `base`: id of the article being read
 * - `selected`: id of the chosen finding, or null
 * - `filters`: what is shown (`Filters`)
 * - `order`: of the fact table's rows, `'severity'`, `'place'`, `'kind'` or `'relation'`
 * - `page`: what the document lends it that it fills (`Page`); null for an element among other things
 * - `home`: without a page, the address of one, to which links lead that are copied here
 * - `client`: where comparing is done; a worker of its own unless another is set (`Client`)
 * - `strings`: what it says (`Strings`); by `lang` or the browser's languages unless set
 *
 * Events, which bubble and leave the shadow root:
 * - `compared`: a new report has arrived; `detail` is `{request, report}`
 * - `failed`: the newest comparison failed; `detail` is `{code, message}`
 * - `finding-selected`: a finding was chosen or let go; `detail` is the finding or null
 * - `language-changed`: it speaks another language; `detail` is its tag
 * - `reviewed`: a finding was checked, dismissed or noted; `detail` is `{finding, status, note}`
 * - `view-changed`: another view is shown; `detail` is its name
 */
export class VariorumComparer extends LitElement {
  /** @override */
  static properties = {
    drafts: { attribute: false },
    view: {},
    base: {},
    selected: { attribute: false },
    client: { attribute: false },
    strings: { attribute: false },
    rules: { state: true },
    reviews: { state: true },
    pairing: { state: true },
    isNarrowing: { state: true },
    isHelping: { state: true },
    filters: { attribute: false },
    order: {},
    page: { attribute: false },
    home: {},
    folded: { state: true },
    columns: { state: true },
    pair: { state: true },
    isWordwise: { state: true },
    undo: { state: true },
    announcement: { state: true },
    failure: { state: true },
    isKept: { state: true },
    newer: { state: true },
  };

  /** @override */
  static styles = styles;

  constructor() {
    super();
    /** @type {Draft[]} */
    this.drafts = emptyDrafts();
    /** @type {View} */
    this.view = 'input';
    /** @type {string} */
    this.base = 'a';
    /** @type {string | null} */
    this.selected = null;
    /** @type {Strings} */
    this.strings = en;
    /** @type {Client | null} */
    this.client = null;
    /** @type {UserRule[]} what the reader said is the same thing, or is not */
    this.rules = [];
    /** @type {Reviews} what the reader made of findings */
    this.reviews = {};
    /** @type {(Place & { text: string }) | null} words for which others about the same thing are looked for */
    this.pairing = null;
    /** @type {boolean} whether the filters beside the relations are unfolded */
    this.isNarrowing = false;
    /** @type {boolean} */
    this.isHelping = false;
    /** @type {Filters} */
    this.filters = EVERYTHING;
    /** @type {Order} */
    this.order = ORDERS[0];
    /** @type {Page | null} */
    this.page = null;
    /** @type {string} */
    this.home = '';
    /** @type {ReadonlySet<string>} names of what is folded away */
    this.folded = FOLDED;
    /** @type {readonly string[]} ids of the articles side by side */
    this.columns = [];
    /** @type {readonly string[]} ids of two versions of one article */
    this.pair = [];
    /** @type {boolean} whether words that differ are set off side by side */
    this.isWordwise = false;
    /** @type {{ drafts: Draft[], message: string, said?: { rules: UserRule[], reviews: Reviews }, kept?: import('./keep/archive.js').Mark } | null} what can be brought back */
    this.undo = null;
    /** @type {string} for a screen reader, when something changed that has no focus */
    this.announcement = '';
    /** @type {string | null} what went wrong outside of comparing */
    this.failure = null;
    /** @type {boolean} whether the drafts would survive a reload */
    this.isKept = true;
    /** @type {(() => void) | null} brings the newer version of the page that is ready, where one is */
    this.newer = null;

    this.speaker = new Speaker(this);
    this.reader = new Reader(this);
    /** @type {Reading | null} null until the first view of a report is there */
    this.reading = null;
    /** @type {string} the fragment under which the page went on with what it has kept, as long as that was not led to */
    this.openedAt = '';
    this.drafting = new Drafting(this);
    this.doors = new Doors(this);
    this.reviewer = new Reviewer(this);
    this.comparison = new Comparison(this, () => this.reader.settled());
    this.keeper = new Keeper(this);
    this.drawing = new Drawing(this);
    this.views = new ViewLoader(this);
  }

  /** @type {WorkerClient | null} the client that this element made, and so has to close */
  #ownClient = null;

  /** @override */
  connectedCallback() {
    if (this.page && !this.hasUpdated) this.#goOn(this.page);
    super.connectedCallback();
    if (!this.client) {
      this.#ownClient = new WorkerClient();
      this.client = this.#ownClient;
    }
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    if (this.client === this.#ownClient) this.client = null;
    this.#closeOwnClient();
  }

  /**
   * Goes on with what the page has kept.
   *
   * @param {Page} page
   */
  #goOn(page) {
    const kept = keptDrafts(page);
    if (!kept) return;
    this.drafts = kept;
    // Without articles there is nothing to lead to, and what is typed later must not be torn away.
    if (kept.every(isEmpty)) return;
    this.openedAt = location.hash;
    const { rules, reviews } = keptReviews(page);
    this.rules = readRules(rules);
    this.reviews = reviews;
  }

  /** @returns {Request} what is compared */
  request() {
    return toRequest(this.drafts, this.rules);
  }

  #closeOwnClient() {
    this.#ownClient?.close();
    this.#ownClient = null;
  }

  /**
   * Nothing is drawn before the words are there, so that no page changes its language under the eye.
   *
   * @override
   */
  async scheduleUpdate() {
    await this.speaker.ready;
    return super.scheduleUpdate();
  }

  /**
   * @override
   * @param {import('lit').PropertyValues<this>} changed
   */
  willUpdate(changed) {
    if (changed.has('client')) {
      this.comparison.client = this.client;
      if (this.client !== this.#ownClient) this.#closeOwnClient();
    }
    if (changed.has('drafts') || changed.has('rules') || changed.has('client')) {
      const { articles } = toRequest(this.drafts);
      this.rules = this.reviewer.rulesFor(articles, changed.has('rules') || !this.hasUpdated);
      this.comparison.request(this.request(), { atOnce: !this.hasUpdated || !changed.has('drafts') });
    }
    if (this.drawing.isDue) this.reading?.finder.announce();
    if (this.view !== 'input' && !this.comparison.outcome && this.drafts.every(isEmpty)) this.view = 'input';
  }

  /**
   * @override
   * @param {import('lit').PropertyValues<this>} changed
   */
  updated(changed) {
    if (!changed.has('view') || changed.get('view') === undefined) return;
    tell(this, 'view-changed', this.view);
    this.#showTab();
  }

  /** On a narrow screen the tabs are a strip of which a part is seen. Once painted, a page is measured for nothing. */
  async #showTab() {
    await painted();
    const tab = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('.tab[aria-current=page]'));
    tab?.parentElement?.scrollTo({ left: tab.offsetLeft - tab.parentElement.clientWidth / 3 });
  }

  /** Settled when what answers at once is in the document: the view itself may follow. */
  get isAnswered() {
    return super.getUpdateComplete();
  }

  /**
   * An update is complete when the view shows it, which comes a frame later: see drawing.js.
   *
   * @override
   */
  async getUpdateComplete() {
    const isDone = await super.getUpdateComplete();
    await this.drawing.settled();
    return isDone;
  }

  /** @override */
  render() {
    const { strings, comparison, view, reader, drafting, drawing, doors, keeper, speaker, failure, isKept, undo, page } = this;
    const isDigest = comparison.outcome?.isDigest === true;
    // Only a page of its own has these as landmarks.
    const role = (/** @type {string} */ other) => (page ? nothing : other);
    return html`
      <header class="masthead" part="masthead" role=${role('group')}>
        <slot name="heading"><p class="wordmark" part="name">${strings.name}</p></slot>
        <nav part="tabs" aria-label=${strings.nav.label}>
          ${VIEWS.map(
            (name) => html`
              <button
                type="button"
                class="tab"
                part="tab"
                data-view=${name}
                aria-current=${name === view ? 'page' : 'false'}
                ?disabled=${name !== 'input' && (!comparison.outcome || (isDigest && name !== 'table'))}
                @click=${() => reader.show(name)}
              >
                ${strings.nav[name]}
              </button>
            `,
          )}
        </nav>
        <button type="button" class="quiet keys" aria-haspopup="dialog" @click=${this.openHelp}>${strings.nav.keys}</button>
        ${view === 'input' ? nothing : html`<button type="button" class="button" @click=${drafting.add}>${strings.input.add}</button>`}
        <button type="button" class="button" aria-haspopup="dialog" @click=${keeper.open}>${strings.share.open}</button>
      </header>
      ${doors.notices()} ${progress(comparison, strings)}
      ${messages({ comparison, failure, isKept, undo, newer: this.newer, strings, onUndo: drafting.undo, onDismiss: reader.dismiss })}
      ${pairingBar(this)}
      ${drawing.isDue ? this.#printKey() : noChange}
      <main part="view" role=${role('region')} aria-label=${page ? nothing : strings.name} data-view=${drawing.isDue ? this.#drawn() : noChange}>${drawing.isDue ? this.#view() : noChange}</main>
      <footer part="footer" role=${role('group')}><slot name="footer"><p>${strings.footer}</p></slot>${languageSwitch(strings, speaker.choose)}</footer>
      ${keeper.render()} ${this.isHelping ? this.#help() : nothing}
      <p class="unseen" role="status">${this.announcement}</p>
    `;
  }

  /** Which article each letter stands for, on paper. */
  #printKey() {
    const { outcome } = this.comparison;
    if (!outcome || this.view === 'input' || !this.reading) return nothing;
    return printKey(outcome.report, this.reading.finder.found(outcome).findings.length, this.strings);
  }

  /** The view that is drawn, which lags behind the one that is wanted while that is fetched or compared for. */
  #drawn() {
    return this.comparison.outcome ? this.views.toDraw(this.view) : 'input';
  }

  #view() {
    const { reading } = this;
    const { outcome } = this.comparison;
    const drawn = this.#drawn();
    if (drawn === 'input' || !outcome || !reading) return this.#inputView();
    const { base, filters, order, folded, columns, pair, isWordwise, selected, strings, reader, reviewer, reviews, rules, views } = this;
    const { walker, finder, diffs, facts } = reading;
    const found = finder.found(outcome);
    /** @param {(part: typeof import('./parts/details.js'), given: DetailsGiven) => unknown} draw */
    const withDetails = (draw) => {
      const part = views.part('details');
      return part ? draw(part.module, { outcome, reviews, rules, strings, words: part.words, reviewer }) : nothing;
    };
    /** @type {ViewGiven} */
    const given = {
      outcome,
      found,
      filters,
      order,
      folded,
      columns,
      pair,
      isWordwise,
      base,
      selected,
      reviews,
      isNarrowing: this.isNarrowing,
      strings,
      details: (finding) => withDetails((part, own) => part.details(finding, own)),
      events: () => (outcome.report.stories.length > 1 ? withDetails((part, own) => part.joinEvents(own)) : nothing),
      rules: () => (rules.length > 0 ? withDetails((part, own) => part.ruleList(own)) : nothing),
      narrowing: () =>
        views.part('narrowing')?.module.narrowing({ report: outcome.report, filters, found, strings, onFilter: reader.filter, onClear: reader.clear }) ??
        nothing,
      actions: {
        onToggle: reader.toggle,
        onFilter: reader.filter,
        onClear: reader.clear,
        onSet: reader.set,
        onFold: reader.fold,
        onRead: reader.read,
        onSelect: reader.select,
        onOpen: walker.open,
        onShow: walker.showWords,
        onView: reader.show,
        onJump: walker.jump,
        onNarrow: reader.narrow,
      },
      holds: this.holds,
      diffWords: diffs.get,
      factsOf: facts.get,
    };
    return this.views.draw(drawn, given);
  }

  /** Whether a media query about the width holds; the style sheets ask the same. */
  holds = (/** @type {string} */ query) => matchMedia(query).matches;

  openHelp = async () => {
    this.isHelping = true;
    await this.views.fetch('help');
    await this.updateComplete;
    const dialog = /** @type {HTMLDialogElement | null} */ (this.renderRoot.querySelector('dialog.help'));
    if (dialog && !dialog.open) dialog.showModal();
  };

  #help() {
    const part = this.views.part('help');
    const close = () => {
      this.isHelping = false;
    };
    return part && this.reading ? part.module.help(part.words, this.reading.keys, close) : nothing;
  }

  #inputView() {
    const { doors, drafting, reader, strings, drafts, comparison } = this;
    return inputView({
      drafts,
      report: comparison.outcome?.report ?? null,
      examples: this.page ? EXAMPLES : [],
      doors,
      strings,
      actions: {
        onChange: drafting.change,
        onMove: drafting.move,
        onMoveTo: drafting.moveTo,
        onRemove: drafting.remove,
        onAdd: drafting.add,
        onClear: drafting.clear,
        onRead: () => reader.show('article', { takeFocus: true }),
        onExample: drafting.openExample,
      },
    });
  }
}
