// <variorum-report>: a saved report for readers, drawn without the engine. Importing this module defines the element.

/** @import { ArticleReport, Finding, Reading, Reason, Relation, Report } from '../../pkg/web/variorum.js' */

import { checked } from './checked.js';
import { VariorumError } from './errors.js';
import { languageAmong, languagesFor } from './language.js';
import { Base, define, element, openShadow } from './shadow.js';

/** @type {Relation[]} what is shown unless the attribute says otherwise */
const RELATIONS = ['conflict', 'contested', 'compatible'];

/** @typedef {typeof ENGLISH} ReportWords */

/** What the element says. */
export const ENGLISH = {
  /** A BCP 47 tag. */
  language: 'en',
  name: 'Where the reports differ',
  conflict: 'Conflict',
  contested: 'Disputed in the reports',
  compatible: 'Both possible',
  same: 'Same',
  notMentioned: 'not mentioned',
  nothing: 'No differences were found.',
  /** @param {Finding} finding */
  label: ({ label }) => label,
  /** @param {Reason} reason */
  remark: ({ message }) => message,
};

/** @type {Readonly<Record<string, () => Promise<{ words: ReportWords }>>>} its other languages, fetched where they are wanted */
const OTHERS = {
  de: () => import('./words/de.js'),
  fr: () => import('./words/fr.js'),
  es: () => import('./words/es.js'),
};

const STYLES = `
  :host { display: block; color: var(--variorum-ink, inherit); font: var(--variorum-font, inherit); }
  :host([hidden]) { display: none; }
  ol, ul, p { margin: 0; padding: 0; list-style: none; }
  [part~='articles'] { display: flex; flex-wrap: wrap; gap: 0 1.5em; }
  [part~='articles'], [part~='relation'], [part~='speaker'], [part~='absent'], [part~='reason'] { color: var(--variorum-quiet, inherit); font-size: 0.85em; }
  [part~='finding'] { margin-block-start: 1em; padding-inline-start: 0.75em; border-inline-start: 3px var(--stroke, solid) var(--variorum-line, currentColor); }
  [part~='contested'] { --stroke: double; }
  [part~='compatible'] { --stroke: dashed; }
  [part~='same'] { --stroke: dotted; }
  [part~='label'] { font-weight: 600; }
  [part~='sigla'] { font-weight: 600; margin-inline-end: 0.5em; }
  [part~='speaker'] { margin-inline-start: 0.5em; }
`;

/**
 * Shows a saved report: each finding with what every article says, and who says so. It loads nothing but the report.
 *
 * What stands between its tags is shown until there is a report, and instead of one that cannot be shown.
 *
 * Attributes: `src`, the address of a report as JSON; `relations`, which findings are shown (`conflict contested
 * compatible` unless given; `same`); `lang`, the language that it speaks, in place of that of the page (English, German,
 * French, Spanish).
 *
 * Properties: `report`, in place of `src`; `strings`, what it says in place of its own words: those of `ENGLISH`, any of
 * which may be left out.
 *
 * Events: `variorum-report` when a report is shown, with the report as `detail`; `variorum-error` when one cannot be,
 * with a `VariorumError` as `detail`.
 *
 * Parts: `articles`, `article`, `findings`, `finding` (with the name of its relation), `relation`, `label`, `reading`, `sigla`,
 * `words`, `speaker`, `absent`, `reason`. Custom properties: `--variorum-ink`, `--variorum-quiet`, `--variorum-line`,
 * `--variorum-font`.
 *
 * @example
 * <variorum-report src="report.json">The reports differ on the number of passengers.</variorum-report>
 */
export class VariorumReport extends Base {
  static observedAttributes = ['src', 'relations', 'lang'];

  /** @type {Report | null} */
  #report = null;
  /** What was given last: while words are fetched, something newer may be. */
  #given = /** @type {unknown} */ (null);
  /** @type {ReportWords | null} where the page has set its own */
  #strings = null;
  #words = ENGLISH;
  #language = 'en';
  /** @type {Promise<void> | null} until the words of the language are there */
  #fetching = null;
  /** @type {AbortController | null} */
  #loading = null;

  constructor() {
    super();
    openShadow(this, STYLES).append(document.createElement('slot'));
  }

  connectedCallback() {
    this.#speak();
  }

  /** @returns {Report | null} the report that is shown */
  get report() {
    return this.#report;
  }

  set report(report) {
    this.#loading?.abort();
    this.#show(report);
  }

  /** @returns {ReportWords} */
  get strings() {
    return this.#strings ?? this.#words;
  }

  /** @param {Partial<ReportWords> | null} strings */
  set strings(strings) {
    this.#strings = strings && { ...ENGLISH, ...strings };
    this.#draw();
    this.#speak();
  }

  /**
   * @param {string} name
   * @param {string | null} _before
   * @param {string | null} value
   */
  attributeChangedCallback(name, _before, value) {
    if (name === 'relations') this.#draw();
    else if (name === 'lang') this.#speak();
    else if (value !== null) this.#load(value);
  }

  /** Turns to the language that is wanted now. Where its words cannot be fetched, those that it has stay. */
  #speak() {
    if (this.#given == null || !this.isConnected || this.#strings) return;
    const language = languageAmong(languagesFor(this), { en: true, ...OTHERS });
    if (language === this.#language) return;
    this.#language = language;
    const take = (/** @type {ReportWords} */ words) => {
      if (language !== this.#language) return;
      this.#fetching = null;
      this.#words = words;
      this.#draw();
    };
    if (language === 'en') take(ENGLISH);
    else this.#fetching = OTHERS[language]().then(({ words }) => take(words), () => take(this.#words));
  }

  /** @param {string} src */
  async #load(src) {
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    const address = new URL(src, document.baseURI);
    try {
      const answer = await fetch(address, { signal: loading.signal }).catch(() => {
        throw new VariorumError('not-loaded', `the report could not be loaded from ${address}`);
      });
      if (!answer.ok) throw new VariorumError('not-found', `there is no report at ${address} (${answer.status})`);
      const report = await answer.json().catch(() => null);
      if (!loading.signal.aborted) this.#show(report);
    } catch (error) {
      if (!loading.signal.aborted) this.#fail(error);
    }
  }

  /** @param {unknown} given */
  async #show(given) {
    this.#given = given;
    this.#speak();
    // Where nothing is fetched, a report is shown as soon as it is set.
    while (this.#fetching) await this.#fetching;
    if (this.#given !== given) return;
    this.#report = null;
    try {
      this.#report = given == null ? null : checked(given);
      this.#draw();
    } catch (error) {
      this.#report = null;
      this.#draw();
      this.#fail(error instanceof VariorumError ? error : new VariorumError('no-report', `the report cannot be shown: ${error}`));
      return;
    }
    if (this.#report) this.dispatchEvent(new CustomEvent('variorum-report', { detail: this.#report, bubbles: true, composed: true }));
  }

  /** @param {unknown} error */
  #fail(error) {
    this.dispatchEvent(new CustomEvent('variorum-error', { detail: error, bubbles: true, composed: true }));
  }

  #draw() {
    const root = /** @type {ShadowRoot} */ (this.shadowRoot);
    const { name, nothing } = this.strings;
    if (!this.#report) {
      root.replaceChildren(document.createElement('slot'));
      return;
    }
    const { articles, findings } = this.#report;
    const relations = this.getAttribute('relations')?.split(/\s+/) ?? RELATIONS;
    const shown = findings.filter(({ relation }) => relations.includes(relation));
    const list = element('ol', 'findings', shown.map((finding) => this.#finding(finding, articles)));
    list.ariaLabel = name;
    root.replaceChildren(
      element('ul', 'articles', articles.map((article) => element('li', 'article', heading(article)))),
      shown.length > 0 ? list : element('p', 'nothing', nothing),
    );
  }

  /**
   * @param {Finding} finding
   * @param {ArticleReport[]} articles
   */
  #finding(finding, articles) {
    const { relation, readings, absent, reasons } = finding;
    const words = this.strings;
    /** @param {(id: string) => boolean} of */
    const sigla = (of) => articles.filter(({ id }) => of(id)).map(({ siglum }) => siglum).join(' ');
    const groups = [...new Set(readings.map(({ group }) => group))].map((group) => readings.filter((reading) => reading.group === group));
    return element('li', `finding ${relation}`, [
      element('p', 'relation', words[relation] ?? relation),
      element('p', 'label', words.label(finding)),
      element('ul', 'readings', groups.map((group) => said(group, sigla((id) => group.some(({ article }) => article === id))))),
      ...(absent.length > 0 ? [element('p', 'absent', `${sigla((id) => absent.includes(id))} ${words.notMentioned}`)] : []),
      ...reasons.map((reason) => element('p', 'reason', words.remark(reason))),
    ]);
  }
}

/**
 * One value, in all the words that articles have for it.
 *
 * @param {Reading[]} readings
 * @param {string} sigla
 */
function said(readings, sigla) {
  const words = new Set(readings.map(({ text }) => text));
  const speakers = new Set(readings.flatMap(({ by }) => (by ? [by.text] : [])));
  return element('li', 'reading', [
    element('span', 'sigla', sigla),
    element('q', 'words', [...words].join(' · ')),
    ...(speakers.size > 0 ? [element('span', 'speaker', [...speakers].join(' · '))] : []),
  ]);
}

/** @param {ArticleReport} article */
function heading({ siglum, outlet, title, published }) {
  return [siglum, outlet ?? title, published].filter(Boolean).join(' · ');
}

define('variorum-report', VariorumReport);
