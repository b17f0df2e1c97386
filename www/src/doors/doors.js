/** @import { ReactiveController } from 'lit' */
/** @import { Draft } from '../drafts.js' */
/** @import { VariorumComparer } from '../variorum-comparer.js' */
/** @import { Desk } from './desk.js' */

import { adopt } from '../styles/adopt.js';

/** Characters below which pasted HTML is a phrase and not an article, so that it is pasted as the browser would. */
const SHORTEST_PAGE = 200;

/** HTML that has paragraphs, and is not the coloured lines of a program's editor. */
const HAS_PARAGRAPHS = /<(p|div|h[1-6]|li|br|article|section|td)\b/i;
const IS_EDITORS = /^.{0,400}white-space:\s*pre\s*[;"]/is;
const IS_SOURCE = /^\s*<(!doctype\s+html|html)\b/i;

const DRAGS = /** @type {const} */ (['dragenter', 'dragover', 'dragleave', 'drop']);

/**
 * The ways in which articles come to the page besides typing: pasted with their formatting, dropped, opened as files.
 * What reads them is fetched when it is first needed.
 *
 * @implements {ReactiveController}
 */
export class Doors {
  /** Whether files are held over the page. */
  isOver = false;

  #host;
  /** @type {EventTarget | undefined} where pastes and drops are heard */
  #ground;
  /** @type {Desk | null} */
  #desk = null;

  /** @param {VariorumComparer} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    const { page } = this.#host;
    this.#ground = page ? window : this.#host;
    this.#ground.addEventListener('paste', this.#paste);
    for (const type of DRAGS) this.#ground.addEventListener(type, this.#drag);
    if (this.#host.drafts.some(({ leftOut }) => leftOut?.length)) this.#fetch().catch(() => {});
  }

  hostDisconnected() {
    this.#ground?.removeEventListener('paste', this.#paste);
    for (const type of DRAGS) this.#ground?.removeEventListener(type, this.#drag);
    this.#desk?.stop();
  }

  /** What is to be seen of articles on their way in, above the views. */
  notices() {
    return this.#desk?.notices(this.isOver);
  }

  /**
   * What is to be seen of how a box was filled, below its text.
   *
   * @param {Draft} given
   */
  below(given) {
    return this.#desk?.below(given);
  }

  /** @param {Iterable<File>} files */
  open = async (files) => {
    // A list of files is emptied with the event that brought it.
    const given = [...files];
    try {
      await (await this.#fetch()).open(given);
    } catch {
      this.#host.failure = this.#host.strings.state.viewFailed;
    }
  };

  #paste = async (/** @type {any} */ event) => {
    const path = event.composedPath();
    const target = /** @type {HTMLElement} */ (path[0]);
    const data = event.clipboardData;
    const isHere = path.includes(this.#host) || target === document.body;
    if (!data || !isHere || this.#host.renderRoot.querySelector('dialog[open]')) return;
    const box = target.closest('textarea');
    const key = box?.closest('.article-input')?.getAttribute('data-key') ?? null;
    // A field that is no box of an article, such as one for a note, takes what is pasted by itself.
    if (box ? key === null : target.matches('input, select, [contenteditable]')) return;
    const html = data.getData('text/html');
    const text = data.getData('text/plain');
    if (data.files.length > 0 && !text && !html) {
      event.preventDefault();
      this.open(data.files);
      return;
    }
    const isWhole = !box || (box.selectionStart === 0 && box.selectionEnd === box.value.length);
    const isPage = text.length >= SHORTEST_PAGE && HAS_PARAGRAPHS.test(html) && !IS_EDITORS.test(html);
    const source = isPage ? html : IS_SOURCE.test(text) ? text : '';
    if (!isWhole || !(source || text.trim())) return;
    const isOurs = source !== '' || !box;
    const before = box?.value ?? '';
    if (isOurs) event.preventDefault();
    try {
      const desk = await this.#fetch();
      if (isOurs) await desk.paste(source, text, box, key, before);
      else if (key) desk.offer(key, text);
    } catch {
      // Without the network the words are there all the same.
      if (isOurs && key) this.#host.drafting.change(key, { text });
    }
  };

  #drag = (/** @type {any} */ event) => {
    const data = event.dataTransfer;
    if (!data?.types.includes('Files')) return;
    // Otherwise the browser would open the file in place of the page.
    event.preventDefault();
    if (event.type === 'dragenter') this.#fetch().catch(() => {});
    // Leaving one element for another inside the page names the other; leaving the page names none. An element among
    // others hears of it only when it is left itself.
    const isOver = event.type !== 'drop' && (event.type !== 'dragleave' || (this.#ground === window && event.relatedTarget !== null));
    if (isOver !== this.isOver) {
      this.isOver = isOver;
      this.#host.requestUpdate();
    }
    if (event.type === 'drop') this.open(data.files);
  };

  async #fetch() {
    if (this.#desk) return this.#desk;
    const host = this.#host;
    const [{ Desk, styles }, words] = await Promise.all([import('./desk.js'), host.strings.later()]);
    adopt(/** @type {ShadowRoot} */ (host.renderRoot), [styles]);
    this.#desk ??= new Desk(host, words);
    host.requestUpdate();
    return this.#desk;
  }
}
