// Who is one speaker under several names. In a choice of speakers each may stand once, or there would be two right answers.

/** @import { Report } from '../../../../pkg/web/variorum.js' */

/** Who is somebody else's: named in full elsewhere in the report, so that the same speaker would be there twice. */
const STANDS_FOR = /^(?:he|she|they|it|who|i|we|its|his|her|their|our|another)\b|^(?:the|an?) (?:company|firm|group|operator|owner|paper|newspaper|minister|mayor|president|chief|chairman|chairwoman|secretary|spokes\w+|officials?|report|statement|source)$/i;

/** Who speaks for a body speaks as that body. */
const SPEAKS_FOR = /^(?:spokes(?:man|woman|person|people)|officials?|representatives?)$/;

const ARTICLE = /^(?:the|an?)$/;

/** As many letters as a first name may be spelt otherwise in two reports: Tomas and Thomas. */
const OTHER_LETTERS = 1;

/**
 * @param {string} words as a report names a speaker
 * @returns {string} without what stands beside the name ("Sound Line, the operator"); empty where it names nobody
 */
export function nameOf(words) {
  const parts = words.split(',').map((part) => part.trim()).filter(Boolean);
  // Of "the operator, Sound Line", the second is the name.
  const name = parts.find((part) => !STANDS_FOR.test(part) && isProper(part)) ?? parts[0] ?? '';
  return STANDS_FOR.test(name) ? '' : name.charAt(0).toUpperCase() + name.slice(1);
}

/**
 * @param {readonly string[]} names of speakers, in the order in which they come
 * @param {Pick<Report, 'findings'>} report of which the names of people and bodies that are the same are taken as such
 * @returns {Map<string, string>} for each name the one that stands for its speaker; a name that might be one of two is left out
 */
export function speakersOf(names, { findings }) {
  const known = findings
    .filter(({ kind, relation }) => (kind === 'person' || kind === 'organisation') && relation === 'same')
    .map(({ readings }) => new Set(readings.map(({ text }) => keyOf(text))));
  const alike = (/** @type {string} */ left, /** @type {string} */ right) => isSame(left, right) || known.some((same) => same.has(keyOf(left)) && same.has(keyOf(right)));
  /** @type {string[][]} longer names first, so that a bare surname meets those who bear it */
  const groups = [];
  const unclear = new Set();
  for (const name of [...new Set(names)].sort((left, right) => wordsOf(right).length - wordsOf(left).length || names.indexOf(left) - names.indexOf(right))) {
    const met = groups.filter((group) => group.some((other) => alike(name, other)));
    if (met.length > 1) unclear.add(name);
    else if (met.length === 1) met[0].push(name);
    else groups.push([name]);
  }
  const order = [...new Set(names)].filter((name) => !unclear.has(name));
  return new Map(
    order.map((name) => {
      const group = groups.find((one) => one.includes(name)) ?? [name];
      return [name, group.find((one) => !wordsOf(one).some((word) => SPEAKS_FOR.test(word))) ?? group[0]];
    }),
  );
}

/**
 * @param {string} left
 * @param {string} right
 * @returns {boolean} whether two names are likely to be of one speaker
 */
function isSame(left, right) {
  const [longer, shorter] = [wordsOf(left), wordsOf(right)].sort((one, other) => other.length - one.length);
  if (shorter.length === 0) return false;
  if (longer.join(' ') === shorter.join(' ')) return true;
  if (shorter.length === 1 && initials(longer) === shorter[0]) return true;
  const rest = longer.filter((word) => !shorter.includes(word));
  const isWithin = shorter.every((word) => longer.includes(word));
  if (isWithin && rest.every((word) => SPEAKS_FOR.test(word))) return true;
  if (longer.at(-1) !== shorter.at(-1)) {
    // Brightwater is Brightwater Foods; the union is not the union leader Lena Ostrow, nor the city its council.
    const whole = wordsOf(left).length === longer.length ? left : right;
    return isWithin && longer.join(' ').startsWith(`${shorter.join(' ')} `) && !/ \p{Ll}/u.test(whole);
  }
  if (isWithin) return true;
  // Another first name is another person, unless it is only spelt otherwise.
  const [first, other] = [longer.at(-2) ?? '', shorter.at(-2) ?? ''];
  return first.length > 3 && other.length > 3 && first[0] === other[0] && distance(first, other) <= OTHER_LETTERS;
}

/** @param {string} name @returns {boolean} whether it has a capital that it does not owe to its article */
function isProper(name) {
  return /\p{Lu}/u.test(name.replace(/^(?:the|an?) /i, ''));
}

/** @param {string} name @returns {string[]} in small letters, without the article */
function wordsOf(name) {
  const words = keyOf(name).split(' ').filter(Boolean);
  return ARTICLE.test(words[0] ?? '') ? words.slice(1) : words;
}

/** @param {string} name */
function keyOf(name) {
  return name.toLowerCase().replace(/[’']s(?!\p{L})/gu, '').replace(/[^\p{L}\p{N} ]+/gu, '').trim();
}

/** @param {readonly string[]} words */
function initials(words) {
  return words.length > 2 ? words.filter((word) => !/^(?:of|and|for|the)$/.test(word)).map((word) => word[0]).join('') : '';
}

/**
 * @param {string} left
 * @param {string} right
 * @returns {number} how many letters are put in, taken out or changed (Levenshtein, 1966)
 */
function distance(left, right) {
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...left].entries()) {
    const next = [at + 1];
    for (let to = 1; to <= right.length; to += 1) next.push(Math.min(row[to] + 1, next[to - 1] + 1, row[to - 1] + (right[to - 1] === letter ? 0 : 1)));
    row = next;
  }
  return row[right.length];
}
