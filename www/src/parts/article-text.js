/** @import { ArticleReport, Place } from '../../../pkg/web/variorum.js' */
/** @import { Block } from '../blocks.js' */
/** @import { Mark } from '../findings.js' */
/** @import { Copied } from '../sayings.js' */
/** @import { Segment, Span } from '../marks.js' */
/** @import { Reviews } from '../reviews.js' */
/** @import { Strings } from '../strings/index.js' */

import { html, nothing } from 'lit';
import { segment } from '../marks.js';
import { sign } from './sign.js';

/**
 * What it takes to set an article's words with their marks.
 *
 * @typedef {object} Setting
 * @property {string} text the article's text as it was compared
 * @property {Mark[]} marks those to show, in the order of the text
 * @property {Place[]} only the sentences to rule as only in this article
 * @property {string | null} selected id of the chosen finding
 * @property {Strings} strings
 * @property {readonly Copied[]} [copied] words to set off as shared copy
 * @property {Reviews} [reviews]
 * @property {readonly Span[]} [differing] words to set off as differently worded
 */

/**
 * One paragraph, headline or the like.
 *
 * @param {Block} block
 * @param {Setting} setting
 * @param {boolean} [isBare] whether its marks are still to come
 */
export function articleBlock(block, setting, isBare = false) {
  const words = markedText(block.start, block.end, setting);
  switch (block.part) {
    case 'headline':
      // In a list of headings what is said of its marks would stand among its words.
      return html`<h1 class="headline" part="headline" tabindex="-1" dir="auto" aria-label=${setting.text.slice(block.start, block.end)} data-start=${block.start} ?data-bare=${isBare}>${words}</h1>`;
    case 'body':
    case 'lede':
      return html`<p tabindex="-1" dir="auto" data-start=${block.start} ?data-bare=${isBare}>${words}</p>`;
    default:
      return html`<p class=${block.part} tabindex="-1" dir="auto" data-start=${block.start} ?data-bare=${isBare}>${words}</p>`;
  }
}

/**
 * A stretch of an article with its marks.
 *
 * @param {number} start
 * @param {number} end
 * @param {Setting} setting
 */
export function markedText(start, end, setting) {
  return segment(start, end, setting.only).map(({ start: from, end: to, spans }) => {
    const words = copied(from, to, setting);
    return spans.length > 0
      ? html`<span class="only" part="only" role="mark" aria-description=${setting.strings.article.only}>${words}</span>`
      : words;
  });
}

/**
 * @param {number} start
 * @param {number} end
 * @param {Setting} setting
 */
function copied(start, end, setting) {
  if (!setting.copied?.length) return reworded(start, end, setting);
  return segment(start, end, setting.copied).map(({ start: from, end: to, spans: [copy] }) => {
    const words = reworded(from, to, setting);
    if (!copy) return words;
    const { copiedFrom } = setting.strings.article;
    const said = copiedFrom(copy.others, copy.isMoved);
    return html`<span class="copied ${copy.isMoved ? 'is-moved' : ''}" role="mark" aria-description=${said} title=${said}>${words}</span>`;
  });
}

/**
 * @param {number} start
 * @param {number} end
 * @param {Setting} setting
 */
function reworded(start, end, setting) {
  return segment(start, end, setting.differing ?? []).map(({ start: from, end: to, spans }) => {
    const words = segment(from, to, setting.marks).map((piece) => markedWords(piece, setting));
    return spans.length > 0 ? html`<span class="reworded" role="mark">${words}</span>` : words;
  });
}

/**
 * The words of one segment. Only the first segment of a mark can be focused; the rest act on a click.
 *
 * @param {Segment<Mark>} piece
 * @param {Setting} setting
 */
function markedWords({ start, end, spans }, { text, selected, strings, reviews }) {
  const words = text.slice(start, end);
  if (spans.length === 0) return words;
  const opening = spans.filter((mark) => mark.start === start);
  const ending = spans.find((mark) => mark.end === end && mark.number !== null);
  const chosen = spans.some(({ finding }) => finding.id === selected);
  // Lines of two marks at once: the shorter one's under the words, the longer one's below it.
  const [top, below] = spans;
  const classes = [
    'mark',
    top.finding.relation,
    below && `below-${below.finding.relation}`,
    chosen && 'selected',
    reviews?.[top.finding.id]?.status === 'dismissed' && 'dismissed',
  ]
    .filter(Boolean)
    .join(' ');
  const part = `mark ${top.finding.relation}${chosen ? ' selected' : ''}`;
  const findings = spans.map(({ finding }) => finding.id).join(' ');
  // An empty inline box that stays with the last word, so the number always stands beside its end.
  const content = ending
    ? html`${words}<span class="numbered"><span class="tag" data-number=${ending.number}>${sign(ending.finding.kind)}</span></span>`
    : words;
  if (opening.length === 0) return html`<span class=${classes} part=${part} data-findings=${findings}>${content}</span>`;
  const label = opening
    .map((mark) => strings.article.mark(text.slice(mark.start, mark.end), mark.finding.relation, mark.number))
    .join('; ');
  return html`<span
    class=${classes}
    part=${part}
    role="button"
    tabindex="0"
    title=${[...new Set(opening.map(({ finding }) => strings.kinds[finding.kind]))].join('; ')}
    aria-pressed=${chosen}
    aria-label=${label}
    data-findings=${findings}
    >${content}</span
  >`;
}

/**
 * What to know about how the text was read.
 *
 * @param {ArticleReport} article
 * @param {string} text of the article
 * @param {Strings} strings
 */
export function readingNotes({ notes }, text, strings) {
  if (notes.length === 0) return nothing;
  return html`
    <details class="reading-notes">
      <summary>${strings.article.notes(notes.length)}</summary>
      <ul>
        ${notes.map((note) => html`<li>${strings.readingNote(note, text.slice(note.start, note.end))}</li>`)}
      </ul>
    </details>
  `;
}
