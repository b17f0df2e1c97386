// Items made from a comparison. Each builder gives all that it finds, the best first: the maker takes some, and the teacher
// may take others.

/** @import { ArticleFacts, Finding, Mention, PartSpan, Report, Request } from '../../../../pkg/web/variorum.js' */
/** @import { Answer, Item, LessonArticle, Option } from '../model.js' */
/** @import { Change } from '../planting/plant.js' */
/** @import { MakingWords } from './words.js' */

import { blocks } from '../../blocks.js';
import { Chance } from '../random.js';
import { nameOf, speakersOf } from './speakers.js';

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

/**
 * What a sentence has to have, so that a class sees on which step it stands and need not take the engine's word.
 *
 * @type {Record<string, RegExp>}
 */
const CUES = {
  attributed: /\b(?:said|says?|told|according to|announced|confirmed)\b/i,
  hedged: /\b(?:may|might|could|reportedly|apparently|allegedly|possibly|probably|perhaps|likely|believed|thought|expected|estimated|feared|suspected|appear(?:s|ed)?|seem(?:s|ed)?)\b/i,
  unknown: /\b(?:not (?:yet )?(?:clear|known)|unclear|unknown|uncertain)\b/i,
  denied: /\b(?:den(?:y|ied|ies|ying)|rejected|dismissed)\b/i,
};

/** What stands for somebody in the sentence before, which is not there. */
const LEANS_BACK = /^(?:It(?! is (?:not|un))|He|She|They|His|Her|Their|Its|This|That|These|Those|Both|One)\b/;

/** Two claims in one sentence may stand on two steps. */
const TWO_CLAIMS = /;|\band (?:that|it|they|he|she)\b|\bbut\b|\bwhile\b/i;

/** Statements in a task: with fewer, guessing goes far. */
const RUNGS = 4;

/** @type {readonly string[]} the surest first */
export const STEPS = ['stated', 'attributed', 'hedged', 'unknown', 'denied'];

/**
 * @param {Sources} sources
 * @returns {LessonArticle[]}
 */
export function articlesOf({ request, report }) {
  return request.articles.map(({ id, text }) => {
    const { siglum, outlet, title, parts = [] } = report.articles.find((article) => article.id === id) ?? {};
    const name = [siglum, outlet ?? title].filter(Boolean).join(' · ').slice(0, 300);
    return { id: `a-${siglum}`, text, name, altered: false, ...(!beginsWithHeadline(text, parts) && { hasHeadline: false }) };
  });
}

/**
 * Whether all of the first paragraph is a headline: one on which the text follows without an empty line is not set apart in a
 * lesson, whose file has no parts.
 *
 * @param {string} text
 * @param {readonly PartSpan[]} parts
 */
function beginsWithHeadline(text, parts) {
  const [[paragraph], [first]] = [blocks(text, []), blocks(text, parts)];
  return first?.part === 'headline' && first.end === paragraph.end;
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
      item: { id: `d${index + 1}`, prompt: words.label(finding), points: targets.length },
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
  /** @type {{ mention: Mention, speaker: string, name: string }[]} */
  const said = [];
  for (const { article, mentions } of facts) {
    for (const mention of mentions) {
      const { kind, text, by } = mention;
      if (kind !== 'quote' || !by || text.length < SHORTEST || text.length > LONGEST) continue;
      const speaker = nameOf(by.text);
      // A pronoun names nobody, and a statement that names its speaker asks nothing.
      if (speaker === '' || text.toLowerCase().includes(by.text.toLowerCase())) continue;
      if (said.some((other) => plain(other.mention.text) === plain(text))) continue;
      said.push({ mention, speaker, name: report.articles.find(({ id }) => id === article.id)?.siglum ?? '' });
    }
  }
  const speakers = speakersOf(said.map(({ speaker }) => speaker), report);
  const names = [...new Set(speakers.values())];
  const order = new Chance(names.length).shuffled(names);
  const options = order.map((text, at) => ({ id: `s${at + 1}`, text }));
  if (options.length < 2) return { options: [], made: [] };
  const asked = said.filter(({ speaker }) => speakers.has(speaker));
  const made = asked.map(({ mention, speaker, name }, index) => {
    const choice = options[order.indexOf(speakers.get(speaker) ?? '')];
    return {
      item: { id: `q${index + 1}`, prompt: mention.norm.startsWith('indirect:') ? mention.text : `“${mention.text.replace(/^[“"]|[”"]$/g, '')}”`, points: 1 },
      answer: { reason: words.saidBy((mention.by?.text ?? '').replace(/^(?:The|An?) /, (article) => article.toLowerCase()), name), hint: words.lookBeside, choice: choice.id },
    };
  });
  return { options, made };
}

/**
 * Sentences of all reports that stand on different steps of the ladder, to be put in order.
 *
 * @param {Sources} sources
 * @param {number} [most] tasks
 * @returns {Made[]}
 */
export function ladders({ request, report, facts, words }, most = 4) {
  // A report on another event would put its own sentences among theirs.
  const together = report.stories.filter((story) => story.length > 1).flat();

  /** @type {Map<string, string[]>} */
  const byStep = new Map(STEPS.map((step) => [step, []]));
  for (const [at, one] of facts.entries()) {
    if (together.length > 0 && !together.includes(one.article.id)) continue;
    for (const [index, { start, end }] of one.article.sentences.entries()) {
      const sentence = (request.articles[at]?.text ?? '').slice(start, end).trim();
      const isBody = one.article.parts.some(({ part, start: from, end: to }) => (part === 'body' || part === 'lede') && from <= start && to >= end);
      if (!isBody || sentence.length < SHORTEST || sentence.length > LONGEST || /[“”"?]/.test(sentence) || LEANS_BACK.test(sentence)) continue;
      const step = stepOf(sentence, one.mentions.filter((mention) => mention.sentence === index));
      if (step && ![...byStep.values()].some((held) => held.includes(sentence))) byStep.get(step)?.push(sentence);
    }
  }
  /** @type {Made[]} */
  const made = [];
  while (made.length < most) {
    const chosen = STEPS.flatMap((step) => (byStep.get(step) ?? []).splice(0, 1).map((sentence) => ({ step, sentence })));
    if (new Set(chosen.map(({ step }) => step)).size < 2) break;
    // Reports that hedge little fill few steps: more than one statement stands on a step then, those with the fewest first.
    while (chosen.length < RUNGS) {
      const on = (/** @type {string} */ step) => chosen.filter((one) => one.step === step).length;
      const [first] = [...byStep].filter(([, left]) => left.length > 0).sort(([one, left], [other, right]) => on(one) - on(other) || right.length - left.length);
      if (!first) break;
      const [step, left] = first;
      chosen.push({ step, sentence: /** @type {string} */ (left.shift()) });
    }
    made.push(ladder(chosen, made.length + 1, words));
  }
  return made;
}

/**
 * @param {readonly { step: string, sentence: string }[]} statements on two steps at least
 * @param {number} at the task, from 1
 * @param {MakingWords} words
 * @returns {Made}
 */
export function ladder(statements, at, words) {
  const sorted = [...statements].sort((left, right) => STEPS.indexOf(left.step) - STEPS.indexOf(right.step));
  const drawn = new Chance(at).shuffled(sorted);
  // What stands in its order already would be no question.
  const shuffled = drawn.every(({ step }, index) => step === sorted[index].step) ? drawn.reverse() : drawn;
  const ids = new Map(shuffled.map((one, index) => [one, `t${index + 1}`]));
  return {
    item: { id: `l${at}`, prompt: words.order, points: 2, options: shuffled.map((one) => ({ id: ids.get(one) ?? '', text: one.sentence })) },
    answer: {
      reason: ladderReason(sorted.map(({ step }) => STEPS.indexOf(step)), words),
      hint: words.ladderHint,
      ranks: Object.fromEntries(shuffled.map((one) => [ids.get(one) ?? '', STEPS.indexOf(one.step)])),
    },
  };
}

/**
 * @param {readonly number[]} ranks of the statements, the surest first
 * @param {MakingWords} words
 * @returns {string} such as “1–2: stated outright; 3: denied”
 */
export function ladderReason(ranks, words) {
  return [...new Set(ranks)]
    .map((rank) => {
      const [first, last] = [ranks.indexOf(rank) + 1, ranks.lastIndexOf(rank) + 1];
      return `${first === last ? first : `${first}–${last}`}: ${words.steps[STEPS[rank]]}`;
    })
    .join('; ');
}

/**
 * @param {string} sentence
 * @param {readonly Mention[]} inside what the engine reads in it
 * @returns {string | null} its step; null where it stands on several, or a class would not see on which
 */
function stepOf(sentence, inside) {
  if (inside.length === 0) return null;
  const cues = new Set(inside.filter(({ kind }) => kind === 'certainty').map(({ norm }) => norm));
  if (CUES.denied.test(sentence)) return inside.some(({ certainty }) => certainty === 'denied') && !TWO_CLAIMS.test(sentence) ? 'denied' : null;
  // A guess that somebody is named for is a guess.
  if (cues.size === 2 && cues.has('hedged') && cues.has('attributed') && !TWO_CLAIMS.test(sentence)) cues.delete('attributed');
  if (cues.size > 1) return null;
  const [step = 'stated'] = cues;
  if (CUES[step] && !CUES[step].test(sentence)) return null;
  if ((step === 'attributed' || step === 'stated') && CUES.hedged.test(sentence)) return null;
  return step === 'stated' && inside.some(({ certainty, by }) => certainty !== 'stated' || by) ? null : step;
}

/**
 * Questions to talk about.
 *
 * @param {Sources} sources
 * @returns {Made[]}
 */
export function questions({ request, report, words }) {
  const asked = report.findings.filter(({ relation }) => relation !== 'same').map((finding) => words.ask[finding.relation](words.label(finding), sayings(finding, report, words)));
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
const plain = (words) => words.toLowerCase().replace(/[^\p{L}\p{N} ]+/gu, '').trim();
