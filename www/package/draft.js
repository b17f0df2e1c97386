// A draft against the wire: each fact of a draft, with what other reports of the event say of it.

/** @import { ArticleInput, Edit, Finding, Kind, Mention, Reading, Relation } from '../../pkg/web/variorum.js' */
/** @import { CallOptions, Client } from './client.js' */

/**
 * How a fact of the draft stands to the wire, the most in need of a look first: no item has it; one excludes it; one
 * disputes it; the same words stand in one, but not clearly of the same thing; one says more or less; all that have it say
 * the same.
 *
 * @typedef {'unsupported' | 'conflict' | 'contested' | 'unclear' | 'compatible' | 'same'} Standing
 */

/** @type {readonly Standing[]} */
export const STANDINGS = ['unsupported', 'conflict', 'contested', 'unclear', 'compatible', 'same'];

/**
 * What one item of the wire says of a fact.
 *
 * @typedef {object} Answer
 * @property {string} item its id
 * @property {Relation | 'unclear'} relation of the draft's words to these
 * @property {{ text: string, start: number, end: number, by: string | null }[]} readings its words, each with who says so; offsets
 * are UTF-16 units into its text
 * @property {Finding | null} finding of the comparison of the two, with the reasons; null where the relation is unclear
 * @property {Edit[] | null} edits from the draft's quotation to the first of these, word by word; null for other facts
 */

/**
 * One fact of the draft.
 *
 * @typedef {object} Check
 * @property {string} key the same for as long as the fact is, so that a list can be drawn anew in place
 * @property {Kind} kind
 * @property {Standing} standing
 * @property {string} text as the draft has it first
 * @property {{ start: number, end: number }[]} places in the draft, in UTF-16 units
 * @property {Answer[]} answers in the order of the wire
 */

/**
 * The kinds that are listed even where no item has them. Other kinds, such as what is affirmed and denied, are listed where an
 * item tells of the same.
 */
const LOOKED_FOR = /** @type {readonly Kind[]} */ (['count', 'money', 'percent', 'measure', 'time', 'place', 'person', 'organisation', 'quote']);

/** @type {readonly Kind[]} */
const NAMES = ['person', 'organisation', 'place'];

/**
 * Checks a draft against each item of the wire by itself.
 *
 * Items about another event are compared with nothing; they count only where the same value stands in them, as unclear.
 * "Unsupported" means that no item has these words or that value: it does not say that the draft is mistaken.
 *
 * @param {ArticleInput} draft
 * @param {readonly ArticleInput[]} wire their ids are all different
 * @param {Client} client which keeps what it has read: a call after a change reads only that
 * @param {CallOptions} [options]
 * @returns {Promise<Check[]>} by standing, as in `STANDINGS`, and then by place; rejected with a `VariorumError`, or with the
 * signal's reason
 */
export async function check(draft, wire, client, { signal } = {}) {
  if (!client.facts) throw new TypeError('the client has to read facts');
  if (draft.text.trim() === '') return [];
  const items = wire.filter(({ text }) => text.trim() !== '');
  const { mentions } = await client.facts(draft, { signal });
  const list = new List(mentions);
  for (const [index, item] of items.entries()) {
    // Ids of the caller may be equal to the draft's.
    const pair = [{ ...draft, id: 'a' }, { ...item, id: 'b' }];
    const { findings, stories } = await client.compare({ articles: pair }, { signal });
    if (stories.length === 1) for (const finding of findings) list.answer(finding, item.id, index);
  }
  for (const [index, item] of items.entries()) list.note((await client.facts(item, { signal })).mentions, item.id, index);
  const checks = list.checks();
  for (const { kind, text, answers } of checks) {
    for (const answer of kind === 'quote' ? answers : []) {
      if (answer.relation === 'same') continue;
      answer.edits = (await client.diffWords?.(text, answer.readings[0].text, { signal }))?.edits ?? null;
    }
  }
  return checks;
}

/** A fact while answers are gathered. */
class Entry {
  /** @type {Map<number, Answer>} by the item's place in the wire */
  answers = new Map();
  /** @type {(Mention | Reading)[]} */
  places = [];
  /** Whether it is listed without an answer. */
  isLookedFor = false;

  /**
   * @param {Kind} kind
   * @param {string} norm
   */
  constructor(kind, norm) {
    this.kind = kind;
    this.norm = norm;
  }

  /**
   * The weightiest of what an item says is kept, and its words with it.
   *
   * @param {number} index
   * @param {Answer} answer
   */
  answer(index, answer) {
    const before = this.answers.get(index);
    if (!before || STANDINGS.indexOf(answer.relation) < STANDINGS.indexOf(before.relation)) this.answers.set(index, answer);
  }

  get isCompared() {
    return [...this.answers.values()].some(({ finding }) => finding !== null);
  }

  /** One value of which the same is told in several places is one check; of what nothing is told, nobody knows that it is one. */
  get told() {
    if (!this.isCompared) return `${this.kind} ${this.places[0].start}`;
    const answers = [...this.answers].map(([index, { relation, readings }]) => `${index} ${relation} ${readings.map(({ start }) => start)}`);
    return [this.kind, this.norm, ...answers.sort()].join('\n');
  }

  /** @returns {Standing} */
  get standing() {
    const relations = [...this.answers.values()].map(({ relation }) => relation);
    return STANDINGS.find((standing) => standing !== 'unsupported' && relations.includes(standing)) ?? 'unsupported';
  }
}

/** The facts of a draft while answers are gathered. */
class List {
  /** @type {Map<string, Entry>} */
  #entries = new Map();

  /** @param {readonly Mention[]} mentions of the draft */
  constructor(mentions) {
    for (const mention of mentions) this.#enter(mention.kind, mention, isLookedFor(mention));
  }

  /**
   * A name is one entry wherever it stands. A value is one at each place, as 12 may be told of two things.
   *
   * @param {Kind} kind
   * @param {Mention | Reading} place
   * @param {boolean} isLookedFor
   */
  #enter(kind, place, isLookedFor) {
    const id = `${kind} ${NAMES.includes(kind) ? place.norm : place.start}`;
    const entry = this.#entries.get(id) ?? new Entry(kind, place.norm);
    this.#entries.set(id, entry);
    if (!entry.places.some(({ start }) => start === place.start)) entry.places.push(place);
    entry.isLookedFor ||= isLookedFor;
    return entry;
  }

  /**
   * @param {Finding} finding of the draft, `a`, and an item, `b`
   * @param {string} item
   * @param {number} index
   */
  answer(finding, item, index) {
    const theirs = finding.readings.filter(({ article }) => article === 'b');
    if (theirs.length === 0) return;
    for (const reading of finding.readings) {
      if (reading.article !== 'a') continue;
      const isSame = theirs.every(({ group }) => group === reading.group);
      const relation = isSame ? 'same' : finding.relation;
      this.#enter(finding.kind, reading, false).answer(index, { item, relation, readings: theirs.map(plain), finding, edits: null });
    }
  }

  /**
   * Notes where a value stands that was compared with none: of it, nobody shall be told that it stands nowhere.
   *
   * @param {readonly Mention[]} mentions of an item
   * @param {string} item
   * @param {number} index
   */
  note(mentions, item, index) {
    const first = new Map([...mentions].reverse().map((mention) => [`${mention.kind} ${mention.norm}`, mention]));
    for (const entry of this.#entries.values()) {
      const mention = first.get(`${entry.kind} ${entry.norm}`);
      if (!mention || !entry.isLookedFor || entry.isCompared) continue;
      entry.answer(index, { item, relation: 'unclear', readings: [plain(mention)], finding: null, edits: null });
    }
  }

  /** @returns {Check[]} */
  checks() {
    const listed = [...this.#entries.values()].filter(({ isLookedFor, answers }) => isLookedFor || answers.size > 0);
    /** @type {Map<string, { entry: Entry, places: (Mention | Reading)[] }>} */
    const together = new Map();
    for (const entry of listed) {
      const { told } = entry;
      together.set(told, { entry, places: [...(together.get(told)?.places ?? []), ...entry.places].sort((left, right) => left.start - right.start) });
    }
    const inOrder = [...together.values()].sort((left, right) => left.places[0].start - right.places[0].start);
    /** @type {Map<string, number>} */
    const seen = new Map();
    const checks = inOrder.map(({ entry: { kind, norm, standing, answers }, places }) => {
      const name = `${kind} ${norm}`;
      const count = (seen.get(name) ?? 0) + 1;
      seen.set(name, count);
      return {
        key: `${name} ${count}`,
        kind,
        standing,
        text: places[0].text,
        places: places.map(({ start, end }) => ({ start, end })),
        answers: [...answers.entries()].sort(([left], [right]) => left - right).map(([, answer]) => answer),
      };
    });
    // What stands first in the draft comes first among its like.
    return checks.sort((left, right) => STANDINGS.indexOf(left.standing) - STANDINGS.indexOf(right.standing));
  }
}

/** @param {Mention | Reading} given */
function plain({ text, start, end, by }) {
  return { text, start, end, by: by?.text ?? null };
}

/**
 * Whether a desk would look for it: a value of its own, a name, or words between quotation marks; not what is only
 * described ("a passenger"), reported in other words, or vague ("several").
 *
 * @param {Mention} mention
 */
function isLookedFor({ kind, norm, precision }) {
  return LOOKED_FOR.includes(kind) && precision !== 'vague' && !norm.startsWith('(') && !norm.startsWith('indirect:');
}
