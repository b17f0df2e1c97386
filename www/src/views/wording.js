/** @import { Piece } from '../redline.js' */
/** @import { LaterStrings } from '../strings/index.js' */
/** @import { ViewGiven } from './index.js' */

import { html, nothing, unsafeCSS } from 'lit';
import { growing } from '../growing.js';
import { nameOf } from '../parts/names.js';
import { choice } from '../parts/narrowing.js';
import { overview } from '../parts/overview.js';
import { commonShare, inParagraphs, redline } from '../redline.js';
import { later } from '../styles/later.js';
import sheet from '../styles/wording.css?inline';

export const styles = [later, unsafeCSS(sheet)];

/** Texts with less in common than this, in per cent of the shorter, are hardly versions of one. */
const VERSIONS_SHARE = 40;

/**
 * Two versions of an article in one text: what went is struck through, what came is underlined, what was moved is
 * both, at either place.
 *
 * @param {ViewGiven & { words: LaterStrings }} given
 */
export function view(given) {
  const { outcome, base, pair, strings, words, actions, diffWords } = given;
  const { report, request } = outcome;
  const ids = report.articles.map(({ id }) => id);
  const [left, right] = pairOf();
  /** The ends of moves that have their way to the other end: an end may be in many pieces. */
  const ends = new Set();
  const choices = report.articles.map((article) => ({
    value: article.id,
    name: strings.article.lettered(article.siglum, nameOf(article, strings)),
    count: Infinity,
  }));
  return html`
    <div class="wording-view">
      <h1 class="unseen" tabindex="-1">${strings.nav.wording}</h1>
      ${overview(report, strings, given.events())}
      ${ids.length < 2
        ? html`<p class="hint">${words.wording.alone}</p>`
        : html`
            <div class="controls">
              ${choice(words.wording.from, '', left, choices, (value) => actions.onSet({ pair: value === right ? [right, left] : [value, right] }))}
              ${choice(words.wording.to, '', right, choices, (value) => actions.onSet({ pair: value === left ? [right, left] : [left, value] }))}
              <button type="button" class="button" @click=${() => actions.onSet({ pair: [right, left] })}>${words.wording.swap}</button>
            </div>
            ${redlined()}
          `}
    </div>
  `;

  /** Those chosen, else the article being read and the one before it of the same event, or the one after. */
  function pairOf() {
    const chosen = pair.filter((id) => ids.includes(id));
    if (chosen.length === 2) return chosen;
    const story = ids.filter((id) => report.stories.find((given) => given.includes(base))?.includes(id));
    const among = story.length > 1 ? story : ids;
    const at = Math.max(1, among.indexOf(base));
    return [among[at - 1] ?? '', among[at] ?? ''];
  }

  function redlined() {
    const [leftText, rightText] = [left, right].map((id) => request.articles.find((given) => given.id === id)?.text ?? '');
    const diff = diffWords(leftText, rightText);
    if (!diff) return html`<p class="hint" role="status">${strings.state.comparing}</p>`;
    const share = commonShare(diff, leftText.length, rightText.length);
    const paragraphs = inParagraphs(redline({ diff, leftText, rightText, shared: report.shared, left, right }));
    return html`
      <p class="common">
        ${words.wording.common(share)}
        ${share < VERSIONS_SHARE
          ? html`${words.wording.apart}
              <button type="button" class="quiet" @click=${() => actions.onView('columns')}>${strings.nav.columns}</button>`
          : nothing}
      </p>
      <dl class="redline-legend">
        <div><dt><del>${words.wording.sample}</del></dt><dd>${words.wording.went}</dd></div>
        <div><dt><ins>${words.wording.sample}</ins></dt><dd>${words.wording.came}</dd></div>
        <div>
          <dt><ins class="moved">${words.wording.sample}</ins></dt>
          <dd>${words.wording.moved}</dd>
        </div>
      </dl>
      ${growing(paragraphs.length, -1, JSON.stringify([left, right]), (limit, more) => html`
        <div class="redline" dir="auto">${paragraphs.slice(0, limit).map((paragraph) => html`<p>${paragraph.map((one, at) => piece(one, paragraph[at - 1]))}</p>`)}</div>
        ${more(words.table.more)}
      `)}
    `;
  }

  /**
   * @param {Piece} given
   * @param {Piece} [before]
   */
  function piece({ side, text, move }, before) {
    if (side === 'equal') return text;
    const isTied = move !== null && !ends.has(`${side}-${move}`);
    if (isTied) ends.add(`${side}-${move}`);
    const tie = isTied ? tied(side, move) : nothing;
    // What went and what came in its place touch each other where neither brings a space.
    const isTouching = before && before.side !== 'equal' && !/\s$/.test(before.text) && !/^\s/.test(text);
    const look = `${move === null ? '' : 'moved'} ${isTouching ? 'touching' : ''}`;
    return side === 'left' ? html`<del class=${look}>${text}</del>${tie}` : html`<ins class=${look}>${text}</ins>${tie}`;
  }

  /**
   * The way from where words went to where they came, and back.
   *
   * @param {'left' | 'right'} side
   * @param {number} move
   */
  function tied(side, move) {
    const other = side === 'left' ? 'right' : 'left';
    return html`<button
      type="button"
      class="tie"
      data-move="${side}-${move}"
      aria-label=${words.wording.tie(side, move)}
      @click=${(/** @type {Event} */ event) => {
        const root = /** @type {ShadowRoot} */ (/** @type {Element} */ (event.target).getRootNode());
        const there = /** @type {HTMLElement | null} */ (root.querySelector(`[data-move="${other}-${move}"]`));
        there?.focus({ preventScroll: true });
        there?.scrollIntoView({ block: 'center' });
      }}
      >${words.wording.tied(side)} ${move}</button
    >`;
  }
}
