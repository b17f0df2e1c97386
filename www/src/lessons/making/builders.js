// Items made from a comparison. Each builder gives all that it finds, the best first: the maker takes some, and the teacher
// may take others.

/** @import { ArticleFacts, Finding, Mention, Report, Request } from '../../../../pkg/web/variorum.js' */
/** @import { Answer, Item, LessonArticle, Option } from '../model.js' */
/** @import { Change } from '../planting/plant.js' */
/** @import { MakingWords } from './words.js' */

import { Chance } from '../random.js';

/** @typedef {{ item: Item, answer: Answer }} Made */

/**
 * What items are made from.
 *
 * @typedef {object} Sources
 * @property {Request} request
 * @property {Report} report
 * @property {readonly ArticleFacts[]} facts of the articles of the request, in their order
 * @property {MakingWords} words
 */

/** Longer statements are too much to read for a choice, in UTF-16 units. */
const LONGEST = 220;

/** Shorter ones tell too little. */
const SHORTEST = 16;

/** Who is somebody else's: named in full elsewhere in the report, so that the same speaker would be there twice. */
const STANDS_FOR = /^(?:its|his|her|their|our|another|an?)\b|^the (?:company|firm|group|operator|owner|paper|newspaper|minister|mayor|president|chief|chairman|chairwoman|secretary|spokes\w+|officials?|report|statement)$/i;

/**
 * What a sentence has to have, so that a class sees on which step it stands and need not take the engine's word.
 *
 * @type {Record<string, RegExp>}
 */
const CUES = {
  attributed: /\b(?:said|says?|told|according to|announced|confirmed)\b/i,
  hedged: /\b(?:may|might|could|reportedly|apparently|allegedly|possibly|probably|perhaps|likely|believed|thought|expected|feared|suspected|appear(?:s|ed)?|seem(?:s|ed)?)\b/i,
  unknown: /\b(?:not (?:yet )?(?:clear|known)|unclear|unknown|uncertain)\b/i,
  denied: /\b(?:den(?:y|ied|ies|ying)|rejected|dismissed)\b/i,
};

/** @type {readonly string[]} the surest first */
export const STEPS = ['stated', 'attributed', 'hedged', 'unknown', 'denied'];

/**
 * @param {Sources} sources
 * @returns {LessonArticle[]}
 */
export function articlesOf({ request, report }) {
  return request.articles.map(({ id, text }) => {
    const { siglum, outlet, title } = report.articles.find((article) => article.id === id) ?? {};
    return { id: `a-${siglum}`, text, name: [siglum, outlet ?? title].filter(Boolean).join(' · ').slice(0, 300), altered: false };
  });
}

/**
 * What the reports differ on, to be marked in each of them.
 *
 * @param {Sources} sources
 * @returns {Made[]}
 */
export function differences({ report, words }) {
  const found = report.findings.filter(({ relation, readings }) => relation !== 'same' && new Set(readings.map(({ article }) => article)).size > 1);
  return found.map((finding, index) => {
    const articles = [...new Set(finding.readings.map(({ article }) => article))];
    const targets = articles.map((id) => ({
      places: finding.readings.filter(({ article }) => article === id).map(({ start, end }) => ({ article: named(report, id), start, end })),
    }));
    return {
      item: { id: `d${index + 1}`, prompt: capital(finding.label), points: targets.length },
      answer: {
        reason: `${sayings(finding, report, words)}.`,
        hint: words.lookIn(articles.map((id) => report.articles.find((article) => article.id === id)?.siglum ?? '').join(', ')),
        relation: finding.relation,
        targets,
      },
    };
  });
}

/**
 * Who says what, to be matched.
 *
 * @param {Sources} sources
 * @returns {{ options: Option[], made: Made[] }} no option where fewer than two speak
 */
export function statements({ report, facts, words }) {
  /** @type {Map<string, string>} */
  const speakers = new Map();
  /** @type {{ mention: Mention, speaker: string, name: string }[]} */
  const said = [];
  for (const { article, mentions } of facts) {
    for (const mention of mentions) {
      const { kind, text, by } = mention;
      if (kind !== 'quote' || !by || text.length < SHORTEST || text.length > LONGEST) continue;
      const speaker = capital(by.text.split(',')[0]);
      // A pronoun names nobody, and a statement that names its speaker asks nothing.
      if (/^(?:he|she|they|it|who|i|we)$/i.test(speaker) || STANDS_FOR.test(speaker) || text.toLowerCase().includes(by.text.toLowerCase())) continue;
      if (said.some((other) => plain(other.mention.text) === plain(text))) continue;
      const key = plain(speaker).replace(/^(?:the|an?) /, '');
      speakers.set(key, speakers.get(key) ?? speaker);
      said.push({ mention, speaker: key, name: report.articles.find(({ id }) => id === article.id)?.siglum ?? '' });
    }
  }
  // One person under a long name and a short one would be two right answers.
  const keys = [...speakers.keys()].filter((key, at, all) => !all.some((other, place) => place !== at && last(other) === last(key) && (other.length > key.length || (other.length === key.length && place < at))));
  const full = (/** @type {string} */ key) => (keys.includes(key) ? key : keys.find((other) => last(other) === last(key)) ?? key);
  const order = new Chance(keys.length).shuffled(keys);
  const options = order.map((key, at) => ({ id: `s${at + 1}`, text: speakers.get(key) ?? key }));
  if (options.length < 2) return { options: [], made: [] };
  const made = said.map(({ mention, speaker, name }, index) => {
    const choice = options[order.indexOf(full(speaker))];
    return {
      item: { id: `q${index + 1}`, prompt: mention.norm.startsWith('indirect:') ? mention.text : `“${mention.text.replace(/^[“"]|[”"]$/g, '')}”`, points: 1 },
      answer: { reason: words.saidBy(choice.text.replace(/^The /, 'the '), name), hint: words.lookBeside, choice: choice.id },
    };
  });
  return { options, made };
}

/**
 * Sentences that stand on different steps of the ladder, to be put in order.
 *
 * @param {Sources} sources
 * @param {number} [most] tasks
 * @returns {Made[]}
 */
export function ladders({ request, facts, words }, most = 4) {
  /** @type {Map<string, string[]>} */
  const byStep = new Map(STEPS.map((step) => [step, []]));
  for (const [at, { article, mentions }] of facts.entries()) {
    const text = request.articles[at]?.text ?? '';
    for (const [index, { start, end }] of article.sentences.entries()) {
      const sentence = text.slice(start, end).trim();
      const isBody = article.parts.some(({ part, start: from, end: to }) => (part === 'body' || part === 'lede') && from <= start && to >= end);
      const inside = mentions.filter((mention) => mention.sentence === index);
      if (!isBody || sentence.length < SHORTEST || sentence.length > LONGEST || /[“”"?]/.test(sentence) || inside.length === 0) continue;
      const cues = new Set(inside.filter(({ kind }) => kind === 'certainty').map(({ norm }) => norm));
      // A guess that somebody is named for stands on two steps.
      if (cues.size > 1) continue;
      const [step = 'stated'] = cues;
      if (CUES[step] && !CUES[step].test(sentence)) continue;
      if (step === 'attributed' && CUES.hedged.test(sentence)) continue;
      if (step === 'stated' && inside.some(({ certainty, by }) => certainty !== 'stated' || by)) continue;
      byStep.get(step)?.push(sentence);
    }
  }
  /** @type {Made[]} */
  const made = [];
  for (let at = 0; at < most; at += 1) {
    const chosen = STEPS.flatMap((step) => {
      const sentence = byStep.get(step)?.[at];
      return sentence ? [{ step, sentence }] : [];
    });
    if (chosen.length < 2) break;
    const drawn = new Chance(at + 1).shuffled(chosen);
    // What stands in its order already would be no question.
    const shuffled = drawn.every((one, index) => one === chosen[index]) ? drawn.reverse() : drawn;
    const options = shuffled.map(({ sentence }, index) => ({ id: `t${index + 1}`, text: sentence }));
    made.push({
      item: { id: `l${at + 1}`, prompt: words.order, points: 2, options },
      answer: {
        reason: chosen.map(({ step }, index) => `${index + 1}: ${words.steps[step]}`).join('; '),
        hint: words.ladderHint,
        ranks: Object.fromEntries(shuffled.map(({ step }, index) => [`t${index + 1}`, STEPS.indexOf(step)])),
      },
    });
  }
  return made;
}

/**
 * Questions to talk about.
 *
 * @param {Sources} sources
 * @returns {Made[]}
 */
export function questions({ request, report, words }) {
  const asked = report.findings.filter(({ relation }) => relation !== 'same').map((finding) => words.ask[finding.relation](capital(finding.label), sayings(finding, report, words)));
  const only = report.only.flatMap(({ article, start, end }) => {
    const sentence = request.articles.find(({ id }) => id === article)?.text.slice(start, end).trim() ?? '';
    const name = report.articles.find(({ id }) => id === article)?.siglum ?? '';
    return sentence.length >= SHORTEST && sentence.length <= LONGEST ? [words.ask.only(name, sentence.replace(/[“”"]/g, '’'))] : [];
  });
  return [...asked.slice(0, 3), words.askSpeakers, ...only.slice(0, 2), ...asked.slice(3), ...only.slice(2)]
    .slice(0, 60)
    .map((prompt, index) => ({ item: { id: `t${index + 1}`, prompt, points: 0 }, answer: { reason: '' } }));
}

/**
 * @param {readonly Change[]} changes
 * @param {string} article id of the copy
 * @param {MakingWords} words
 * @returns {Made[]}
 */
export function changeItems(changes, article, words) {
  return changes.map(({ type, from, to, sites }, index) => ({
    item: { id: `c${index + 1}`, prompt: words.change(index + 1), points: 1 },
    answer: { reason: words.changed(from, to), hint: words.hints[type], targets: [{ places: sites.map(({ start, end }) => ({ article, start, end })) }] },
  }));
}

/**
 * @param {Finding} finding
 * @param {Report} report
 * @param {MakingWords} words
 */
function sayings({ readings }, report, words) {
  const told = readings.map(({ article, text, by }) => words.says(report.articles.find(({ id }) => id === article)?.siglum ?? '', `“${text}”`, by?.text ?? ''));
  return [...new Set(told)].join('; ');
}

/** @param {Report} report @param {string} id @returns {string} the article's id in the lesson */
function named(report, id) {
  return `a-${report.articles.find((article) => article.id === id)?.siglum}`;
}

/** @param {string} words */
const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);

/** @param {string} words */
const plain = (words) => words.toLowerCase().replace(/[^\p{L}\p{N} ]+/gu, '').trim();

/** @param {string} key */
const last = (key) => key.split(' ').at(-1);
