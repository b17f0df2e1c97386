/** @import { Lesson } from '../model.js' */
/** @import { Change } from '../planting/plant.js' */
/** @import { Sources } from './builders.js' */
/** @import { Own } from './own.js' */
/** @import { Draft, ExerciseDraft, Planting } from './draft.js' */
/** @import { MakingWords } from './words.js' */

import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { live } from 'lit/directives/live.js';
import { WorkerClient } from '../../../package/client.js';
import { toRequest } from '../../drafts.js';
import { fromSaved } from '../../keep/saved.js';
import { TYPES } from '../model.js';
import { findingsOn } from '../planting/detection.js';
import { wordsIn } from '../player/words.js';
import shell from '../shell.css?inline';
import { common } from '../styles.js';
import { isEmpty, newDraft, newExercise, reopened, replanted, sealed } from './draft.js';
import { area, text } from './fields.js';
import { handingOut } from './hand-out.js';
import { items } from './items.js';
import { withOwn } from './own.js';
import { OwnItem } from './own-item.js';
import { paper, paperStyles, print, SIZES } from './paper.js';
import { plantingSettings } from './planting-settings.js';
import { READY, readyDraft } from './ready.js';

/**
 * Makes a lesson from a comparison, or changes one that was made before.
 *
 * Properties:
 * - `given`: `{ comparison }`, a comparison as it is saved, or `{ lesson }`; with `ready`, the place of a ready lesson in `READY`
 * - `words`, `language`: in which it speaks, and the lesson with it
 */
export class LessonMaker extends LitElement {
  /** @override */
  static properties = { given: { attribute: false }, words: { attribute: false }, language: {}, draft: { state: true }, sources: { state: true }, message: { state: true }, isTrying: { state: true }, isPrinting: { state: true }, hasFailed: { state: true } };

  /** @override */
  static styles = [...common, unsafeCSS(shell), paperStyles];

  constructor() {
    super();
    /** @type {{ comparison: unknown, ready?: number } | { lesson: Lesson } | null} */
    this.given = null;
    /** @type {MakingWords} */
    this.words = /** @type {MakingWords} */ ({});
    this.language = 'en';
    /** @type {Draft | null} */
    this.draft = null;
    /** @type {Sources | null} none where a saved lesson is changed */
    this.sources = null;
    this.message = '';
    this.isTrying = false;
    this.isPrinting = false;
    this.hasFailed = false;
    if (!customElements.get('variorum-lesson-own')) customElements.define('variorum-lesson-own', OwnItem);
  }

  /** @type {WorkerClient | null} the engine, which is asked again whenever changes are planted; none where a saved lesson is changed */
  #client = null;

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    this.#client?.close();
  }

  /**
   * @override
   * @param {import('lit').PropertyValues<this>} changed
   */
  willUpdate(changed) {
    if (!changed.has('given') || !this.given) return;
    if ('lesson' in this.given) this.draft = reopened(this.given.lesson);
    else this.#read(this.given.comparison, this.given.ready);
  }

  /** @param {unknown} comparison @param {number} [ready] */
  async #read(comparison, ready) {
    const { words } = this;
    try {
      this.#client ??= new WorkerClient();
      const client = this.#client;
      const { drafts, rules } = fromSaved(comparison);
      const request = toRequest(drafts, rules);
      const report = await client.compare(request);
      const facts = await Promise.all(request.articles.map((article) => client.facts(article)));
      this.sources = { request, report, facts, words };
      const id = Array.from(crypto.getRandomValues(new Uint8Array(9)), (byte) => byte.toString(16).padStart(2, '0')).join('');
      const draft = newDraft(this.sources, id, this.language);
      this.draft = ready === undefined ? draft : readyDraft(this.sources, draft, READY[ready], words.ready.lessons[ready].name);
      for (const exercise of this.draft.exercises) this.#detect(exercise);
    } catch {
      this.hasFailed = true;
    }
  }

  /** @override */
  render() {
    const { draft, words } = this;
    if (this.hasFailed) return html`<div class="maker"><p role="alert">${words.failed}</p></div>`;
    if (!draft) return html`<div class="maker"><p role="status">${words.reading}</p></div>`;
    if (this.isTrying) {
      return html`
        <div class="maker"><button type="button" class="button" @click=${this.#try}>${words.backToMaking}</button></div>
        <variorum-lesson trial .lesson=${sealed(draft)}></variorum-lesson>
      `;
    }
    return html`
      <div class="maker">
        <h1>${words.title}</h1>
        <p class="intro">${words.intro}</p>
        ${this.#teacherNotes()}
        ${text(words.lessonTitle, draft.title, (title) => this.#change({ title }))} ${area(words.notes, draft.notes, (notes) => this.#change({ notes }))}
        <fieldset>
          <legend>${words.aids}</legend>
          ${/** @type {const} */ (['lines', 'terms', 'hints', 'large']).map(
            (aid) => html`
              <label class="choice">
                <input type="checkbox" .checked=${live(draft.aids[aid])} @change=${(/** @type {Event} */ event) => this.#change({ aids: { ...draft.aids, [aid]: /** @type {HTMLInputElement} */ (event.target).checked } })} />
                ${words.aid[aid]}
              </label>
            `,
          )}
        </fieldset>
        ${draft.exercises.map((exercise, at) => this.#exercise(exercise, at))} ${this.sources ? this.#adding() : nothing}
        ${handingOut({ draft, words, say: this.#say, onTry: this.#try })}
        ${this.#onPaper()}
        <p class="outcome" role="status">${this.message}</p>
      </div>
      ${this.isPrinting ? paper(sealed(draft), words, wordsIn(draft.language)) : nothing}
    `;
  }

  #teacherNotes() {
    const { given, words } = this;
    if (!given || !('ready' in given) || given.ready === undefined) return nothing;
    const { ready } = words;
    const { age, goals, time, steps } = ready.lessons[given.ready];
    return html`
      <section class="hand-out" aria-labelledby="teacher-notes">
        <h2 id="teacher-notes">${ready.notes}</h2>
        <p class="answer-line">${age} · ${time}</p>
        <h3>${ready.goals}</h3>
        <p class="answer-line">${goals}</p>
        <h3>${ready.steps}</h3>
        <ol class="steps">${steps.map((step) => html`<li class="answer-line">${step}</li>`)}</ol>
      </section>
    `;
  }

  #onPaper() {
    const { words } = this;
    return html`
      <section class="hand-out" aria-labelledby="on-paper">
        <h2 id="on-paper">${words.paper.title}</h2>
        <p class="hint">${words.paper.help}</p>
        <p class="actions">${SIZES.map((size) => html`<button type="button" class="button" @click=${() => this.#print(size)}>${words.paper.print[size]}</button>`)}</p>
      </section>
    `;
  }

  /** @param {import('./paper.js').PaperSize} size */
  async #print(size) {
    if (this.draft && isEmpty(this.draft)) {
      this.#say(this.words.empty);
      return;
    }
    this.isPrinting = true;
    await this.updateComplete;
    const done = () => {
      this.isPrinting = false;
    };
    addEventListener('afterprint', done, { once: true });
    print(size);
  }

  #adding() {
    const { words, language } = this;
    return html`
      <section class="add" aria-labelledby="add">
        <h2 id="add">${words.add}</h2>
        <ul class="types">
          ${TYPES.map((type) => html`<li><button type="button" class="button" @click=${() => this.#add(type)}>${wordsIn(language).types[type]}</button><span class="hint">${words.help[type]}</span></li>`)}
        </ul>
      </section>
    `;
  }

  /** @param {import('../model.js').ExerciseType} type */
  #add(type) {
    const { sources, draft } = this;
    if (!sources || !draft) return;
    const made = newExercise(sources, draft, type);
    if (made.items.length === 0) {
      this.#say(this.words.none);
      return;
    }
    this.#change({ exercises: [...draft.exercises, made] });
    this.#detect(made);
    this.updateComplete.then(() => {
      const head = /** @type {HTMLElement | undefined} */ ([...this.renderRoot.querySelectorAll('.made h2')].at(-1));
      head?.focus();
    });
  }

  /**
   * @param {ExerciseDraft} exercise
   * @param {number} at
   */
  #exercise(exercise, at) {
    const { words, language } = this;
    const put = (/** @type {Partial<ExerciseDraft>} */ changed) => this.#put(at, { ...exercise, ...changed });
    return html`
      <section class="made" aria-labelledby=${`made-${at}`}>
        <div class="head">
          <h2 id=${`made-${at}`} tabindex="-1">${at + 1}. ${wordsIn(language).types[exercise.type]}</h2>
          <button type="button" class="quiet" aria-label=${`${words.removeExercise} ${at + 1}`} @click=${() => this.#drop(at)}>${words.removeExercise}</button>
        </div>
        ${area(words.instructionsLabel, exercise.instructions, (instructions) => put({ instructions }))}
        ${exercise.planting && this.draft ? plantingSettings({ planting: exercise.planting, articles: this.draft.articles, words, onChange: (planting) => this.#replant(at, exercise, planting) }) : nothing}
        ${exercise.copy ? html`<p class="hint">${wordsIn(language).altered}</p>` : nothing}
        ${this.#tooHard(exercise)}
        ${items({ exercise, articles: this.draft?.articles ?? [], words, put, remove: (index) => this.#remove(exercise, index, put) })}
        ${exercise.options ? this.#speakers(exercise, put) : nothing} ${this.#more(exercise, put)} ${this.#own(exercise, at)}
      </section>
    `;
  }

  /** @param {ExerciseDraft} exercise */
  #tooHard(exercise) {
    const { words } = this;
    const missed = exercise.tooHard?.filter((isMissed) => isMissed).length ?? 0;
    if (missed === 0) return html`<p role="status"></p>`;
    return html`
      <p role="status" class="too-hard">${words.tooHardCount(missed, exercise.items.length)}</p>
      ${missed < exercise.items.length
        ? html`<p class="actions"><button type="button" class="button" @click=${() => this.#unplant(exercise, (_, index) => exercise.tooHard?.[index] === true)}>${words.dropTooHard}</button></p>`
        : nothing}
    `;
  }

  /**
   * @param {ExerciseDraft} exercise
   * @param {(changed: Partial<ExerciseDraft>) => void} put
   */
  #speakers({ options = [], items: asked }, put) {
    const { words } = this;
    const isNeeded = (/** @type {string} */ id) => asked.some(({ answer }) => answer.choice === id);
    const rename = (/** @type {number} */ at, /** @type {string} */ name) => {
      const { id } = options[at];
      if (name.trim() !== '') put({ options: options.with(at, { id, text: name.trim() }) });
      else put({ options: isNeeded(id) ? [...options] : options.toSpliced(at, 1) });
    };
    return html`
      <fieldset class="speakers">
        <legend>${words.speakerNames}</legend>
        ${options.map(
          ({ text: name }, at) => html`<input type="text" maxlength="300" aria-label=${`${words.speakerNames}: ${at + 1}`} .value=${live(name)} @change=${(/** @type {Event} */ event) => rename(at, /** @type {HTMLInputElement} */ (event.target).value)} />`,
        )}
      </fieldset>
    `;
  }

  /**
   * @param {ExerciseDraft} exercise
   * @param {number} at
   */
  #own(exercise, at) {
    const { draft, words, language } = this;
    const { planting, type } = exercise;
    // In a lesson from a file the report that was altered is not known any more.
    if (!draft || type === 'questions' || (type === 'planted' && !planting)) return nothing;
    const articles = draft.articles.filter(({ id, altered }) => !altered && (!planting || id === planting.article));
    const add = (/** @type {Own} */ own) => {
      const made = withOwn(exercise, own, draft.articles, words);
      if (planting && made.planting) this.#replant(at, exercise, made.planting);
      else this.#put(at, made);
    };
    return html`<variorum-lesson-own .exercise=${exercise} .articles=${articles} .words=${words} .doing=${wordsIn(language)} .onAdd=${add}></variorum-lesson-own>`;
  }

  /**
   * @param {ExerciseDraft} exercise
   * @param {(changed: Partial<ExerciseDraft>) => void} put
   */
  #more(exercise, put) {
    const { words } = this;
    const { type, items, pool } = exercise;
    const take = (/** @type {Event} */ event) => {
      const select = /** @type {HTMLSelectElement} */ (event.target);
      const at = Number(select.value);
      select.value = '';
      if (pool[at]) put({ items: [...items, pool[at]], pool: pool.toSpliced(at, 1) });
    };
    const own = () => put({ items: [...items, { item: { id: `own${items.length}`, prompt: '', points: 0 }, answer: { reason: '' } }] });
    return html`
      <p class="actions">
        ${pool.length > 0
          ? html`<select aria-label=${words.addItem} @change=${take}>
              <option value="">${words.addItem} …</option>
              ${pool.map(({ item }, at) => html`<option value=${at}>${(item.options?.[0]?.text ?? item.prompt).slice(0, 100)}</option>`)}
            </select>`
          : nothing}
        ${type === 'questions' ? html`<button type="button" class="button" @click=${own}>${words.newQuestion}</button>` : nothing}
      </p>
    `;
  }

  /**
   * @param {number} at
   * @param {ExerciseDraft} exercise
   * @param {Planting} planting
   */
  #replant(at, exercise, planting) {
    const { sources, draft } = this;
    if (!sources || !draft) return;
    const made = replanted(sources, draft, exercise, planting);
    if (made.items.length === 0) {
      this.#say(this.words.none);
      return;
    }
    this.#put(at, made);
    this.#detect(made);
  }

  /**
   * Asks the engine which changes it finds; what it misses is told as too hard.
   *
   * @param {ExerciseDraft} exercise
   */
  async #detect({ copy, planting, changes }) {
    const { sources, draft } = this;
    const report = draft && sources?.request.articles[draft.articles.findIndex(({ id }) => id === planting?.article)];
    const client = this.#client;
    if (!copy || !changes || !report || !client) return;
    try {
      const { findings } = await client.compare({ articles: [{ ...report, id: 'report' }, { ...report, id: 'copy', text: copy.text }] });
      const tooHard = changes.map((change) => findingsOn(findings, 'copy', change).length === 0);
      // What was made meanwhile is another copy.
      if (this.draft) this.draft = { ...this.draft, exercises: this.draft.exercises.map((other) => (other.copy === copy ? { ...other, tooHard } : other)) };
    } catch {
      // Where the engine is lost, nothing is told of the changes; they are as good as before.
    }
  }

  /**
   * @param {ExerciseDraft} exercise
   * @param {number} index
   * @param {(changed: Partial<ExerciseDraft>) => void} put
   */
  #remove(exercise, index, put) {
    if (exercise.planting) this.#unplant(exercise, (_, at) => at === index);
    else put({ items: exercise.items.toSpliced(index, 1), pool: [exercise.items[index], ...exercise.pool] });
  }

  /**
   * @param {ExerciseDraft} exercise
   * @param {(change: Change, index: number) => boolean} isOut
   */
  #unplant(exercise, isOut) {
    const at = this.draft?.exercises.indexOf(exercise) ?? -1;
    const { planting, changes = [] } = exercise;
    const out = changes.filter(isOut).map(({ before }) => before[0].start);
    if (!planting || at < 0 || out.length >= changes.length) return;
    const own = planting.own?.filter(({ start }) => !out.includes(start));
    this.#replant(at, exercise, { ...planting, own, without: [...(planting.without ?? []), ...out] });
  }

  /** @param {number} at @param {ExerciseDraft} exercise */
  #put(at, exercise) {
    if (this.draft) this.#change({ exercises: this.draft.exercises.with(at, exercise) });
  }

  /** @param {number} at */
  #drop(at) {
    if (this.draft) this.#change({ exercises: this.draft.exercises.toSpliced(at, 1) });
  }

  /** @param {Partial<Draft>} changed */
  #change(changed) {
    if (this.draft) this.draft = { ...this.draft, ...changed };
    this.message = '';
  }

  /** @param {string} message */
  #say = (message) => {
    this.message = message;
  };

  #try = () => {
    if (!this.isTrying && this.draft && isEmpty(this.draft)) this.#say(this.words.empty);
    else this.isTrying = !this.isTrying;
  };
}
