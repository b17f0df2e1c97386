/** @import { Lesson } from '../model.js' */
/** @import { Made, Sources } from './builders.js' */
/** @import { Draft, ExerciseDraft, Planting } from './draft.js' */
/** @import { MakingWords } from './words.js' */

import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { live } from 'lit/directives/live.js';
import { WorkerClient } from '../../../package/client.js';
import { toRequest } from '../../drafts.js';
import { fromSaved } from '../../keep/saved.js';
import base from '../../styles/base.css?inline';
import tokens from '../../styles/tokens.css?inline';
import { TYPES } from '../model.js';
import { wordsIn } from '../player/words.js';
import shell from '../shell.css?inline';
import { newDraft, newExercise, reopened, replanted, sealed } from './draft.js';
import { handingOut } from './hand-out.js';
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
  static styles = [unsafeCSS(tokens), unsafeCSS(base), unsafeCSS(shell), paperStyles];

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
    const client = new WorkerClient();
    try {
      const { drafts, rules } = fromSaved(comparison);
      const request = toRequest(drafts, rules);
      const report = await client.compare(request);
      const facts = await Promise.all(request.articles.map((article) => client.facts(article)));
      this.sources = { request, report, facts, words };
      const id = Array.from(crypto.getRandomValues(new Uint8Array(9)), (byte) => byte.toString(16).padStart(2, '0')).join('');
      const draft = newDraft(this.sources, id, this.language);
      this.draft = ready === undefined ? draft : readyDraft(this.sources, draft, READY[ready], words.ready.lessons[ready].name);
    } catch {
      this.hasFailed = true;
    } finally {
      client.close();
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
    if (this.draft?.exercises.every(({ items }) => items.length === 0)) {
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
        <ol class="items">
          ${exercise.items.map((made, index) => this.#item(exercise, made, index, put))}
        </ol>
        ${this.#more(exercise, put)}
      </section>
    `;
  }

  /**
   * @param {ExerciseDraft} exercise
   * @param {Made} made
   * @param {number} index
   * @param {(changed: Partial<ExerciseDraft>) => void} put
   */
  #item(exercise, made, index, put) {
    const { words } = this;
    const { item, answer } = made;
    const change = (/** @type {Partial<Made['item']>} */ itself, /** @type {Partial<Made['answer']>} */ told = {}) =>
      put({ items: exercise.items.with(index, { item: { ...item, ...itself }, answer: { ...answer, ...told } }) });
    const isTalk = exercise.type === 'questions';
    const remove = () => (exercise.planting ? this.#unplant(exercise, index) : put({ items: exercise.items.toSpliced(index, 1), pool: [made, ...exercise.pool] }));
    return html`
      <li>
        <div class="head">
          <h3>${words.item(index + 1)}</h3>
          <button type="button" class="quiet" aria-label=${`${words.remove}: ${words.item(index + 1)}`} @click=${remove}>${words.remove}</button>
        </div>
        ${exercise.type === 'planted' ? html`<p class="answer-line">${answer.reason}</p>` : area(words.prompt, item.prompt, (prompt) => change({ prompt }))}
        ${exercise.type === 'speakers' ? choice(words.answer, answer.choice ?? '', exercise.options ?? [], (id) => change({}, { choice: id })) : nothing}
        ${item.options ? html`<ol>${[...item.options].sort((left, right) => (answer.ranks?.[left.id] ?? 0) - (answer.ranks?.[right.id] ?? 0)).map((option) => html`<li class="answer-line">${option.text}</li>`)}</ol>` : nothing}
        ${isTalk
          ? nothing
          : html`
              <div class="pair">
                ${exercise.type === 'planted' ? nothing : text(words.reason, answer.reason, (reason) => change({}, { reason }))} ${text(words.hint, answer.hint ?? '', (hint) => change({}, { hint }))}
                <label class="field"><span>${words.points}</span><input type="number" min="0" max="100" .value=${live(String(item.points))} @change=${(/** @type {Event} */ event) => change({ points: whole(event) })} /></label>
              </div>
            `}
      </li>
    `;
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
    if (made.items.length === 0) this.#say(this.words.none);
    else this.#put(at, made);
  }

  /**
   * @param {ExerciseDraft} exercise
   * @param {number} index
   */
  #unplant(exercise, index) {
    const { draft, sources } = this;
    const at = draft?.exercises.indexOf(exercise) ?? -1;
    const { planting } = exercise;
    if (!draft || !sources || !planting || at < 0 || exercise.items.length < 2) return;
    this.#put(at, replanted(sources, draft, exercise, { ...planting, without: [...(planting.without ?? []), index] }));
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
    if (!this.isTrying && this.draft?.exercises.every(({ items }) => items.length === 0)) this.#say(this.words.empty);
    else this.isTrying = !this.isTrying;
  };
}

/** @param {Event} event */
function whole(event) {
  return Math.max(0, Math.min(100, Math.floor(Number(/** @type {HTMLInputElement} */ (event.target).value) || 0)));
}

/** @param {string} label @param {string} value @param {(value: string) => void} onChange */
function text(label, value, onChange) {
  return html`<label class="field"><span>${label}</span><input type="text" maxlength="300" .value=${live(value)} @change=${(/** @type {Event} */ event) => onChange(/** @type {HTMLInputElement} */ (event.target).value)} /></label>`;
}

/** @param {string} label @param {string} value @param {(value: string) => void} onChange */
function area(label, value, onChange) {
  return html`<label class="field"><span>${label}</span><textarea rows="2" maxlength="4000" .value=${live(value)} @change=${(/** @type {Event} */ event) => onChange(/** @type {HTMLTextAreaElement} */ (event.target).value)}></textarea></label>`;
}

/** @param {string} label @param {string} chosen @param {readonly import('../model.js').Option[]} options @param {(id: string) => void} onChange */
function choice(label, chosen, options, onChange) {
  return html`<label class="field"><span>${label}</span><select @change=${(/** @type {Event} */ event) => onChange(/** @type {HTMLSelectElement} */ (event.target).value)}>${options.map(({ id, text: name }) => html`<option value=${id} ?selected=${id === chosen}>${name}</option>`)}</select></label>`;
}
