// Which sentences of several articles stand level with each other.

/** @import { AlignedSentences, Report } from '../../pkg/web/variorum.js' */

/**
 * One row of a page with several columns: for each article the sentences that stand in it, by their position in the
 * article. A row either lays sentences that tell the same beside each other, one an article, or holds what
 * stands between two such rows.
 *
 * @typedef {object} Row
 * @property {Map<string, number[]>} cells by article
 * @property {boolean} isLevel whether its sentences tell the same
 */

/**
 * Lays articles beside each other. No article's order is changed: where the same is told in another order, as many
 * sentences as possible stand level, and the rest stay where they are.
 *
 * @param {Report} report
 * @param {readonly string[]} articles ids, in the order of the columns
 * @returns {Row[]} each sentence of each article once, in order
 */
export function levels(report, articles) {
  /** @type {Map<string, number>[]} a sentence an article; one article more each time round */
  let rows = [];
  for (const [column, article] of articles.entries()) {
    const count = report.articles.find(({ id }) => id === article)?.sentences.length ?? 0;
    const chain = heaviestChain(meetings(rows, report.alignment, article, articles.slice(0, column)));
    rows = merge(rows, chain, article, count);
  }
  return gather(rows);
}

/**
 * A sentence that could stand in a row.
 *
 * @typedef {object} Meeting
 * @property {number} sentence
 * @property {number} row
 * @property {number} score
 */

/**
 * @param {Map<string, number>[]} rows
 * @param {readonly AlignedSentences[]} alignment
 * @param {string} article
 * @param {readonly string[]} placed the articles that have their rows
 * @returns {Meeting[]}
 */
function meetings(rows, alignment, article, placed) {
  /** @type {Map<string, number>} */
  const rowOf = new Map();
  for (const [row, cells] of rows.entries()) {
    for (const [id, sentence] of cells) rowOf.set(`${sentence} ${id}`, row);
  }
  return alignment.flatMap(({ sentences, score }) => {
    const own = sentences.find((given) => given.article === article);
    if (!own) return [];
    return sentences
      .filter((given) => placed.includes(given.article))
      .map((given) => ({ sentence: own.sentence, row: rowOf.get(`${given.sentence} ${given.article}`) ?? 0, score }));
  });
}

/**
 * The meetings with the greatest sum of scores in which both sentences and rows go forward.
 *
 * A tree of prefix maxima over the rows (Fenwick 1994) makes it n log n, so that long articles are laid out while one
 * types.
 *
 * @param {Meeting[]} given
 * @returns {Meeting[]} in order
 */
export function heaviestChain(given) {
  // Of one sentence the last row comes first, so that no chain goes through a sentence twice.
  const sorted = [...given].sort((left, right) => left.sentence - right.sentence || right.row - left.row);
  const size = sorted.reduce((most, { row }) => Math.max(most, row + 1), 0);
  /** @type {number[]} */
  const tree = Array.from({ length: size + 1 }, () => -1);
  /** @type {{ sum: number, before: number }[]} */
  const best = [];
  const sum = (/** @type {number} */ index) => (index < 0 ? 0 : best[index].sum);
  for (const [index, { row, score }] of sorted.entries()) {
    let before = -1;
    for (let at = row; at > 0; at -= at & -at) if (sum(tree[at]) > sum(before)) before = tree[at];
    best.push({ sum: sum(before) + score, before });
    for (let at = row + 1; at <= size; at += at & -at) if (sum(index) > sum(tree[at])) tree[at] = index;
  }
  let last = best.reduce((most, _, index) => (sum(index) > sum(most) ? index : most), -1);
  /** @type {Meeting[]} */
  const chain = [];
  for (; last >= 0; last = best[last].before) chain.push(sorted[last]);
  return chain.reverse();
}

/**
 * Puts an article's sentences into the rows of the chain, and those between in rows of their own.
 *
 * @param {Map<string, number>[]} rows
 * @param {readonly Meeting[]} chain
 * @param {string} article
 * @param {number} count of its sentences
 */
function merge(rows, chain, article, count) {
  /** @type {Map<string, number>[]} */
  const merged = [];
  let row = 0;
  let sentence = 0;
  for (const meeting of [...chain, { row: rows.length, sentence: count }]) {
    merged.push(...rows.slice(row, meeting.row));
    for (; sentence < meeting.sentence; sentence += 1) merged.push(new Map([[article, sentence]]));
    if (meeting.row < rows.length) merged.push(new Map([...rows[meeting.row], [article, meeting.sentence]]));
    row = meeting.row + 1;
    sentence = meeting.sentence + 1;
  }
  return merged;
}

/**
 * Gathers neighbouring rows in which only one article has something: what stands between two level rows stands in one.
 *
 * @param {readonly Map<string, number>[]} rows
 * @returns {Row[]}
 */
function gather(rows) {
  /** @type {Row[]} */
  const gathered = [];
  for (const cells of rows) {
    const isLevel = cells.size > 1;
    let row = gathered.at(-1);
    if (!row || isLevel || row.isLevel) {
      row = { cells: new Map(), isLevel };
      gathered.push(row);
    }
    for (const [article, sentence] of cells) row.cells.set(article, [...(row.cells.get(article) ?? []), sentence]);
  }
  return gathered;
}

/**
 * Sentences of other columns that tell the same as one does and stand elsewhere.
 *
 * @param {Report} report
 * @param {readonly Row[]} rows
 * @param {number} least score, in per cent, from which sentences are said to tell the same though they stand apart
 * @returns {Map<string, { article: string, sentence: number }>} by `sentence article`
 */
export function elsewhere(report, rows, least) {
  /** @type {Map<string, number>} */
  const rowOf = new Map();
  for (const [row, { cells }] of rows.entries()) {
    for (const [article, sentences] of cells) for (const sentence of sentences) rowOf.set(`${sentence} ${article}`, row);
  }
  /** @type {Map<string, { article: string, sentence: number, score: number }>} */
  const found = new Map();
  for (const { sentences, score } of report.alignment) {
    if (score < least) continue;
    for (const one of sentences) {
      const row = rowOf.get(`${one.sentence} ${one.article}`);
      if (row === undefined) continue;
      for (const other of sentences) {
        const isHere = other.article === one.article || (rows[row].isLevel && rows[row].cells.has(other.article));
        if (isHere || !rowOf.has(`${other.sentence} ${other.article}`)) continue;
        const key = `${one.sentence} ${one.article}`;
        if (score > (found.get(key)?.score ?? 0)) found.set(key, { ...other, score });
      }
    }
  }
  return found;
}
