// The page of lessons: does one that came by a link or a file, makes one from a comparison, collects what came back.

/** @import { Lesson } from './model.js' */

import '../trusted.js';
import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { loadFonts } from '../fonts.js';
import { unpack } from '../keep/link.js';
import { LessonError, readLesson, readLessonFile } from './model.js';
import shell from './shell.css?inline';
import { common } from './styles.js';
import { wipeAll } from './player/keeping.js';
import { LessonPlayer } from './player/player.js';
import { languageFor, wordsIn } from './player/words.js';
import { READY, reportsOf } from './making/ready.js';
import { makingWords } from './making/words.js';

/** Under these names an address holds a lesson, and a comparison to make one from. */
const LESSON = 'lesson';
const COMPARISON = 'articles';

/** The shell around the page's doors; each of them is fetched when it is wanted. */
export class LessonsPage extends LitElement {
  /** @override */
  static properties = { door: { state: true }, lesson: { state: true }, failure: { state: true }, wiped: { state: true } };

  /** @override */
  static styles = [...common, unsafeCSS(shell)];

  constructor() {
    super();
    /** @type {'start' | 'doing' | 'making' | 'collecting' | 'waiting'} */
    this.door = 'waiting';
    /** @type {Lesson | null} */
    this.lesson = null;
    /** @type {unknown} the comparison, or the lesson, to be made */
    this.given = null;
    this.failure = '';
    this.wiped = '';
    this.language = languageFor([chosenLanguage(), ...navigator.languages].filter(Boolean));
    this.words = wordsIn(this.language);
    this.making = makingWords(this.language);
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    addEventListener('hashchange', this.#arrive);
    this.#arrive();
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#arrive);
  }

  #arrive = async () => {
    const params = new URLSearchParams(location.hash.slice(1));
    const [lesson, comparison] = [params.get(LESSON), params.get(COMPARISON)];
    this.failure = '';
    try {
      if (lesson) this.#do(readLesson(await unpacked(lesson)));
      else if (comparison) await this.#make({ comparison: await unpacked(comparison) });
      else this.door = 'start';
    } catch (error) {
      this.#fail(error);
    }
  };

  /** @param {Lesson} lesson */
  #do(lesson) {
    this.lesson = lesson;
    this.door = 'doing';
    document.title = lesson.title || document.title;
    document.documentElement.lang = lesson.language;
  }

  /** @param {{ comparison: unknown, ready?: number } | { lesson: Lesson }} given */
  async #make(given) {
    const { LessonMaker } = await import('./making/maker.js');
    if (!customElements.get('variorum-lesson-maker')) customElements.define('variorum-lesson-maker', LessonMaker);
    this.given = given;
    this.door = 'making';
  }

  #collect = async () => {
    const { ResultTable } = await import('./collecting/table.js');
    if (!customElements.get('variorum-lesson-results')) customElements.define('variorum-lesson-results', ResultTable);
    this.door = 'collecting';
  };

  /** @param {unknown} error */
  #fail(error) {
    this.failure = this.words.errors[error instanceof LessonError ? error.code : 'damaged'];
    this.door = 'start';
  }

  /** @override */
  render() {
    const { words, making, door } = this;
    return html`
      <header class="masthead">
        <p class="wordmark">Variorum</p>
        <nav aria-label=${making.start.title}>
          <a href="./">${making.start.compare}</a>
          ${door === 'start' || door === 'doing' ? nothing : html`<button type="button" class="quiet" @click=${this.#home}>${making.start.title}</button>`}
        </nav>
      </header>
      <main>
        ${this.failure ? html`<p class="failure" role="alert">${this.failure}</p>` : nothing}
        ${door === 'doing' ? html`<variorum-lesson .lesson=${this.lesson}></variorum-lesson>` : nothing}
        ${door === 'making' ? html`<variorum-lesson-maker .words=${making} .given=${this.given} .language=${this.language}></variorum-lesson-maker>` : nothing}
        ${door === 'collecting' ? html`<variorum-lesson-results .words=${making}></variorum-lesson-results>` : nothing}
        ${door === 'start' ? this.#start() : nothing}
      </main>
      ${door === 'doing' ? nothing : html`<footer><p>${words.footer}</p></footer>`}
    `;
  }

  #start() {
    const { start, ready, privacy } = this.making;
    return html`
      <section class="start">
        <h1>${start.title}</h1>
        <p class="intro">${start.intro}</p>
        <p class="actions">
          <label class="button file"><input type="file" class="unseen" accept=".json,.html,application/json,text/html" @change=${this.#open} />${start.open}</label>
          <button type="button" class="button" @click=${this.#collect}>${start.collect}</button>
        </p>
      </section>
      <section class="start" aria-labelledby="ready">
        <h2 id="ready">${ready.title}</h2>
        <p class="hint">${ready.help}</p>
        <ul class="types">
          ${READY.map(({ id }, at) => html`<li><button type="button" class="button" @click=${() => this.#ready(id, at)}>${ready.lessons[at].name}</button><span class="hint">${ready.lessons[at].age} · ${ready.lessons[at].time}</span></li>`)}
        </ul>
      </section>
      <section class="start" aria-labelledby="privacy">
        <h2 id="privacy">${privacy.title}</h2>
        <ul class="plain">${privacy.lines.map((line) => html`<li>${line}</li>`)}</ul>
        <p class="actions"><button type="button" class="button" @click=${this.#wipe}>${privacy.wipeAll}</button> <span role="status">${this.wiped}</span></p>
      </section>
    `;
  }

  /**
   * @param {string} example
   * @param {number} ready
   */
  async #ready(example, ready) {
    try {
      await this.#make({ comparison: await reportsOf(example), ready });
    } catch (error) {
      this.#fail(error);
    }
  }

  #wipe = () => {
    this.wiped = this.making.privacy.wipedAll(wipeAll());
  };

  #home = () => {
    history.replaceState(null, '', location.pathname + location.search);
    this.failure = '';
    this.wiped = '';
    this.door = 'start';
  };

  /** @param {Event} event */
  #open = async (event) => {
    const [file] = /** @type {HTMLInputElement} */ (event.target).files ?? [];
    if (!file) return;
    this.failure = '';
    try {
      // A teacher opens a file to change it; students have it open already.
      await this.#make({ lesson: readLessonFile(await file.text()) });
    } catch (error) {
      this.#fail(error);
    }
  };
}

/** @param {string} packed */
async function unpacked(packed) {
  try {
    return await unpack(packed);
  } catch {
    throw new LessonError('damaged');
  }
}

/** @returns {string} the language that was chosen on the page of comparisons */
function chosenLanguage() {
  try {
    return localStorage.getItem('variorum-language') ?? '';
  } catch {
    return '';
  }
}

customElements.define('variorum-lesson', LessonPlayer);
customElements.define('variorum-lessons', LessonsPage);
const page = new LessonsPage();
document.documentElement.lang = page.language;
document.body.prepend(page);
requestAnimationFrame(() => setTimeout(loadFonts));
