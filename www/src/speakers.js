// Who says what: the speakers of all articles, each once, with what each article has them say.

/** @import { ArticleFacts, Finding, Mention, Reading, Report } from '../../pkg/web/variorum.js' */

import { uncompared } from './sayings.js';

/**
 * What somebody is said to have said.
 *
 * @typedef {object} Statement
 * @property {Finding | null} finding that it is a part of; null for a quotation that one article has alone
 * @property {Map<string, (Reading | Mention)[]>} words by article
 */

/**
 * @typedef {object} Speaker
 * @property {string} name the fullest of its names
 * @property {string[]} names all of them, as the articles have them, in the order in which they are met
 * @property {Statement[]} statements in the order of the report, then of the text
 */

/**
 * The speakers that a report names, those with the most to say first.
 *
 * @param {Report} report
 * @param {readonly Finding[]} findings those to be shown
 * @param {ReadonlyMap<string, ArticleFacts>} facts of each article; where they are missing, its findings alone are shown
 * @returns {Speaker[]}
 */
export function speakers(report, findings, facts) {
  /** @type {{ name: string, finding: Finding | null, article: string, words: Reading | Mention }[]} */
  const said = [];
  for (const finding of findings) {
    for (const reading of finding.readings) {
      if (reading.by) said.push({ name: reading.by.text, finding, article: reading.article, words: reading });
    }
  }
  for (const { id } of report.articles) {
    for (const words of uncompared(facts.get(id)?.mentions ?? [], 'quote', report.findings, id)) {
      if (words.by) said.push({ name: words.by.text, finding: null, article: id, words });
    }
  }
  const nameOf = oneNameEach(said.map(({ name }) => name));
  /** @type {Map<string, Speaker>} */
  const found = new Map();
  for (const { name, finding, article, words } of said) {
    const full = /** @type {string} */ (nameOf.get(name));
    const speaker = found.get(full) ?? { name: full, names: [], statements: [] };
    found.set(full, speaker);
    if (!speaker.names.some((known) => plain(known) === plain(name))) speaker.names.push(name);
    let statement = finding && speaker.statements.find((given) => given.finding === finding);
    if (!statement) {
      statement = { finding, words: new Map() };
      speaker.statements.push(statement);
    }
    const given = statement.words.get(article) ?? [];
    if (!given.some(({ text }) => text.toLowerCase() === words.text.toLowerCase())) given.push(words);
    statement.words.set(article, given);
  }
  return [...found.values()].sort((left, right) => right.statements.length - left.statements.length);
}

/**
 * For each name by which somebody is called, the fullest one that means the same person.
 *
 * "Aldaya" is "fire chief Ruben Aldaya" where no other Aldaya is named; names that differ in any part, as
 * "Tomas Verhal" and "Thomas Verhal" do, are kept apart, since that may be what the reports differ on.
 *
 * @param {readonly string[]} names
 * @returns {Map<string, string>}
 */
export function oneNameEach(names) {
  /** @type {Map<string, { full: string, run: string[] }>} by the plain form */
  const known = new Map();
  const distinct = [...new Set(names)].sort((left, right) => properRun(right).length - properRun(left).length || right.length - left.length);
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const name of distinct) {
    const run = properRun(name);
    const same = known.get(plain(name));
    const like = run.length > 0 ? [...known.values()].filter((other) => endsWith(other.run, run)) : [];
    const people = new Set(like.map(({ full }) => full));
    const full = same?.full ?? (people.size === 1 ? [...people][0] : name);
    found.set(name, full);
    if (!same) known.set(plain(name), { full, run: full === name ? run : properRun(full) });
  }
  return found;
}

/**
 * The capitalised words at the end of what somebody is called, without forms of address: they alone have no vowel
 * (Mr, Mrs, Dr).
 *
 * @param {string} name
 */
function properRun(name) {
  const words = name.replace(/[’']s?$/u, '').split(/\s+/);
  const from = words.findLastIndex((word) => !/^\p{Lu}/u.test(word)) + 1;
  return words.slice(from).filter((word) => /[aeiouyà-öø-ÿ]/i.test(word));
}

/**
 * @param {readonly string[]} run
 * @param {readonly string[]} end
 */
function endsWith(run, end) {
  return end.length <= run.length && end.every((word, index) => word === run[run.length - end.length + index]);
}

/**
 * A name without its article and its case.
 *
 * @param {string} name
 */
function plain(name) {
  return name.toLowerCase().replace(/^(the|an?) /, '').replace(/[’']s?$/u, '');
}
