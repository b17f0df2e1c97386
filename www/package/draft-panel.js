// <variorum-draft>: a draft against the wire, as a list beside the editor. Importing this module defines the element.

/** @import { ArticleInput, Edit } from '../../pkg/web/variorum.js' */
/** @import { Client } from './client.js' */
/** @import { Answer, Check, Standing } from './draft.js' */
/** @import { DraftWords } from './draft-words.js' */

import { WorkerClient } from './client.js';
import { check, STANDINGS } from './draft.js';
import { WORDS } from './draft-words.js';
import { languageAmong, languagesFor } from './language.js';
import { Base, define, element, openShadow } from './shadow.js';

export { ENGLISH } from './draft-words.js';
export { STANDINGS };

/** Pause in typing, in milliseconds, after which the draft is checked. */
const DEBOUNCE_MS = 300;

const STYLES = `
  :host { display: block; color: var(--variorum-ink, inherit); font: var(--variorum-font, inherit); }
  :host([hidden]) { display: none; }
  ol, ul, p { margin: 0; padding: 0; list-style: none; }
  [part~='standing'], [part~='context'], [part~='item'], [part~='speaker'], [part~='relation'], [part~='summary'] { color: var(--variorum-quiet, inherit); font-size: 0.85em; }
  [part~='check'] { margin-block-start: 0.75em; padding-inline-start: 0.75em; border-inline-start: 3px var(--stroke, solid) var(--variorum-line, currentColor); }
  [part~='contested'], [part~='unclear'] { --stroke: double; }
  [part~='compatible'] { --stroke: dashed; }
  [part~='same'] { --stroke: dotted; }
  [part~='fact'] { display: block; padding: 0; border: 0; background: none; color: inherit; font: inherit; text-align: start; cursor: pointer; }
  [part~='item'] { font-weight: 600; }
  [part~='item'], [part~='relation'], [part~='words'] { margin-inline-end: 0.5em; }
  ins { text-decoration: underline; }
`;

/**
 * Checks a draft against other reports while it is written: a list of its facts, those on top that no other report has, each
 * with what every item of the wire says.
 *
 * Properties: `draft`, an article or its text; `wire`, the reports (`ArticleInput[]`), named in the list by `outlet`, else by `id`;
 * `client`, what compares, a `WorkerClient` of its own unless set; `checks`, the newest list; `strings`, what it says, in place of
 * its words in English, German, French or Spanish.
 *
 * Attributes: `lang`, the language that it speaks; else it is that of the page, else the browser's.
 *
 * Events, which bubble and leave shadow roots: `checked` with `{ draft, checks }` as `detail`, the draft being the one that was
 * checked; `fact-selected` with the check; `failed` with the error.
 *
 * Parts: `summary`, `checks`, `check` (with the name of its standing), `standing`, `fact`, `context`, `own`, `answers`, `answer` (with its relation), `item`,
 * `relation`, `words`, `speaker`. Custom properties: those of `<variorum-report>`.
 *
 * @example
 * import { attachTextarea } from 'variorum/draft';
 * const panel = document.querySelector('variorum-draft');
 * panel.wire = wire;
 * attachTextarea(panel, document.querySelector('textarea'));
 */
export class VariorumDraft extends Base {
  static observedAttributes = ['lang'];

  /** @type {ArticleInput} */
  #draft = { id: 'draft', text: '' };
  /** @type {readonly ArticleInput[]} */
  #wire = [];
  /** @type {Check[]} */
  #checks = [];
  /** The text that they are of. */
  #checked = '';
  /** Why the list is not of the newest words. */
  #failure = '';
  /** @type {DraftWords | null} where the page has set its own */
  #strings = null;
  /** @type {Client | null} */
  #client = null;
  /** @type {WorkerClient | null} the client that this element made, and so has to close */
  #own = null;
  /** @type {AbortController | null} */
  #running = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;

  constructor() {
    super();
    openShadow(this, STYLES);
  }

  connectedCallback() {
    this.#draw();
    this.#soon();
  }

  attributeChangedCallback() {
    if (this.isConnected) this.#draw();
  }

  disconnectedCallback() {
    clearTimeout(this.#pause);
    this.#running?.abort();
    this.#own?.close();
    this.#own = null;
  }

  /** @returns {ArticleInput} */
  get draft() {
    return this.#draft;
  }

  /** @param {ArticleInput | string} draft */
  set draft(draft) {
    this.#draft = typeof draft === 'string' ? { ...this.#draft, text: draft } : draft;
    this.#soon();
  }

  /** @returns {readonly ArticleInput[]} */
  get wire() {
    return this.#wire;
  }

  set wire(wire) {
    this.#wire = wire;
    this.#soon();
  }

  /** @returns {Client | null} */
  get client() {
    return this.#client;
  }

  set client(client) {
    this.#client = client;
    this.#soon();
  }

  /** @returns {DraftWords} */
  get strings() {
    return this.#strings ?? WORDS[languageAmong(languagesFor(this), WORDS)];
  }

  set strings(strings) {
    this.#strings = strings;
    this.#draw();
  }

  /** @returns {readonly Check[]} of the draft as it was when it was checked last */
  get checks() {
    return this.#checks;
  }

  #soon() {
    clearTimeout(this.#pause);
    if (this.isConnected) this.#pause = setTimeout(() => this.#check(), DEBOUNCE_MS);
  }

  /** What newer words have overtaken is not waited for. */
  async #check() {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    const draft = this.#draft;
    try {
      const client = this.#client ?? (this.#own ??= new WorkerClient());
      const checks = this.#wire.length > 0 ? await check(draft, this.#wire, client, { signal: running.signal }) : [];
      if (running.signal.aborted) return;
      this.#checks = checks;
      this.#checked = draft.text;
      this.#failure = '';
      this.#draw();
      this.#tell('checked', { draft, checks });
    } catch (error) {
      if (running.signal.aborted) return;
      this.#failure = String(/** @type {Error} */ (error).message);
      this.#draw();
      this.#tell('failed', error);
    }
  }

  /**
   * @param {string} type
   * @param {unknown} detail
   */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  #draw() {
    const root = /** @type {ShadowRoot} */ (this.shadowRoot);
    const { strings } = this;
    // The list is drawn anew behind every pause in typing: what has the focus keeps it.
    const focused = root.activeElement?.getAttribute('data-key');
    const open = this.#checks.filter(({ standing }) => standing === 'unsupported' || standing === 'conflict').length;
    const said = this.#failure ? this.#failure : this.#wire.length === 0 ? strings.noWire : this.#checks.length === 0 ? strings.empty : strings.summary(open);
    const summary = element('p', 'summary', said);
    summary.setAttribute('role', 'status');
    // Errors are told in English.
    summary.lang = this.#failure ? 'en' : (strings.language ?? '');
    const list = element('ol', 'checks', this.#checks.map((given) => this.#item(given, strings)));
    list.ariaLabel = strings.name;
    root.replaceChildren(summary, list);
    if (focused) /** @type {HTMLElement | null} */ (root.querySelector(`[data-key="${CSS.escape(focused)}"]`))?.focus({ preventScroll: true });
  }

  /**
   * @param {Check} given
   * @param {DraftWords} strings
   */
  #item(given, strings) {
    const { key, standing, text, answers, places } = given;
    const [before, after] = around(this.#checked, places[0]);
    const fact = element('button', 'fact', [element('span', 'context', before), element('strong', 'own', text), element('span', 'context', after)]);
    fact.setAttribute('type', 'button');
    fact.setAttribute('data-key', key);
    fact.addEventListener('click', () => this.#tell('fact-selected', given));
    return element('li', `check ${standing}`, [
      said('p', 'standing', standing, strings),
      fact,
      element('ul', 'answers', answers.map((answer) => this.#answer(answer, given, strings))),
    ]);
  }

  /**
   * @param {Answer} answer
   * @param {Check} given
   * @param {DraftWords} strings
   */
  #answer({ item, relation, readings, edits }, { text, standing }, strings) {
    const outlet = this.#wire.find(({ id }) => id === item)?.outlet ?? item;
    const speakers = new Set(readings.flatMap(({ by }) => (by ? [by] : [])));
    const words = edits
      ? element('q', 'words', diffed(text, readings[0].text, edits))
      : element('q', 'words', [...new Set(readings.map((reading) => reading.text))].join(' · '));
    return element('li', `answer ${relation}`, [
      element('span', 'item', outlet),
      ...(relation === standing ? [] : [said('span', 'relation', relation, strings)]),
      words,
      ...(speakers.size > 0 ? [element('span', 'speaker', [...speakers].join(' · '))] : []),
    ]);
  }
}

/**
 * How a fact stands, in a language that need not be that of the articles.
 *
 * @param {string} tag
 * @param {string} part
 * @param {Standing} standing
 * @param {DraftWords} strings
 */
function said(tag, part, standing, strings) {
  const words = element(tag, part, strings[standing]);
  words.lang = strings.language ?? '';
  return words;
}

/** As much of the draft as is shown before and behind a fact, in characters. */
const CONTEXT = 28;

/**
 * A bare 12 says little: the words around it say of what it is told.
 *
 * @param {string} text
 * @param {{ start: number, end: number }} place
 * @returns {[string, string]} within its line, cut between words
 */
function around(text, { start, end }) {
  const line = [text.lastIndexOf('\n', start - 1) + 1, text.indexOf('\n', end)];
  const last = line[1] < 0 ? text.length : line[1];
  const before = text.slice(Math.max(line[0], start - CONTEXT), start);
  const after = text.slice(end, Math.min(last, end + CONTEXT));
  return [
    start - CONTEXT > line[0] ? before.replace(/^\S*\s*/, '… ') : before,
    end + CONTEXT < last ? after.replace(/\s*\S*$/, ' …') : after,
  ];
}

/**
 * Their words with what the draft has otherwise: `<del>` is the draft's alone, `<ins>` theirs.
 *
 * @param {string} draft
 * @param {string} theirs
 * @param {readonly Edit[]} edits
 * @returns {Node[]}
 */
function diffed(draft, theirs, edits) {
  return edits.map(({ edit, leftStart, leftEnd, rightStart, rightEnd }) => {
    if (edit === 'left') return element('del', 'del', draft.slice(leftStart, leftEnd));
    const words = theirs.slice(rightStart, rightEnd);
    return edit === 'right' ? element('ins', 'ins', words) : document.createTextNode(words);
  });
}

/**
 * Checks what is typed into a field: the panel follows the words, and a fact that is chosen in it is selected in the field.
 *
 * @param {VariorumDraft} panel
 * @param {HTMLTextAreaElement} field
 * @returns {() => void} lets go of the field
 */
export function attachTextarea(panel, field) {
  const read = () => {
    panel.draft = field.value;
  };
  const select = (/** @type {Event} */ event) => {
    const { text, places } = /** @type {CustomEvent<Check>} */ (event).detail;
    // The words may have moved since they were checked.
    const [{ start, end }] = places;
    const at = field.value.slice(start, end) === text ? start : field.value.indexOf(text);
    if (at < 0) return;
    field.focus();
    field.setSelectionRange(at, at + text.length);
  };
  field.addEventListener('input', read);
  panel.addEventListener('fact-selected', select);
  read();
  return () => {
    field.removeEventListener('input', read);
    panel.removeEventListener('fact-selected', select);
  };
}

define('variorum-draft', VariorumDraft);
