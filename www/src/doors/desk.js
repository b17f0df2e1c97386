/** @import { CSSResult } from 'lit' */
/** @import { Draft } from '../drafts.js' */
/** @import { LaterStrings } from '../strings/index.js' */
/** @import { VariorumComparer } from '../variorum-comparer.js' */
/** @import { Brought } from './files.js' */
/** @import { Incoming, LeftOut } from './page.js' */

import { unsafeCSS } from 'lit';
import { draft, isEmpty, MAX_ARTICLES, toRequest } from '../drafts.js';
import { carryRules } from '../reviews.js';
import sheet from './doors.css?inline';
import { DoorError, plain, readFile, reasonOf } from './files.js';
import { leftOut, notices, offer } from './notices.js';
import { putBack, readPage } from './page.js';
import { split } from './split.js';

/** @type {CSSResult} */
export const styles = unsafeCSS(sheet);

/** Characters above which the browser's own way of inserting, which it can undo by itself, takes too long. */
const LONGEST_INSERT = 100_000;

/** Reading that takes longer than this, in milliseconds, is worth a progress bar. */
const SLOW_MS = 300;

/** Where articles that are brought in are read and put into boxes: fetched with all that reads them. */
export class Desk {
  /** @type {{ name: string, done: number, of: number } | null} files that take long to read */
  progress = null;
  /** @type {{ name: string, message: string }[]} what could not be brought in, and why */
  failures = [];

  #host;
  #words;
  /** @type {AbortController | null} */
  #reading = null;
  /** When all that came has been read. */
  #opened = Promise.resolve();
  /** @type {Map<string, { text: string, parts: string[] }>} a draft's text and the articles that it seems to be, by its key */
  #offers = new Map();

  /**
   * @param {VariorumComparer} host
   * @param {LaterStrings} strings
   */
  constructor(host, { doors }) {
    this.#host = host;
    this.#words = doors;
  }

  /** @param {boolean} isOver whether files are held over the page */
  notices(isOver) {
    return notices(this, isOver, this.#words, this.#host.strings.state.cancel);
  }

  /** @param {Draft} given */
  below({ key, text, leftOut: passages = [] }) {
    const offered = this.#offers.get(key);
    // Once the text has been changed, splitting the old one would lose the change.
    const parts = offered?.text === text ? offered.parts : null;
    return [
      parts && offer(parts, this.#words, { onSplit: () => this.split(key), onKeep: () => this.keepWhole(key) }),
      passages.length > 0 && leftOut(passages, this.#words, (chosen) => this.putBack(key, chosen)),
    ].filter(Boolean);
  }

  stop = () => this.#reading?.abort();

  dismiss = () => {
    this.failures = [];
    this.#host.requestUpdate();
  };

  /**
   * Reads files behind those that are still being read, so that none is lost and they stand in the order in which they
   * came.
   *
   * @param {readonly File[]} files
   * @returns {Promise<void>}
   */
  open(files) {
    const read = () => this.#open(files);
    this.#opened = this.#opened.then(read, read);
    return this.#opened;
  }

  /** @param {readonly File[]} files */
  async #open(files) {
    const reading = new AbortController();
    this.#reading = reading;
    this.failures = [];
    let at = 0;
    const show = () => {
      this.progress = { name: files[at].name, done: at, of: files.length };
      this.#host.requestUpdate();
    };
    const slow = setTimeout(show, SLOW_MS);
    /** @type {Brought[]} */
    const found = [];
    /** @type {{ name: string, annotations: unknown }[]} */
    const marks = [];
    for (const [index, file] of files.entries()) {
      at = index;
      if (this.progress) show();
      try {
        const brought = await readFile(file, reading.signal);
        if (brought.annotations) marks.push({ name: file.name, annotations: brought.annotations });
        else found.push(brought);
      } catch (error) {
        if (reading.signal.aborted) break;
        this.#fail(file.name, reasonOf(error, this.#words.errors));
      }
    }
    clearTimeout(slow);
    this.#reading = null;
    this.progress = null;
    this.#put(found);
    this.#host.requestUpdate();
    for (const given of marks) await this.#mark(given);
  }

  /**
   * Shows marks in the articles that are here by now, in place of those that were found.
   *
   * @param {{ name: string, annotations: unknown }} given
   */
  async #mark({ name, annotations }) {
    const host = this.#host;
    try {
      await host.updateComplete;
      const request = host.request();
      if (request.articles.length === 0 || !host.client) throw new DoorError('unmarked');
      const [{ marked }, report] = await Promise.all([import('./annotations.js'), host.client.compare(request)]);
      const { drafts, rules, reviews } = host;
      const made = marked(annotations, report, request, reviews);
      host.reviews = made.reviews;
      host.comparison.show(made.report, request);
      // Other drafts are compared anew, even when they are the same: that brings back what was found.
      host.undo = { drafts: [...drafts], message: this.#words.marked(made.shown), said: { rules, reviews } };
      if (made.unplaced > 0) this.#fail(name, this.#words.unplaced(made.unplaced));
      host.reader.show('article', { takeFocus: true });
    } catch (error) {
      this.#fail(name, reasonOf(error, this.#words.errors));
    }
  }

  /**
   * A comparison that comes alone is opened as it was saved. One that comes with other files has its articles put beside
   * theirs, and what was said to be the same thing goes with them.
   *
   * @param {readonly Brought[]} found
   */
  #put(found) {
    const host = this.#host;
    const [{ opened } = {}] = found;
    if (opened && found.length === 1) {
      host.keeper.openComparison(opened, this.#words.opened);
      return;
    }
    const before = { articles: toRequest(host.drafts).articles, rules: host.rules };
    const more = found.reduce((sum, { more = 0 }) => sum + more, 0);
    this.take(found.flatMap(({ articles }) => articles), { more });
    const { articles } = toRequest(host.drafts);
    const given = found.flatMap(({ opened }) => (opened ? [{ articles: toRequest(opened.drafts).articles, rules: opened.rules }] : []));
    if (given.length > 0) host.rules = [before, ...given].flatMap((one) => carryRules(one.rules, one.articles, articles));
  }

  /**
   * @param {string} source HTML, or empty when there is only text
   * @param {string} text
   * @param {HTMLTextAreaElement | null} box
   * @param {string | null} key of the draft in the box
   * @param {string} before what stood in the box, which is to be replaced
   */
  async paste(source, text, box, key, before) {
    const host = this.#host;
    const article = (source && (await readPage(source).catch(() => null))) || plain(text);
    const target = host.drafts.find((given) => given.key === key);
    const root = /** @type {ShadowRoot} */ (host.renderRoot);
    const isStillThere = box && target && root.activeElement === box;
    // Inserted in this way, the browser's own undo takes it back.
    if (isStillThere && article.text.length < LONGEST_INSERT && document.execCommand('insertText', false, article.text)) {
      host.drafting.change(target.key, { ...filled(target, article), text: box.value });
      this.offer(target.key, article.text);
    } else {
      // What was typed into it meanwhile stays.
      const [taken] = this.take([article], { key: target?.text === before ? key : null });
      if (taken) this.offer(taken, article.text);
    }
    host.announcement = this.#words.pasted(article.leftOut.length);
  }

  /**
   * Puts articles into the boxes that are empty, and into new ones.
   *
   * @param {readonly Incoming[]} articles
   * @param {{ key?: string | null, more?: number }} [given] the key of the draft that takes the first, and how many articles there were
   * behind these
   * @returns {string[]} the keys of the drafts that took them
   */
  take(articles, { key = null, more = 0 } = {}) {
    const host = this.#host;
    if (articles.length === 0) return [];
    const drafts = [...host.drafts];
    const taken = articles.flatMap((article, index) => {
      const named = index === 0 ? drafts.findIndex((given) => given.key === key) : -1;
      const at = named >= 0 ? named : drafts.findIndex(isEmpty);
      if (at < 0 && drafts.length >= MAX_ARTICLES) return [];
      if (at < 0) drafts.push(draft(article));
      else drafts[at] = filled(drafts[at], article);
      return [drafts.at(at)?.key ?? ''];
    });
    const refused = articles.length + more - taken.length;
    if (refused > 0) this.#fail('', this.#words.refused(refused, MAX_ARTICLES));
    host.undo = { drafts: host.drafts, message: this.#words.added(taken.length) };
    host.drafting.set(drafts);
    host.view = 'input';
    return taken;
  }

  /**
   * Offers to split a text that is clearly several articles.
   *
   * @param {string} key
   * @param {string} pasted
   */
  offer(key, pasted) {
    // As a box has it, whatever the clipboard ends its lines with.
    const text = plain(pasted).text;
    const parts = split(text);
    if (parts) this.#offers.set(key, { text, parts });
    else this.#offers.delete(key);
    this.#host.requestUpdate();
  }

  /** @param {string} key */
  split(key) {
    const parts = this.#offers.get(key)?.parts;
    const { drafts, drafting } = this.#host;
    const at = drafts.findIndex((given) => given.key === key);
    this.#offers.delete(key);
    if (!parts || at < 0) return;
    const [before, behind] = [drafts.slice(0, at), drafts.slice(at + 1).filter((given) => !isEmpty(given))];
    const room = MAX_ARTICLES - before.length - behind.length;
    // What there is no room for stays with the last, so that nothing is lost.
    const texts = parts.length <= room ? parts : [...parts.slice(0, room - 1), parts.slice(room - 1).join('\n\n')];
    const made = texts.map((text, index) => (index === 0 ? { ...drafts[at], text } : draft({ text })));
    drafting.set([...before, ...made, ...behind]);
    this.#host.undo = { drafts, message: this.#words.wasSplit(texts.length) };
  }

  /** @param {string} key */
  keepWhole(key) {
    this.#offers.delete(key);
    this.#host.requestUpdate();
  }

  /**
   * @param {string} key
   * @param {readonly LeftOut[]} passages
   */
  putBack(key, passages) {
    const { drafts, drafting } = this.#host;
    const given = drafts.find((other) => other.key === key);
    if (!given) return;
    let { text } = given;
    for (const [index, passage] of passages.entries()) {
      // Neighbours on the page follow each other here as well.
      const before = passages[index - 1];
      text = putBack(text, before?.after === passage.after ? { ...passage, after: before.text } : passage);
    }
    drafting.change(key, { text, leftOut: given.leftOut?.filter((passage) => !passages.includes(passage)) });
  }

  /**
   * @param {string} name
   * @param {string} message
   */
  #fail(name, message) {
    this.failures = [...this.failures, { name, message }];
    this.#host.requestUpdate();
  }
}

/**
 * What was typed beside a text is the reader's own, and stays.
 *
 * @param {Draft} given
 * @param {Incoming} article
 * @returns {Draft}
 */
function filled(given, { text, title, outlet, published, url, leftOut: passages }) {
  return {
    ...given,
    text,
    leftOut: passages,
    title: given.title || title,
    outlet: given.outlet || outlet,
    published: given.published || published,
    url: given.url || url,
  };
}
