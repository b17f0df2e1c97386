/** @import { Spot } from '../address.js' */
/** @import { Page } from '../page.js' */
/** @import { LaterStrings } from '../strings/index.js' */
/** @import { VariorumComparer } from '../variorum-comparer.js' */
/** @import { Form } from './files.js' */
/** @import { Kept } from './library.js' */
/** @import { Opened } from './saved.js' */

import { nothing } from 'lit';
import { fromFragment, toFragment } from '../address.js';
import { isEmpty } from '../drafts.js';
import { Reading } from '../reading.js';
import { adopt } from '../styles/adopt.js';
import { fromDigest, toDigest } from './digest.js';
import { Library } from './library.js';
import { MAX_LINK, pack, unpack } from './link.js';
import { panel, styles } from './panel.js';
import { fromSaved, toSaved } from './saved.js';
import { isWanted, want } from './wanted.js';

/** Pause after the newest change, in milliseconds, after which a comparison is written to the library. */
const KEEP_MS = 1000;

/** As long as a link in code for other pages may be, in characters: browsers cut the addresses of frames far later. */
const MAX_EMBED = 200_000;

/** Under these names a link holds a whole comparison, and findings alone. */
const WHOLE = 'articles';
const DIGEST = 'findings';

/** Where it is noted which comparison of the library this tab has: a reload goes on with it. */
const MARK_KEY = 'variorum-kept';

/**
 * Which comparison of the library is on the page.
 *
 * @typedef {object} Mark
 * @property {string} key
 * @property {number} seen when the library's copy was changed that this one goes back to; 0 when there was none
 */

/** What keeps comparisons, hands them on and takes them out again. */
export class Archive {
  /** @type {Library | null} none without a page of one's own */
  library = null;
  /** @type {Kept[]} what the library holds, the newest first */
  kept = [];
  isOpen = false;
  /** Whether what is handed on has the articles' texts, or findings and short quotations only. */
  isWhole = true;
  /** Whether only what the filters show is written into files. */
  isFiltered = false;
  /** @type {string} what came of the newest action */
  message = '';

  #host;
  #words;
  #mark;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #keeping;
  /** Whether it was said that the newest changes could not be kept: once is enough. */
  #hasFailed = false;

  /**
   * @param {VariorumComparer} host
   * @param {LaterStrings} words
   */
  constructor(host, words) {
    this.#host = host;
    this.#words = words;
    const { page } = host;
    this.#mark = (page && rememberedMark(page)) ?? newMark();
    if (page) this.library = new Library((key) => this.#changedElsewhere(key));
    adopt(/** @type {ShadowRoot} */ (host.renderRoot), [styles]);
  }

  stop() {
    clearTimeout(this.#keeping);
    this.library?.close();
  }

  async open() {
    const host = this.#host;
    this.isOpen = true;
    this.message = '';
    // Another language may have been chosen since.
    this.#words = await host.strings.later().catch(() => this.#words);
    // What is kept is listed as it comes: a browser may take its time, and everything else is there at once.
    const listed = this.#refresh();
    host.requestUpdate();
    await host.updateComplete;
    const dialog = /** @type {HTMLDialogElement | null} */ (host.renderRoot.querySelector('dialog.panel'));
    if (dialog && !dialog.open) dialog.showModal();
    await listed;
  }

  /** A link may be opened, and the panel too, before there was a view. */
  get #reading() {
    return (this.#host.reading ??= new Reading(this.#host));
  }

  render() {
    if (!this.isOpen) return nothing;
    const { outcome } = this.#host.comparison;
    return panel(this, {
      page: this.#host.page,
      address: this.address,
      isReadable: outcome !== null,
      isDigest: outcome?.isDigest === true,
      facts: outcome && { shown: this.#reading.finder.found(outcome).findings.length, all: outcome.report.findings.length },
      words: this.#words,
    });
  }

  close = () => {
    this.isOpen = false;
    this.#host.requestUpdate();
  };

  /** @param {boolean} isWhole */
  choose = (isWhole) => {
    this.isWhole = isWhole;
    this.#say('');
  };

  /** @param {boolean} isFiltered */
  filter = (isFiltered) => {
    this.isFiltered = isFiltered;
    this.#say('');
  };

  /** Whether the articles' texts are handed on: what came without them has none. */
  get #handsOnTexts() {
    return this.isWhole && this.#host.comparison.outcome?.isDigest !== true;
  }

  /** Where links lead: this page, or on a page of others the one that its element names. */
  get address() {
    return this.#host.page ? location.href.split('#')[0] : this.#host.home;
  }

  copyLink = async () => {
    const { share } = this.#words;
    const link = await this.#link();
    if (link === null) return;
    if (link.length > MAX_LINK) {
      this.#say(share.tooLong(link.length, MAX_LINK, this.#handsOnTexts));
      return;
    }
    await this.#copy(link, share.copied(link.length));
  };

  /** Leads to the page of lessons, with the comparison in its address. */
  makeLesson = async () => {
    location.assign(`${new URL('lesson.html', this.address)}#${WHOLE}=${await pack(this.#saved())}`);
  };

  /** Code for a page of somebody else's. */
  copyEmbed = async () => {
    const { comparison, reviews, strings } = this.#host;
    const { share } = this.#words;
    const { outcome } = comparison;
    const link = await this.#link();
    if (!outcome || link === null) return;
    if (link.length > MAX_EMBED) {
      this.#say(share.tooLong(link.length, MAX_EMBED, this.#handsOnTexts));
      return;
    }
    const { snippet } = await import('../exports/snippet.js');
    const [page, fragment] = [new URL('./', this.address), link.slice(link.indexOf('#'))];
    const { findings } = this.isFiltered ? this.#reading.finder.found(outcome) : outcome.report;
    const code = snippet(
      { report: outcome.report, findings, reviews, strings, words: this.#words },
      { frame: new URL(`embed.html?lang=${strings.language}${fragment}`, page).href, link, script: new URL('embed.js', page).href },
    );
    await this.#copy(code, share.embedCopied);
  };

  /** @returns {Promise<string | null>} a link to what is seen here, with all of it in the fragment */
  async #link() {
    const host = this.#host;
    const { outcome } = host.comparison;
    if (!outcome) return null;
    const [name, value] = this.#handsOnTexts ? [WHOLE, this.#saved()] : [DIGEST, toDigest(outcome.report)];
    // Whoever opens it is to see what is seen here; the boxes are no place to read.
    const spot = new URLSearchParams(toFragment(host));
    if (host.view === 'input') spot.set('view', 'article');
    return `${this.address}#${name}=${await pack(value)}&${spot}`;
  }

  /**
   * @param {string} text
   * @param {string} message
   */
  async #copy(text, message) {
    try {
      await navigator.clipboard.writeText(text);
      this.#say(message);
    } catch {
      this.#say(this.#words.share.notCopied);
    }
  }

  /** @param {Form} form */
  save = async (form) => {
    const { comparison, reviews, strings } = this.#host;
    const { outcome } = comparison;
    if (!outcome) return;
    const { save } = await import('./files.js');
    const found = this.isFiltered ? this.#reading.finder.found(outcome) : null;
    await save(form, { outcome, saved: this.#saved(), reviews, found, isWhole: this.#handsOnTexts, strings, words: this.#words });
    this.#say(this.#words.share.saved);
  };

  print = () => {
    this.close();
    // The dialog must be gone before the browser looks at the page.
    this.#host.updateComplete.then(() => window.print());
  };

  /** @param {boolean} isWanted */
  wantLibrary = async (isWanted) => {
    const { library } = this.#words;
    const { page } = this.#host;
    if (!page) return;
    try {
      if (isWanted) {
        want(true, page);
        // Where nothing can be kept, that is told now and not after an hour's work.
        await this.library?.list();
        await this.#keepNow();
      } else {
        await this.library?.wipe();
        want(false, page);
      }
      this.#say(isWanted ? library.on : library.wiped);
    } catch {
      if (isWanted) this.#doNotWant(page);
      this.#say(library.refused);
    }
    await this.#refresh();
  };

  /** @param {Kept} kept */
  openKept = ({ key, changed, saved }) => {
    this.close();
    this.openComparison(fromSaved(saved), this.#words.share.keptOpened);
    this.turnTo({ key, seen: changed });
  };

  /** @param {Kept} kept */
  removeKept = async ({ key }) => {
    try {
      await this.library?.remove(key);
      this.#say(this.#words.library.removed);
    } catch {
      this.#say(this.#words.library.refused);
    }
    await this.#refresh();
  };

  /**
   * Opens a comparison in place of what was typed, which can be brought back.
   *
   * @param {Opened} opened
   * @param {string} message
   * @param {Spot | null} [spot] what of it is shown; the first article unless it is given
   */
  openComparison({ drafts, rules, reviews }, message, spot = null) {
    const host = this.#host;
    host.failure = null;
    host.drafting.replace(drafts, message);
    Object.assign(host, { rules, reviews });
    host.drafting.whenCompared(() => this.#show(spot));
  }

  /** @param {string} fragment of an address, with a comparison in it */
  async openLink(fragment) {
    const host = this.#host;
    const { share } = this.#words;
    const params = new URLSearchParams(fragment.slice(1));
    const [whole, digest] = [params.get(WHOLE), params.get(DIGEST)];
    const spot = fromFragment(fragment);
    try {
      if (whole) {
        this.openComparison(fromSaved(await unpack(whole)), share.opened, spot);
      } else if (digest) {
        const report = fromDigest(await unpack(digest));
        if (!report) throw new Error('no findings in the link');
        host.comparison.show(report);
        // Without texts there is nothing else to look at.
        this.#show(spot && { ...spot, view: 'table' }, 'table');
      }
    } catch (error) {
      host.failure = /** @type {any} */ (error)?.code === 'newer' ? share.newer : share.damaged;
    }
  }

  /**
   * @param {Spot | null} spot
   * @param {import('../views/index.js').View} [view] where there is no spot
   */
  #show(spot, view = 'article') {
    if (spot) this.#reading.address.lead(spot);
    this.#host.reader.show(spot?.view ?? view, { takeFocus: this.#host.selected === null });
  }

  /**
   * @param {Mark} [mark]
   * @returns {Mark}
   */
  turnTo(mark = newMark()) {
    const before = this.#mark;
    this.#mark = mark;
    if (this.#host.page) rememberMark(mark, this.#host.page);
    return before;
  }

  keepSoon() {
    clearTimeout(this.#keeping);
    this.#keeping = setTimeout(async () => {
      try {
        if (isWanted(this.#host.page)) {
          await this.#keepNow();
          // What was asked for while the articles were still compared is listed as soon as it is kept.
          if (this.isOpen) await this.#refresh();
        }
        this.#hasFailed = false;
      } catch {
        if (!this.#hasFailed) this.#host.failure = this.#words.library.failed;
        this.#hasFailed = true;
      }
    }, KEEP_MS);
  }

  async #keepNow() {
    const { drafts, comparison } = this.#host;
    if (!this.library || drafts.every(isEmpty) || !comparison.outcome || comparison.outcome.isDigest) return;
    const titles = comparison.outcome.report.articles.map(({ title, outlet, siglum }) => title ?? outlet ?? siglum);
    const name = titles[0] + (titles.length > 1 ? ` +${titles.length - 1}` : '');
    const saved = this.#saved();
    const { key, seen } = this.#mark;
    const changed = await this.library.put({ key, name, changed: Date.now(), saved }, seen);
    if (changed !== null) {
      if (this.#mark.key === key) this.turnTo({ key, seen: changed });
      return;
    }
    // Another tab has changed it meanwhile, and its copy stays.
    this.#changedElsewhere(key);
    await this.#keepNow();
  }

  /** @param {string} key of a comparison in the library that another tab has changed */
  #changedElsewhere(key) {
    if (key === this.#mark.key) {
      this.turnTo();
      this.#host.failure = this.#words.library.elsewhere;
    }
    if (this.isOpen) this.#refresh();
  }

  /** @param {Page} page */
  #doNotWant(page) {
    try {
      want(false, page);
    } catch {
      // Where storage is forbidden it was never noted.
    }
  }

  #saved() {
    const { drafts, rules, reviews } = this.#host;
    return toSaved(drafts, rules, reviews);
  }

  async #refresh() {
    try {
      this.kept = isWanted(this.#host.page) ? ((await this.library?.list()) ?? []) : [];
    } catch {
      this.message = this.#words.library.refused;
    }
    this.#host.requestUpdate();
  }

  /** @param {string} message */
  #say(message) {
    this.message = message;
    this.#host.requestUpdate();
  }
}

/** @returns {Mark} of a comparison that is not in the library */
function newMark() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return { key: Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''), seen: 0 };
}

/**
 * @param {Page} page
 * @returns {Mark | null}
 */
function rememberedMark(page) {
  try {
    const { key, seen } = JSON.parse(page.tab.getItem(MARK_KEY) ?? 'null') ?? {};
    return typeof key === 'string' && Number.isFinite(seen) ? { key, seen } : null;
  } catch {
    return null;
  }
}

/**
 * @param {Mark} mark
 * @param {Page} page
 */
function rememberMark(mark, page) {
  try {
    page.tab.setItem(MARK_KEY, JSON.stringify(mark));
  } catch {
    // The drafts are not kept for a reload either, and that is said.
  }
}
