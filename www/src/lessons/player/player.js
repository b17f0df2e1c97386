/** @import { Answers, Exercise, Item, Lesson } from '../model.js' */
/** @import { Place } from '../scoring.js' */
/** @import { Done, ItemResult, Work } from '../work.js' */
/** @import { Runtime } from './runtime.js' */
/** @import { DoingWords } from './words.js' */

import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { answersIn } from '../model.js';
import { statements } from '../packaging/xapi.js';
import { pointsOf, toCode } from '../results.js';
import { common } from '../styles.js';
import { resultsOf, totalOf, workKey } from '../work.js';
import { explained, glossary } from './glossary.js';
import { feedback } from './feedback.js';
import { keep, kept, restored, wipe } from './keeping.js';
import { markable } from './markable.js';
import marking from './markable.css?inline';
import css from './player.css?inline';
import { wordsIn } from './words.js';

/** As many steps back as undo goes. */
const MOST_STEPS = 100;

/**
 * Does a lesson.
 *
 * Properties:
 * - `lesson`: a lesson that was read by `readLesson`
 * - `trial`: whether a teacher tries it, so that nothing is kept
 * - `runtime`: of a learning platform, which then keeps what is done and is told the score (`Runtime`)
 *
 * The answers are decoded when something is checked and dropped again; the page holds none of them before.
 */
export class LessonPlayer extends LitElement {
  /** @override */
  static properties = { lesson: { attribute: false }, trial: { type: Boolean }, runtime: { attribute: false }, work: { state: true }, name: { state: true }, active: { state: true }, said: { state: true }, keeps: { state: true }, code: { state: true } };

  /** @override */
  static styles = [...common, unsafeCSS(marking), unsafeCSS(css)];

  constructor() {
    super();
    /** @type {Lesson | null} */
    this.lesson = null;
    this.trial = false;
    /** @type {Runtime | null} */
    this.runtime = null;
    /** @type {Work} */
    this.work = {};
    this.name = '';
    /** @type {Record<string, string>} the item that is marked in each exercise */
    this.active = {};
    /** @type {string} for a screen reader */
    this.said = '';
    /** @type {import('./runtime.js').Kept} */
    this.keeps = 'all';
    this.code = '';
    /** @type {Map<string, Place[][]>} marks of before, by work key */
    this.steps = new Map();
    /** @type {Map<string, ItemResult[]>} what was checked, by exercise */
    this.checked = new Map();
    this.reading = glossary(this);
  }

  /** @returns {DoingWords} */
  get words() {
    return wordsIn(this.lesson?.language ?? 'en');
  }

  /**
   * @override
   * @param {import('lit').PropertyValues<this>} changed
   */
  willUpdate(changed) {
    if (!changed.has('lesson') || !this.lesson) return;
    const { work, name } = this.trial ? { work: {}, name: '' } : this.runtime ? restored(this.lesson, this.runtime.resumed()) : kept(this.lesson);
    Object.assign(this, { work, name, code: '', said: '' });
    this.steps.clear();
    this.checked.clear();
    this.active = {};
    // What was checked before a reload is told again.
    const answers = answersIn(this.lesson);
    for (const exercise of this.lesson.exercises) if (this.#tries(exercise) > 0) this.checked.set(exercise.id, resultsOf(this.lesson, answers, exercise, work));
  }

  /** @override */
  render() {
    const { lesson, words } = this;
    if (!lesson) return nothing;
    return html`
      <div class=${lesson.aids.large ? 'lesson large' : 'lesson'} lang=${words.language}>
        <header>
          <p class="label">${words.lesson}</p>
          <h1 lang=${lesson.language}>${lesson.title}</h1>
          ${lesson.notes ? html`<p class="notes-to-class" lang=${lesson.language}>${this.#explained(lesson.notes)}</p>` : nothing}
          ${this.trial ? nothing : this.#keeping()}
        </header>
        ${lesson.exercises.map((exercise, index) => this.#exercise(exercise, index))}
        ${lesson.aids.terms ? this.reading.list(words) : nothing} ${this.#handIn(lesson)}
        <footer>${words.footer}</footer>
        <p class="unseen" role="status">${this.said}</p>
      </div>
    `;
  }

  /** What becomes of what is done; it is told aloud as soon as some of it is not kept. */
  #keeping() {
    const { words, keeps, runtime } = this;
    if (keeps === 'all') return html`<p class="hint">${runtime ? words.keptThere : words.kept}</p>`;
    return html`<p class="not-kept" role="alert">${keeps === 'answers' ? words.noRoom : runtime ? words.notKeptThere : words.notKept}</p>`;
  }

  /** @param {string} text */
  #explained(text) {
    return this.lesson?.aids.terms ? explained(text, this.words, this.reading.open) : text;
  }

  /**
   * @param {Exercise} exercise
   * @param {number} index
   */
  #exercise(exercise, index) {
    const { lesson, words } = this;
    const isMarked = exercise.type === 'mark' || exercise.type === 'planted';
    const texts = exercise.articles.flatMap((wanted) => lesson?.articles.filter(({ id }) => id === wanted) ?? []);
    const head = `exercise-${exercise.id}`;
    return html`
      <section class="exercise" aria-labelledby=${head}>
        <h2 id=${head}>${words.exercise(index + 1, words.types[exercise.type])}</h2>
        <p class="instructions" lang=${lesson?.language ?? 'en'}>${this.#explained(exercise.instructions)}</p>
        ${isMarked ? html`<p class="hint">${words.howTo}</p>` : nothing}
        <div class=${texts.length > 0 ? 'sheet' : 'sheet bare'}>
          ${texts.length > 0 ? html`<div class="reading"><div class="texts">${texts.map((article) => this.#text(exercise, article))}</div>${isMarked && !this.#isRevealed(exercise) ? this.#bar(exercise) : nothing}</div>` : nothing}
          <div class="tasks">${exercise.type === 'planted' ? this.#planted(exercise) : html`<ol class="items">${exercise.items.map((item) => this.#item(exercise, item))}</ol>`} ${this.#actions(exercise)}</div>
        </div>
      </section>
    `;
  }

  /**
   * Where the items stand below the texts, a bar tells while one reads which of them is being marked.
   *
   * @param {Exercise} exercise
   */
  #bar(exercise) {
    const { words } = this;
    const item = exercise.items.find(({ id }) => id === this.#activeItem(exercise));
    const key = exercise.type === 'planted' ? exercise.id : this.#activeItem(exercise);
    const what = exercise.type === 'planted' ? words.toFind(exercise.items.length) : words.youMark(item?.prompt ?? '');
    return html`
      <div class="bar">
        <p><span dir="auto">${what}</span> <span class="hint">${words.marked(this.work[key]?.marks?.length ?? 0)}</span></p>
        <button type="button" class="quiet" ?disabled=${!this.steps.get(key)?.length} @click=${() => this.#undo(key)}>${words.undo}</button>
        <button type="button" class="quiet" @click=${() => this.#toItem(exercise)}>${words.toItem}</button>
      </div>
    `;
  }

  /** @param {Exercise} exercise */
  #toItem(exercise) {
    const tasks = this.renderRoot.querySelector(`[aria-labelledby="exercise-${exercise.id}"] .tasks`);
    const item = /** @type {HTMLElement | null} */ (tasks?.querySelector('.item.active') ?? tasks);
    item?.scrollIntoView({ block: 'center' });
    /** @type {HTMLElement | null | undefined} */ (item?.querySelector('button[aria-pressed="true"], .primary'))?.focus({ preventScroll: true });
  }

  /**
   * @param {Exercise} exercise
   * @param {import('../model.js').LessonArticle} article
   */
  #text(exercise, article) {
    const { lesson, words } = this;
    const isMarked = exercise.type === 'mark' || exercise.type === 'planted';
    const key = exercise.type === 'planted' ? exercise.id : this.#activeItem(exercise);
    // The copy is what is marked; the report beside it is read.
    const isOpen = isMarked && !this.#isRevealed(exercise) && (exercise.type !== 'planted' || article.altered);
    return markable({
      article,
      marks: this.work[key]?.marks ?? [],
      answers: isMarked && this.#isRevealed(exercise) ? this.#places(exercise, key) : [],
      isOpen,
      hasLines: lesson?.aids.lines ?? false,
      words,
      onMarks: (marks) => this.#mark(key, marks),
      onUndo: () => this.#undo(key),
    });
  }

  /** @param {Exercise} exercise @returns {string} */
  #activeItem(exercise) {
    return this.active[exercise.id] ?? exercise.items[0]?.id ?? '';
  }

  /**
   * @param {Exercise} exercise
   * @param {string} key
   * @returns {Place[]} where the answers stand; asked for once they are revealed
   */
  #places(exercise, key) {
    const answers = this.#answers();
    const items = exercise.type === 'planted' ? exercise.items.map(({ id }) => id) : [key];
    return items.flatMap((id) => (answers[id]?.targets ?? []).flatMap(({ places }) => places));
  }

  /** @returns {Answers} */
  #answers() {
    return this.lesson ? answersIn(this.lesson) : {};
  }

  /** @param {Exercise} exercise */
  #planted(exercise) {
    const { words } = this;
    const results = this.checked.get(exercise.id);
    const isRevealed = this.#isRevealed(exercise);
    return html`
      <p class="state">${words.toFind(exercise.items.length)} · ${words.marked(this.work[exercise.id]?.marks?.length ?? 0)}</p>
      ${this.#undoButtons(exercise.id, isRevealed)}
      ${results ? html`<p class="state">${words.tally(results.filter(({ way }) => way === 'found').length, results.length)}</p>` : nothing}
      <ol class="items">
        ${results
          ? exercise.items.map((item) => {
              const result = results.find(({ id }) => id === item.id);
              return result && (isRevealed || result.way !== 'missed') ? html`<li class="item">${this.#feedback(exercise, item, result)}</li>` : nothing;
            })
          : nothing}
      </ol>
    `;
  }

  /** @param {string} key @param {boolean} isRevealed */
  #undoButtons(key, isRevealed) {
    const { words } = this;
    if (isRevealed) return nothing;
    return html`
      <p class="actions">
        <button type="button" class="quiet" ?disabled=${!this.steps.get(key)?.length} @click=${() => this.#undo(key)}>${words.undo}</button>
        <button type="button" class="quiet" ?disabled=${!this.work[key]?.marks?.length} @click=${() => this.#mark(key, [])}>${words.clear}</button>
      </p>
    `;
  }

  /**
   * @param {Exercise} exercise
   * @param {Item} item
   */
  #item(exercise, item) {
    const { words, lesson } = this;
    const done = this.work[item.id] ?? {};
    const isActive = exercise.type === 'mark' && this.#activeItem(exercise) === item.id;
    const isRevealed = this.#isRevealed(exercise);
    const result = this.checked.get(exercise.id)?.find(({ id }) => id === item.id);
    const label = `prompt-${item.id}`;
    return html`
      <li class=${isActive ? 'item active' : 'item'}>
        <p class="prompt" id=${label} lang=${lesson?.language ?? 'en'} dir="auto">${item.prompt} <span class="worth">${words.worth(item.points)}</span></p>
        ${answering(this)} ${result ? this.#feedback(exercise, item, result) : nothing}
        ${lesson?.aids.hints && exercise.type !== 'questions' && !isRevealed && !(result?.way === 'found') ? this.#hint(exercise, item) : nothing}
      </li>
    `;

    /** @param {LessonPlayer} player */
    function answering(player) {
      if (exercise.type === 'mark') {
        return html`
          <fieldset class="guess">
            <legend>${words.guess}</legend>
            ${['conflict', 'compatible', 'same'].map(
              (guess) => html`<label><input type="radio" name=${`guess-${item.id}`} .checked=${done.guess === guess} ?disabled=${isRevealed} @change=${() => player.change(item.id, { guess })} />${words.guesses[guess]}</label>`,
            )}
          </fieldset>
          <button type="button" class="button" aria-pressed=${isActive ? 'true' : 'false'} aria-describedby=${label} @click=${() => player.turnTo(exercise.id, item.id)}>
            ${isActive ? words.marking : words.markHere}
          </button>
          <span class="hint">${words.marked(done.marks?.length ?? 0)}</span>
          ${isActive ? player.#undoButtons(item.id, isRevealed) : nothing}
        `;
      }
      if (exercise.type === 'speakers') {
        return html`
          <select aria-labelledby=${label} ?disabled=${isRevealed} @change=${(/** @type {Event} */ event) => player.change(item.id, { choice: /** @type {HTMLSelectElement} */ (event.target).value })}>
            <option value="" ?selected=${!done.choice}>${words.choose}</option>
            ${(exercise.options ?? []).map((option) => html`<option value=${option.id} ?selected=${done.choice === option.id}>${option.text}</option>`)}
          </select>
        `;
      }
      if (exercise.type === 'ladder') return player.#ladder(item, isRevealed);
      return html`<textarea rows="4" aria-labelledby=${label} placeholder=${words.yourNotes} .value=${done.text ?? ''} @change=${(/** @type {Event} */ event) => player.change(item.id, { text: /** @type {HTMLTextAreaElement} */ (event.target).value })}></textarea>`;
    }
  }

  /** @param {Item} item @param {boolean} isRevealed */
  #ladder(item, isRevealed) {
    const { words, lesson } = this;
    const options = item.options ?? [];
    const order = this.#order(item);
    const move = (/** @type {number} */ at, /** @type {number} */ to, /** @type {Event} */ event) => {
      const next = order.with(at, order[to]).with(to, order[at]);
      this.change(item.id, { order: next });
      const name = /** @type {HTMLElement} */ (event.currentTarget).dataset.way;
      const id = order[at];
      // The button goes with its statement, and so does the focus.
      this.updateComplete.then(() => {
        const row = this.renderRoot.querySelector(`[data-statement="${id}"]`);
        const button = /** @type {HTMLButtonElement | null} */ (row?.querySelector(`[data-way="${name}"]:enabled`) ?? row?.querySelector('button:enabled'));
        button?.focus();
      });
    };
    return html`
      <p class="label">${words.surest}</p>
      <ol class="ladder">
        ${order.map((id, at) => {
          const text = options.find((option) => option.id === id)?.text ?? '';
          return html`
            <li data-statement=${id}>
              <span class="statement" lang=${lesson?.language ?? 'en'} dir="auto">${text}</span>
              <button type="button" class="quiet" data-way="up" aria-label=${words.upNamed(text)} ?disabled=${isRevealed || at === 0} @click=${(/** @type {Event} */ event) => move(at, at - 1, event)}>${words.up}</button>
              <button type="button" class="quiet" data-way="down" aria-label=${words.downNamed(text)} ?disabled=${isRevealed || at === order.length - 1} @click=${(/** @type {Event} */ event) => move(at, at + 1, event)}>${words.down}</button>
            </li>
          `;
        })}
      </ol>
    `;
  }

  /** @param {Item} item @returns {string[]} */
  #order(item) {
    const ids = (item.options ?? []).map(({ id }) => id);
    const given = this.work[item.id]?.order ?? [];
    return given.length === ids.length && ids.every((id) => given.includes(id)) ? given : ids;
  }

  /**
   * @param {Exercise} exercise
   * @param {Item} item
   */
  #hint(exercise, item) {
    const { words } = this;
    const hint = this.work[item.id]?.hinted ? this.#answers()[item.id]?.hint : '';
    if (hint) return html`<p class="given-hint" lang=${this.lesson?.language ?? 'en'}>${this.#explained(hint)}</p>`;
    return html`<button type="button" class="quiet" aria-label=${`${words.hint}: ${item.prompt}`} @click=${() => this.change(item.id, { hinted: true }, false)}>${words.hint}</button>`;
  }

  /**
   * @param {Exercise} exercise
   * @param {Item} item
   * @param {ItemResult} result
   */
  #feedback(exercise, item, result) {
    const isRevealed = this.#isRevealed(exercise);
    // A reason tells the answer: it is asked for when there is nothing left to find.
    const answer = isRevealed || result.way === 'found' ? this.#answers()[item.id] : null;
    return feedback({ exercise, item, result, answer, done: this.work[workKey(exercise, item.id)] ?? {}, lesson: this.lesson, words: this.words });
  }

  /** @param {Exercise} exercise */
  #actions(exercise) {
    const { words } = this;
    if (exercise.type === 'questions') return nothing;
    const isRevealed = this.#isRevealed(exercise);
    const tries = this.#tries(exercise);
    const results = this.checked.get(exercise.id);
    const sum = (/** @type {'earned' | 'of'} */ what) => pointsOf((results ?? []).reduce((total, result) => total + result[what], 0));
    return html`
      <p class="actions">
        ${exercise.type === 'planted' && this.lesson?.aids.hints && !isRevealed ? this.#plantedHint(exercise) : nothing}
        ${isRevealed ? nothing : html`<button type="button" class="button primary" @click=${() => this.#check(exercise)}>${tries > 0 ? words.again : words.check}</button>`}
        ${tries > 0 && !isRevealed ? html`<button type="button" class="button" @click=${() => this.#reveal(exercise)}>${words.reveal}</button>` : nothing}
        ${results ? html`<strong class="earned">${words.points(sum('earned'), sum('of'))}</strong>` : nothing}
      </p>
    `;
  }

  /** @param {Exercise} exercise */
  #plantedHint(exercise) {
    const open = exercise.items.filter(({ id }) => !this.work[id]?.hinted && this.checked.get(exercise.id)?.find((result) => result.id === id)?.way !== 'found');
    const answers = exercise.items.some(({ id }) => this.work[id]?.hinted) ? this.#answers() : {};
    return html`
      ${exercise.items.filter(({ id }) => this.work[id]?.hinted).map(({ id }) => html`<span class="given-hint">${answers[id]?.hint ?? ''}</span>`)}
      ${open.length > 0 ? html`<button type="button" class="quiet" @click=${() => this.change(open[0].id, { hinted: true }, false)}>${this.words.hint}</button>` : nothing}
    `;
  }

  /** @param {Lesson} lesson */
  #handIn(lesson) {
    const { words } = this;
    const scored = lesson.exercises.some((exercise) => exercise.items.some(({ points }) => points > 0));
    const total = scored ? totalOf(lesson, this.#answers(), this.work, this.checked) : null;
    return html`
      <section class="hand-in" aria-labelledby="hand-in">
        <h2 id="hand-in">${words.finish}</h2>
        ${total
          ? html`
              <p class="total">${words.points(pointsOf(total.earned), pointsOf(total.of))}</p>
              <p class="hint">${words.notChecked}</p>
              <label class="field"><span>${words.name}</span><input type="text" maxlength="60" autocomplete="off" .value=${this.name} @input=${this.#named} /></label>
              <p class="actions">
                <button type="button" class="button primary" @click=${this.#copy}>${words.copyCode}</button>
                <button type="button" class="button" @click=${this.#save}>${words.saveResult}</button>
                <button type="button" class="button" @click=${this.#saveStatements}>${words.saveStatements}</button>
              </p>
              ${this.code ? html`<label class="field"><span>${words.code}</span><textarea readonly rows="2" class="code" .value=${this.code}></textarea></label>` : nothing}
            `
          : nothing}
        <p class="actions"><button type="button" class="quiet" @click=${this.#startAgain}>${words.startAgain}</button> <span class="hint">${words.startAgainHelp}</span></p>
      </section>
    `;
  }

  #named = (/** @type {Event} */ event) => {
    this.name = /** @type {HTMLInputElement} */ (event.target).value;
    this.#keep();
  };

  #copy = async () => {
    const code = this.#code();
    this.code = code;
    try {
      await navigator.clipboard.writeText(code);
      this.said = this.words.codeCopied;
    } catch {
      this.said = this.words.codeShown;
    }
  };

  #save = () => {
    const { lesson } = this;
    if (lesson) save('variorum-result.json', { format: 'variorum-result', version: 1, lesson: lesson.title, name: this.name, code: this.#code() });
  };

  #saveStatements = () => {
    const { lesson } = this;
    if (!lesson) return;
    const total = totalOf(lesson, this.#answers(), this.work, this.checked);
    save('variorum-statements.json', statements(lesson, this.name, total, this.#isComplete(lesson)));
  };

  #code() {
    const { lesson } = this;
    return lesson ? toCode(lesson, this.name, totalOf(lesson, this.#answers(), this.work, this.checked)) : '';
  }

  #startAgain = () => {
    if (this.lesson) wipe(this.lesson);
    this.steps.clear();
    this.checked.clear();
    Object.assign(this, { work: {}, name: '', active: {}, code: '', said: this.words.wiped });
    if (this.runtime) this.#keep();
  };

  /** @param {Exercise} exercise */
  #check(exercise) {
    const { lesson, words } = this;
    if (!lesson) return;
    const work = { ...this.work };
    for (const key of this.#keys(exercise)) work[key] = { ...work[key], tries: (work[key]?.tries ?? 0) + 1 };
    // What stands there is an order, though nobody has moved anything.
    if (exercise.type === 'ladder') for (const item of exercise.items) work[item.id] = { ...work[item.id], order: this.#order(item) };
    this.work = work;
    const results = resultsOf(lesson, this.#answers(), exercise, work);
    this.checked.set(exercise.id, results);
    this.said = words.tally(results.filter(({ way }) => way === 'found').length, results.length);
    this.code = '';
    this.#keep();
  }

  /** @param {Exercise} exercise */
  #reveal(exercise) {
    const work = { ...this.work };
    for (const key of this.#keys(exercise)) work[key] = { ...work[key], revealed: true };
    // What was marked since the last check is not counted as found.
    const { lesson } = this;
    this.work = work;
    if (lesson) this.checked.set(exercise.id, resultsOf(lesson, this.#answers(), exercise, work));
    this.#keep();
  }

  /** @param {Exercise} exercise @returns {string[]} */
  #keys(exercise) {
    return exercise.type === 'planted' ? [exercise.id] : exercise.items.map(({ id }) => id);
  }

  /** @param {Exercise} exercise */
  #isRevealed(exercise) {
    return this.#keys(exercise).some((key) => this.work[key]?.revealed);
  }

  /** @param {Exercise} exercise */
  #tries(exercise) {
    return Math.max(0, ...this.#keys(exercise).map((key) => this.work[key]?.tries ?? 0));
  }

  /**
   * @param {string} exercise
   * @param {string} item
   */
  turnTo(exercise, item) {
    this.active = { ...this.active, [exercise]: item };
    // Where the texts stand above the items, they are brought back; beside them they are in sight.
    if (matchMedia('(max-width: 60rem)').matches) this.renderRoot.querySelector(`[aria-labelledby="exercise-${exercise}"] .texts`)?.scrollIntoView();
  }

  /**
   * @param {string} key
   * @param {Done} done
   * @param {boolean} [isAnswer] whether the result of before is no longer that of what is there
   */
  change(key, done, isAnswer = true) {
    this.work = { ...this.work, [key]: { ...this.work[key], ...done } };
    if (isAnswer) this.code = '';
    this.#keep();
  }

  /** @param {string} key @param {Place[]} marks */
  #mark(key, marks) {
    const steps = this.steps.get(key) ?? [];
    this.steps.set(key, [...steps, this.work[key]?.marks ?? []].slice(-MOST_STEPS));
    this.change(key, { marks });
    this.said = this.words.marked(marks.length);
  }

  /** @param {string} key */
  #undo(key) {
    const marks = this.steps.get(key)?.pop();
    if (!marks) return;
    this.change(key, { marks });
    this.said = this.words.marked(marks.length);
  }

  #keep() {
    const { lesson, runtime, work, name } = this;
    if (!lesson || this.trial) return;
    if (!runtime) {
      this.keeps = keep(lesson, { work, name }) ? 'all' : 'nothing';
      return;
    }
    this.keeps = runtime.report({ work, name }, totalOf(lesson, this.#answers(), work, this.checked), this.#isComplete(lesson));
  }

  /** @param {Lesson} lesson @returns {boolean} whether each exercise with points was checked */
  #isComplete({ exercises }) {
    const scored = exercises.filter(({ items }) => items.some(({ points }) => points > 0));
    return scored.every((exercise) => this.#tries(exercise) > 0);
  }
}

/**
 * Gives a file to the browser to be saved.
 *
 * @param {string} name
 * @param {unknown} content data
 */
function save(name, content) {
  const href = URL.createObjectURL(new Blob([`${JSON.stringify(content, null, 2)}\n`], { type: 'application/json' }));
  Object.assign(document.createElement('a'), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
