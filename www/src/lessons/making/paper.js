/** @import { Answers, Exercise, Lesson, LessonArticle } from '../model.js' */
/** @import { Place } from '../scoring.js' */
/** @import { DoingWords } from '../player/words.js' */
/** @import { MakingWords } from './words.js' */

import { html, nothing, unsafeCSS } from 'lit';
import { answersIn } from '../model.js';
import { LARGE_LINE, LINE, lineAt, linesOf } from './lines.js';
import css from './paper.css?inline';

export const paperStyles = unsafeCSS(css);

/** @typedef {'A4' | 'letter'} PaperSize */

/** @type {readonly PaperSize[]} */
export const SIZES = ['A4', 'letter'];

/** Lines to write on below a question. */
const WRITING_LINES = 4;

/**
 * The worksheet, and behind it on pages of its own the answer key. Both are seen on paper only.
 *
 * @param {Lesson} lesson
 * @param {MakingWords} words
 * @param {DoingWords} doing
 */
export function paper(lesson, words, doing) {
  const answers = answersIn(lesson);
  const most = lesson.aids.large ? LARGE_LINE : LINE;
  const lines = new Map(lesson.articles.map((article) => [article.id, linesOf(article, most)]));
  const textOf = (/** @type {Place} */ { article, start, end }) => lesson.articles.find(({ id }) => id === article)?.text.slice(start, end) ?? '';
  const siglum = (/** @type {LessonArticle} */ { name }) => name;
  const shown = (/** @type {Exercise} */ exercise) => exercise.articles.flatMap((wanted) => lesson.articles.filter(({ id }) => id === wanted));
  /** @type {Set<string>} a text that stands there is not printed again */
  const printed = new Set();

  return html`
    <div class=${lesson.aids.large ? 'on-paper large' : 'on-paper'} lang=${lesson.language}>
      <section class="worksheet">
        <h1>${lesson.title}</h1>
        <p class="name-line">${words.paper.name}: <span class="blank"></span> ${words.paper.date}: <span class="blank short"></span></p>
        ${lesson.notes ? html`<p>${lesson.notes}</p>` : nothing}
        ${lesson.exercises.map((exercise, at) => html`<h2>${doing.exercise(at + 1, doing.types[exercise.type])}</h2><p class="instructions">${exercise.instructions}</p>${texts(exercise)} ${tasks(exercise)}`)}
      </section>
      <section class="answer-key">
        <h1>${words.paper.key}: ${lesson.title}</h1>
        ${lesson.exercises.map((exercise, at) => (exercise.type === 'questions' ? nothing : html`<h2>${doing.exercise(at + 1, doing.types[exercise.type])}</h2>${solved(exercise, answers)}`))}
      </section>
    </div>
  `;

  /** @param {Exercise} exercise */
  function texts(exercise) {
    return shown(exercise).map((article) => {
      if (printed.has(article.id)) return nothing;
      printed.add(article.id);
      return html`
        <h3>${article.name}</h3>
        ${article.altered ? html`<p class="altered">${doing.altered}</p>` : nothing}
        <div class="numbered" lang="en">
          ${(lines.get(article.id) ?? []).map(({ start, end, isFirst, isHead }, index) => html`<p class=${`${isFirst ? 'first' : ''} ${isHead ? 'head' : ''}`} data-line=${(index + 1) % 5 === 0 ? index + 1 : nothing}>${article.text.slice(start, end)}</p>`)}
        </div>
      `;
    });
  }

  /** @param {Exercise} exercise */
  function tasks(exercise) {
    const { type, items, options = [] } = exercise;
    if (type === 'mark') return matrix(exercise, null);
    if (type === 'planted') return html`<ol class="finds">${items.map(() => html`<li>${words.paper.line} <span class="blank short"></span> <span class="blank"></span></li>`)}</ol>`;
    if (type === 'speakers') {
      return html`
        <ul class="choices">${options.map(({ text }, at) => html`<li><b>${letter(at)}</b> ${text}</li>`)}</ul>
        <ol>${items.map(({ prompt, points }) => html`<li><span class="blank short"></span> ${prompt} (${doing.worth(points)})</li>`)}</ol>
      `;
    }
    if (type === 'ladder') return items.map(({ prompt, points, options: statements = [] }) => html`<p class="instructions">${prompt} (${doing.worth(points)})</p><ul class="bare">${statements.map(({ text }) => html`<li class="tick"><span class="box"></span> <span>${text}</span></li>`)}</ul>`);
    return html`<ol>${items.map(({ prompt }) => html`<li>${prompt}${Array.from({ length: WRITING_LINES }, () => html`<span class="rule"></span>`)}</li>`)}</ol>`;
  }

  /**
   * What each report says of each point: with empty cells, or filled.
   *
   * @param {Exercise} exercise
   * @param {Answers | null} filled
   */
  function matrix(exercise, filled) {
    const articles = shown(exercise);
    return html`
      <table>
        <thead><tr><th></th>${articles.map((article) => html`<th scope="col">${siglum(article)}</th>`)}<th scope="col">${words.paper.agree}</th></tr></thead>
        <tbody>
          ${exercise.items.map(
            ({ id, prompt }) => html`
              <tr>
                <th scope="row">${prompt}</th>
                ${articles.map(({ id: article }) => html`<td>${filled ? places(filled[id]?.targets?.flatMap((target) => target.places).filter((place) => place.article === article) ?? []) : ''}</td>`)}
                <td>${filled ? doing.relations[filled[id]?.relation ?? ''] ?? '' : ['conflict', 'compatible', 'same'].map((guess) => html`<p class="tick"><span class="box"></span> ${doing.guesses[guess]}</p>`)}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    `;
  }

  /** @param {readonly Place[]} given */
  function places(given) {
    return given.map((place) => `“${textOf(place)}” (${words.paper.line} ${lineAt(lines.get(place.article) ?? [], place.start)})`).join('; ');
  }

  /**
   * @param {Exercise} exercise
   * @param {Answers} known
   */
  function solved(exercise, known) {
    const { type, items, options = [] } = exercise;
    if (type === 'mark') return matrix(exercise, known);
    return html`<ol>${items.map(({ id, options: statements = [], points }) => {
      const { targets = [], choice, ranks, reason } = known[id];
      const at = options.findIndex((option) => option.id === choice);
      const right = ranks ? html`<ol class="right-order">${[...statements].sort((left, other) => ranks[left.id] - ranks[other.id]).map(({ text }) => html`<li>${text}</li>`)}</ol>` : at >= 0 ? `${letter(at)} ${options[at].text}` : places(targets.flatMap((target) => target.places));
      return html`<li>${right} (${doing.worth(points)})<br /><i>${reason}</i></li>`;
    })}</ol>`;
  }
}

/** @param {number} at */
const letter = (at) => String.fromCharCode(65 + (at % 26));

/** @type {CSSStyleSheet | null} */
let sheet = null;

/**
 * Opens the browser's print dialogue. How large a page is can only be told by the document itself.
 *
 * @param {PaperSize} size
 */
export function print(size) {
  sheet ??= new CSSStyleSheet();
  sheet.replaceSync(`@page { size: ${size}; margin: 18mm 16mm; @bottom-center { content: counter(page) ' / ' counter(pages); font: 9pt sans-serif; } }`);
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  window.print();
}
