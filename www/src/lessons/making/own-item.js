/** @import { LessonArticle } from '../model.js' */
/** @import { Place } from '../scoring.js' */
/** @import { DoingWords } from '../player/words.js' */
/** @import { ExerciseDraft } from './draft.js' */
/** @import { Own } from './own.js' */
/** @import { MakingWords } from './words.js' */

import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { markable } from '../player/markable.js';
import marking from '../player/markable.css?inline';
import shell from '../shell.css?inline';
import { common } from '../styles.js';
import { STEPS } from './builders.js';
import { select, typed } from './fields.js';
import { EMPTY, lacks } from './own.js';

/** Stands for a speaker who is not in the list. */
const OTHER = ' ';

/**
 * Where a teacher marks words of the reports and makes an item of them.
 *
 * Properties:
 * - `exercise`: the one that it is added to
 * - `articles`: those that words can be marked in
 * - `words`, `doing`: in which language it speaks
 * - `onAdd`: is given what was made, an `Own` to which nothing is lacking
 */
export class OwnItem extends LitElement {
  /** @override */
  static properties = { exercise: { attribute: false }, articles: { attribute: false }, words: { attribute: false }, doing: { attribute: false }, onAdd: { attribute: false }, own: { state: true }, isOther: { state: true }, message: { state: true }, isOpen: { state: true } };

  /** @override */
  static styles = [...common, unsafeCSS(shell), unsafeCSS(marking)];

  constructor() {
    super();
    /** @type {ExerciseDraft | null} */
    this.exercise = null;
    /** @type {readonly LessonArticle[]} */
    this.articles = [];
    /** @type {MakingWords | null} */
    this.words = null;
    /** @type {DoingWords | null} */
    this.doing = null;
    /** @type {(own: Own) => void} */
    this.onAdd = () => {};
    /** @type {Own} */
    this.own = EMPTY;
    this.isOther = false;
    this.isOpen = false;
    this.message = '';
    /** @type {Place[][]} marks of before */
    this.steps = [];
  }

  /** @override */
  render() {
    const { words, doing, exercise, own, isOpen } = this;
    if (!words || !doing || !exercise || exercise.type === 'questions') return nothing;
    const { type } = exercise;
    return html`
      <details ?open=${isOpen} @toggle=${this.#toggled}>
        <summary>${words.own.title}</summary>
        ${isOpen
          ? html`
              <p class="hint">${words.own.help[type]} ${doing.howTo}</p>
              <div class="texts">
                ${this.articles.map((article) => markable({ article, marks: own.places, answers: [], isOpen: true, hasLines: false, words: doing, onMarks: this.#mark, onUndo: this.#undo }))}
              </div>
              <p class="hint">${doing.marked(own.places.length)}</p>
              <div class="settings">${this.#fields(exercise, words, doing)}</div>
              <p class="actions">
                <button type="button" class="button" @click=${this.#add}>${words.own.add}</button>
                <button type="button" class="quiet" ?disabled=${this.steps.length === 0} @click=${this.#undo}>${doing.undo}</button>
              </p>
            `
          : nothing}
        <p role="status">${this.message}</p>
      </details>
    `;
  }

  /**
   * @param {ExerciseDraft} exercise
   * @param {MakingWords} words
   * @param {DoingWords} doing
   */
  #fields({ type, options = [], items }, words, doing) {
    const { own, isOther } = this;
    if (type === 'mark') {
      return html`
        ${typed(words.own.about, own.about, (about) => this.#put({ about }))}
        ${select(words.own.relation, ['conflict', 'compatible', 'same'].map((relation) => [relation, doing.guesses[relation]]), own.relation, (relation) => this.#put({ relation: /** @type {Own['relation']} */ (relation) }))}
      `;
    }
    if (type === 'planted') return typed(words.own.instead, own.instead, (instead) => this.#put({ instead }));
    if (type === 'speakers') {
      const choose = (/** @type {string} */ speaker) => {
        this.isOther = speaker === OTHER;
        this.#put({ speaker: speaker.trim() });
      };
      return html`
        ${select(words.own.speaker, [['', doing.choose], ...options.map(({ id, text }) => [id, text]), [OTHER, words.own.other]], isOther ? OTHER : own.speaker, choose)}
        ${isOther ? typed(words.own.name, own.speaker, (speaker) => this.#put({ speaker })) : nothing}
      `;
    }
    const tasks = [...items.map((_, at) => [String(at), words.item(at + 1)]), [String(items.length), words.own.newTask]];
    return html`
      ${select(words.step, STEPS.map((step, at) => [String(at), words.steps[step]]), String(own.step), (step) => this.#put({ step: Number(step) }))}
      ${select(words.own.task, tasks, String(Math.min(own.task, items.length)), (task) => this.#put({ task: Number(task) }))}
    `;
  }

  /** @param {Partial<Own>} changed */
  #put(changed) {
    this.own = { ...this.own, ...changed };
    this.message = '';
  }

  #mark = (/** @type {Place[]} */ places) => {
    this.steps.push([...this.own.places]);
    // A change stands at one place, a statement in one report.
    const type = this.exercise?.type;
    const added = places.filter(({ article, start }) => !this.own.places.some((place) => place.article === article && place.start === start));
    const [last] = added.length > 0 ? added : places;
    const kept = type === 'planted' && last ? [last] : type === 'speakers' || type === 'ladder' ? places.filter(({ article }) => article === last?.article) : places;
    this.#put({ places: kept });
  };

  #undo = () => {
    const places = this.steps.pop();
    if (places) this.#put({ places });
  };

  #add = () => {
    const { exercise, words, own } = this;
    if (!exercise || !words) return;
    const lacking = lacks(exercise.type, own);
    if (lacking) {
      this.message = words.own.lacks[lacking];
      return;
    }
    this.onAdd(own);
    this.steps = [];
    this.isOther = false;
    this.own = { ...EMPTY, task: own.task };
    this.message = words.own.added;
  };

  #toggled = (/** @type {Event} */ event) => {
    this.isOpen = /** @type {HTMLDetailsElement} */ (event.currentTarget).open;
  };
}
