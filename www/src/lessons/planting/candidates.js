// Where in an article a change of a sort can stand. It begins from what the engine reads there, so that what is changed is a
// fact of the report and not a chance word.

/** @import { ArticleFacts, Mention } from '../../../../pkg/web/variorum.js' */
/** @import { Span } from '../../marks.js' */
/** @import { Chance } from '../random.js' */
/** @import { Difficulty } from './replace.js' */

import { wordsOf } from '../words.js';
import { AUXILIARIES, DOUBTS, LANDMARKS, MONTHS, NUMERALS, RIVALS, ROLES, WEEKDAYS } from './lists.js';
import { casedAs, otherNumber, otherPlace, otherSurname, otherTime } from './replace.js';

/** @typedef {'number' | 'date' | 'name' | 'place' | 'negation' | 'hedge' | 'attribution' | 'quote'} ChangeType */

/** @type {readonly ChangeType[]} */
export const CHANGE_TYPES = ['number', 'date', 'name', 'place', 'negation', 'hedge', 'attribution', 'quote'];

/**
 * A change that could be made.
 *
 * @typedef {object} Candidate
 * @property {ChangeType} type
 * @property {Span[]} sites the words that are replaced: all that name the same thing, so that the copy agrees with itself
 * @property {string} from
 * @property {(difficulty: Difficulty, chance: Chance) => string | null} make what stands there instead
 */

/** Parts of an article that are told in no sentence, or that are not the report itself. */
const APART = new Set(['byline', 'dateline', 'note', 'boilerplate', 'caption']);

/**
 * @param {string} text
 * @param {ArticleFacts} facts of this text
 * @returns {Candidate[]} in the order of the text
 */
export function candidates(text, { article, mentions }) {
  const apart = article.parts.filter(({ part }) => APART.has(part));
  const isApart = (/** @type {Span} */ { start, end }) => apart.some((part) => part.start < end && part.end > start);
  const headline = article.parts.filter(({ part }) => part === 'headline').map(({ start, end }) => text.slice(start, end)).join(' ');
  const words = wordsOf(text);
  const taken = new Set(words.map(({ start, end }) => text.slice(start, end)));
  const quotes = mentions.filter((mention) => mention.kind === 'quote' && !mention.norm.startsWith('indirect:'));
  const isQuoted = (/** @type {Span} */ { start, end }) => quotes.some((quote) => quote.start < end && quote.end > start);
  const sites = (/** @type {string} */ name) => sitesOf(text, name);
  const within = (/** @type {Span} */ { start, end }) => words.filter((word) => word.start >= start && word.end <= end);
  const said = (/** @type {Span} */ { start, end }) => text.slice(start, end);
  const names = properPlaces(mentions, text);

  /** @type {Candidate[]} */
  const found = [];
  /** @param {Candidate} candidate */
  const push = (candidate) => {
    if (!candidate.sites.some(isApart) && !found.some((other) => other.type === candidate.type && other.sites[0].start === candidate.sites[0].start)) found.push(candidate);
  };

  for (const mention of mentions) {
    const { kind } = mention;
    if (kind === 'count' || kind === 'money' || kind === 'percent' || kind === 'measure') {
      const numerals = numeralsIn(text, mention);
      if (numerals.length !== 1 || mention.norm.startsWith('no. ')) continue;
      const from = said(numerals[0]);
      // What is said twice is changed twice; where the other place words it otherwise, neither is touched.
      const alike = mentions.filter((other) => other.kind === kind && other.norm === mention.norm);
      const all = alike.flatMap((other) => numeralsIn(text, other));
      if (!all.every((site) => said(site).toLowerCase() === from.toLowerCase()) || new Set(alike.map(({ text }) => text.toLowerCase())).size > 1) continue;
      if (all.length !== alike.length || all.some((site) => isQuoted(site))) continue;
      if (!all.some(({ start }) => start < headline.length) && headline.includes(from) && all.length > 1) continue;
      push({ type: 'number', sites: all, from, make: (difficulty, chance) => otherNumber(from, difficulty, chance) });
    }
    if (kind === 'time') {
      for (const site of within(mention)) {
        const from = said(site);
        const isClock = /^\d{1,2}[.:]\d\d$/.test(from);
        if (!(WEEKDAYS.includes(from) || MONTHS.includes(from) || isClock) || isQuoted(site)) continue;
        if (headline.includes(from) || mentions.some((other) => other !== mention && other.kind === 'time' && other.norm === mention.norm)) continue;
        push({ type: 'date', sites: [site], from, make: (difficulty, chance) => otherTime(from, difficulty, chance) });
        break;
      }
    }
    if (kind === 'person') {
      const parts = within(mention).map(said);
      const surname = parts.at(-1)?.replace(/[’']s$/, '') ?? '';
      if (parts.length < 2 || parts.length > 3 || !parts.every((part) => /^\p{Lu}\p{Ll}/u.test(part)) || surname.length < 3) continue;
      const all = sites(surname);
      // A family of one name would be renamed altogether.
      const bearers = new Set(mentions.filter((other) => other.kind === 'person' && other.text.includes(surname)).map(({ text }) => text.split(' ').slice(0, -1).join(' ')).filter(Boolean));
      if (all.length === 0 || bearers.size > 1) continue;
      push({ type: 'name', sites: all, from: surname, make: (difficulty, chance) => otherSurname(surname, taken, difficulty, chance) });
    }
    if (kind === 'place' && names.has(said(mention)) && !isQuoted(mention)) {
      const own = placeName(said(mention));
      const all = sites(own).filter((site) => standsAlone(text, site, own));
      // The headline's own places are left, and so is one that is a part of other names.
      if (headline.includes(own) || all.length === 0 || all.length < sites(own).length) continue;
      const others = [...names].filter((name) => name !== own && !own.includes(name) && placeName(name) === name && own === said(mention));
      const isOne = all.length > 2;
      push({
        type: 'place',
        // Of a place that comes again and again, one mention is moved.
        sites: isOne ? [{ start: mention.start, end: mention.start + own.length }] : all,
        from: own,
        make: (difficulty, chance) => otherPlace(own, others, taken, difficulty, chance),
      });
    }
    if (kind === 'polarity' && !isQuoted(mention)) claims(text, mention, within(mention), mentions).forEach(push);
    if (kind === 'attribution' && mention.norm !== '' && !isQuoted(mention)) {
      const from = said(mention);
      if (/,|^(?:he|she|they|it|who|i|we)$/i.test(from) || headline.includes(from)) continue;
      const others = speakers(mentions, mention);
      push({ type: 'attribution', sites: [{ start: mention.start, end: mention.end }], from, make: (_, chance) => casedAt(text, mention.start, chance.choose(others)) });
    }
    if (kind === 'quote' && quotes.includes(mention)) {
      for (const site of within(mention)) {
        const from = said(site);
        const rival = RIVALS.get(from.toLowerCase());
        if (rival) push({ type: 'quote', sites: [site], from, make: () => casedAs(from, rival) });
      }
    }
  }
  return found;
}

/**
 * What can be done with a claim: a "not" put in or taken out, a word of doubt put in or taken out.
 *
 * @param {string} text
 * @param {Mention} mention
 * @param {readonly Span[]} words of it
 * @param {readonly Mention[]} mentions
 * @returns {Candidate[]}
 */
function claims(text, { start, end, norm, certainty }, words, mentions) {
  const said = words.map((word) => text.slice(word.start, word.end));
  const site = [{ start, end }];
  const from = text.slice(start, end);
  const [first] = words;
  if (!first || first.start !== start || !AUXILIARIES.includes(said[0]) || words.length < 2) return [];
  const behind = start + said[0].length;
  const rest = text.slice(behind, end);
  if (said.includes('not')) {
    const bare = from.replace(/ not\b/, '');
    return [{ type: 'negation', sites: site, from, make: () => bare }];
  }
  const doubt = said.find((word) => DOUBTS.includes(word));
  if (doubt) return [{ type: 'hedge', sites: site, from, make: () => from.replace(`${doubt} `, '') }];
  if (norm.startsWith('not ') || certainty === 'denied' || /\b(?:any|never|no|nobody|nothing)\b/i.test(sentenceAround(text, start))) return [];
  /** @type {Candidate[]} */
  const found = [{ type: 'negation', sites: site, from, make: () => `${said[0]} not${rest}` }];
  const isDoubted = mentions.some((other) => other.kind === 'certainty' && other.norm === 'hedged' && other.start < end && other.end > start);
  if (/^(?:could|may|might)$/.test(said[0]) && !said.includes('have')) found.push({ type: 'hedge', sites: site, from, make: () => `will${rest}` });
  else if (!isDoubted && /^(?:was|were|has|have|had)$/.test(said[0])) {
    found.push({ type: 'hedge', sites: site, from, make: (_, chance) => `${said[0]} ${chance.choose(DOUBTS)}${rest}` });
  }
  return found;
}

/**
 * @param {string} text
 * @param {Span} span
 * @returns {Span[]} the numerals in it, in digits or as one word
 */
function numeralsIn(text, { start, end }) {
  const words = text.slice(start, end);
  const digits = Array.from(words.matchAll(/\d+(?:[.,]\d+)*/g), ({ 0: found, index }) => ({ start: start + index, end: start + index + found.length }));
  // Hyphens join words to other ones: "two-thirds" is no two.
  const named = Array.from(words.matchAll(/(?<![\p{L}-])\p{L}+(?![\p{L}-])/gu)).filter(({ 0: word }) => NUMERALS.includes(word.toLowerCase()));
  return [...digits, ...named.map(({ 0: word, index }) => ({ start: start + index, end: start + index + word.length }))];
}

/**
 * @param {string} text
 * @param {string} name
 * @returns {Span[]} where it stands as words of its own, and with a possessive behind it
 */
function sitesOf(text, name) {
  return Array.from(text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}-])${name.replace(/[^\p{L} ]/gu, '\\$&')}(?![\\p{L}\\p{N}-])`, 'gu')), ({ index }) => ({ start: index, end: index + name.length }));
}

/** @param {string} name @returns {string} what of a place's name can be another: all of it, or what stands before "River" */
function placeName(name) {
  const [first, last] = name.split(' ');
  return last && LANDMARKS.includes(last) ? first : name;
}

/**
 * @param {string} text
 * @param {Span} site
 * @param {string} own
 * @returns {boolean} whether it is no part of a longer name, such as that of a newspaper
 */
function standsAlone(text, { start, end }, own) {
  const [behind] = /^(?:[’']s)? (\p{Lu}\p{L}*)/u.exec(text.slice(end, end + 40))?.slice(1) ?? [];
  return !/\p{Lu}\p{L}* $/u.test(text.slice(Math.max(0, start - 30), start)) && (!behind || (LANDMARKS.includes(behind) && !own.includes(' ')));
}

/**
 * @param {readonly Mention[]} mentions
 * @param {string} text
 * @returns {Set<string>} the names of places in the article
 */
function properPlaces(mentions, text) {
  const places = mentions.filter(({ kind, norm }) => kind === 'place' && !norm.startsWith('('));
  return new Set(places.map(({ start, end }) => text.slice(start, end)).filter((name) => /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?$/u.test(name)));
}

/**
 * @param {readonly Mention[]} mentions
 * @param {Mention} spoken
 * @returns {string[]} who else speaks in the article and is of the same sort (a person, a body, a document), else who might
 */
function speakers(mentions, spoken) {
  const sort = (/** @type {Mention} */ { norm }) => norm.split(' ')[0];
  const own = mentions.filter((other) => other.kind === 'attribution' && sort(other) === sort(spoken) && !shares(other.text, spoken.text) && !/,|^(?:he|she|they|it|who|i|we)$/i.test(other.text));
  return own.length > 0 ? [...new Set(own.map(({ text }) => text))] : ROLES;
}

/** @param {string} left @param {string} right */
function shares(left, right) {
  const words = new Set(left.toLowerCase().match(/\p{L}{3,}/gu));
  return (right.toLowerCase().match(/\p{L}{3,}/gu) ?? []).some((word) => word !== 'the' && words.has(word));
}

/** @param {string} text @param {number} at @param {string} name */
function casedAt(text, at, name) {
  const isHead = /(?:^|[.!?]["”’]?\s+|\n\s*)$/.test(text.slice(Math.max(0, at - 4), at));
  // "The", "A" and the like are cased by their place; names keep their capitals.
  return /^(?:the|an?|its?|his|her|their|one)\b/i.test(name) || /^\p{Ll}/u.test(name) ? name.replace(/^./u, (letter) => (isHead ? letter.toUpperCase() : letter.toLowerCase())) : name;
}

/** @param {string} text @param {number} at */
function sentenceAround(text, at) {
  const from = Math.max(text.lastIndexOf('. ', at), text.lastIndexOf('\n', at), 0);
  const end = text.slice(at).search(/[.!?]\s|\n/);
  return text.slice(from, end < 0 ? text.length : at + end);
}
