// The run-time of a learning platform, where a lesson stands in one: what was done is kept there, and the score told.

/** @import { Work } from '../work.js' */

import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';

/** Frames within each other, or windows that opened each other, in which a platform's object is looked for. */
const MOST_FRAMES = 12;

/**
 * What of a platform is talked to: its object `API` of SCORM 1.2, or `API_1484_11` of SCORM 2004.
 *
 * @typedef {object} Names
 * @property {'1.2' | '2004'} version
 * @property {string} initialize
 * @property {string} get
 * @property {string} set
 * @property {string} commit
 * @property {string} finish
 * @property {string} suspended where what was done is kept
 * @property {number} most characters that may stand there
 */

/** @type {readonly (Names & { object: string })[]} the newer one first */
const RUNTIMES = [
  { object: 'API_1484_11', version: '2004', initialize: 'Initialize', get: 'GetValue', set: 'SetValue', commit: 'Commit', finish: 'Terminate', suspended: 'cmi.suspend_data', most: 64_000 },
  { object: 'API', version: '1.2', initialize: 'LMSInitialize', get: 'LMSGetValue', set: 'LMSSetValue', commit: 'LMSCommit', finish: 'LMSFinish', suspended: 'cmi.suspend_data', most: 4096 },
];

/** @typedef {'all' | 'answers' | 'nothing'} Kept `answers` where there was no room for notes */

/** A lesson in a platform. */
export class Runtime {
  #api;
  #names;
  #began = performance.now();
  #isOver = false;

  /**
   * @param {any} api
   * @param {Names} names
   */
  constructor(api, names) {
    this.#api = api;
    this.#names = names;
  }

  /** @returns {{ work: unknown, name: unknown } | null} what was done before, as it was kept */
  resumed() {
    try {
      return unpacked(this.#get(this.#names.suspended) || 'null');
    } catch {
      return null;
    }
  }

  /**
   * @param {{ work: Work, name: string }} done
   * @param {{ earned: number, of: number }} total hundredths of a point
   * @param {boolean} isComplete whether each exercise with points was checked
   * @returns {Kept} what of it the platform keeps
   */
  report(done, { earned, of }, isComplete) {
    if (this.#isOver) return 'nothing';
    const { version, suspended, most, commit } = this.#names;
    const share = of === 0 ? 0 : Math.floor((10_000 * earned) / of);
    const percent = `${Math.floor(share / 100)}.${String(share % 100).padStart(2, '0')}`;
    const score = version === '1.2' ? 'cmi.core.score' : 'cmi.score';
    if (of > 0) {
      this.#set(`${score}.min`, '0');
      this.#set(`${score}.max`, '100');
      this.#set(`${score}.raw`, percent);
      if (version === '2004') this.#set('cmi.score.scaled', `${Math.floor(share / 10_000)}.${String(share % 10_000).padStart(4, '0')}`);
    }
    this.#set(version === '1.2' ? 'cmi.core.lesson_status' : 'cmi.completion_status', isComplete ? 'completed' : 'incomplete');
    const whole = packed(done, most);
    const answers = whole ?? packed({ ...done, work: withoutNotes(done.work) }, most);
    const isKept = answers !== null && this.#set(suspended, answers);
    this.#api[commit]('');
    if (!isKept) return 'nothing';
    return whole === null ? 'answers' : 'all';
  }

  /** Tells the platform that the page is left; the lesson can be gone on with. */
  end() {
    if (this.#isOver) return;
    const { version, finish } = this.#names;
    const seconds = Math.floor((performance.now() - this.#began) / 1000);
    const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
    const pair = (/** @type {number} */ number) => String(number).padStart(2, '0');
    if (version === '1.2') this.#set('cmi.core.session_time', `${String(Math.min(hours, 9999)).padStart(4, '0')}:${pair(minutes)}:${pair(seconds % 60)}`);
    else this.#set('cmi.session_time', `PT${hours}H${minutes}M${seconds % 60}S`);
    this.#set(version === '1.2' ? 'cmi.core.exit' : 'cmi.exit', 'suspend');
    this.#api[finish]('');
    this.#isOver = true;
  }

  /** @param {string} element @returns {string} */
  #get(element) {
    return String(this.#api[this.#names.get](element) ?? '');
  }

  /** @param {string} element @param {string} value @returns {boolean} whether the platform took it */
  #set(element, value) {
    return String(this.#api[this.#names.set](element, value)) === 'true';
  }
}

/**
 * @param {Window} window
 * @returns {Runtime | null} of the platform in which the page stands; null where there is none that answers
 */
export function runtimeOf(window) {
  for (const { object, ...names } of RUNTIMES) {
    const api = found(window, object) ?? (window.opener ? found(window.opener, object) : null);
    try {
      if (api && String(api[names.initialize]('')) === 'true') return new Runtime(api, names);
    } catch {
      // A platform that fails is none: the lesson is done all the same.
    }
  }
  return null;
}

/**
 * @param {Window} from
 * @param {string} object
 * @returns {any}
 */
function found(from, object) {
  let frame = from;
  for (let depth = 0; depth < MOST_FRAMES; depth += 1) {
    try {
      const api = /** @type {any} */ (frame)[object];
      if (api) return api;
    } catch {
      // A page of somebody else's may not be looked into.
      return null;
    }
    if (!frame.parent || frame.parent === frame) return null;
    frame = frame.parent;
  }
  return null;
}

/** What stands before what was packed, which plain JSON never begins with. */
const PACKED = 'z1.';

/**
 * @param {unknown} done data
 * @param {number} most characters
 * @returns {string | null} null where it cannot be made so short
 */
function packed(done, most) {
  const plain = JSON.stringify(done);
  if (plain.length <= most && !/[^\x20-\x7e]/.test(plain)) return plain;
  // Bytes go by base64: SCORM 1.2 counts characters of ISO 8859, and platforms store what is beyond them in their own ways.
  const letters = PACKED + btoa(strFromU8(deflateSync(strToU8(plain), { level: 9 }), true));
  return letters.length <= most ? letters : null;
}

/** @param {string} kept @returns {any} */
function unpacked(kept) {
  return JSON.parse(kept.startsWith(PACKED) ? strFromU8(inflateSync(strToU8(atob(kept.slice(PACKED.length)), true))) : kept);
}

/** @param {Work} work @returns {Work} */
function withoutNotes(work) {
  return Object.fromEntries(Object.entries(work).map(([id, { text: _, ...rest }]) => [id, rest]));
}
