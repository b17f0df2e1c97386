// What a student hands in: a code short enough to be pasted into a mail or a chat, and the table that a teacher makes of them.

/** @import { Lesson } from './model.js' */
/** @import { ItemResult } from './work.js' */

import { hash, hashOf } from './key.js';

/** Crockford's: no letter that is taken for a figure. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const SIGN = 'VR1';
const MAX_NAME = 60;

/**
 * @typedef {object} Result
 * @property {number} lesson stands for the lesson's id: 32 bits
 * @property {string} name as the student wrote it
 * @property {number} earned hundredths of a point
 * @property {number} of as many as there are
 * @property {number[]} items per cent of each item's points, rounded down, in the lesson's order
 */

/**
 * @param {Lesson} lesson
 * @param {string} name
 * @param {{ items: readonly ItemResult[], earned: number, of: number }} total
 * @returns {string} such as `VR1-8Q3ZK-…`
 */
export function toCode(lesson, name, { items, earned, of }) {
  const letters = new TextEncoder().encode([...name.trim()].slice(0, MAX_NAME).join(''));
  const bytes = new Uint8Array(4 + 1 + letters.length + 8 + 1 + items.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, hashOf(lesson.id));
  view.setUint8(4, letters.length);
  bytes.set(letters, 5);
  let at = 5 + letters.length;
  view.setUint32(at, earned);
  view.setUint32(at + 4, of);
  view.setUint8(at + 8, items.length);
  at += 9;
  for (const item of items) view.setUint8(at++, item.of === 0 ? 0 : Math.floor((100 * item.earned) / item.of));
  const all = new Uint8Array(bytes.length + 2);
  all.set(bytes, 2);
  new DataView(all.buffer).setUint16(0, hash(bytes) & 0xffff);
  return [SIGN, ...(toLetters(all).match(/.{1,5}/g) ?? [])].join('-');
}

/**
 * @param {string} given a code, with whatever stands before and behind it
 * @returns {Result | null} null when it is none, or a letter of it is another
 */
export function fromCode(given) {
  const [, letters] = /VR1((?:[-\s]*[0-9A-Z]{1,5})+)/.exec(given.toUpperCase().replace(/[‐‑–]/g, '-')) ?? [];
  const all = letters && fromLetters(letters.replace(/[^0-9A-Z]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1'));
  if (!all || all.length < 16) return null;
  const bytes = all.subarray(2);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (new DataView(all.buffer).getUint16(0) !== (hash(bytes) & 0xffff)) return null;
  const length = view.getUint8(4);
  const at = 5 + length;
  if (at + 9 > bytes.length || at + 9 + view.getUint8(at + 8) !== bytes.length) return null;
  return {
    lesson: view.getUint32(0),
    name: new TextDecoder().decode(bytes.subarray(5, at)),
    earned: view.getUint32(at),
    of: view.getUint32(at + 4),
    items: [...bytes.subarray(at + 9)].map((share) => Math.min(share, 100)),
  };
}

/**
 * Reads codes from lines, mails or result files. The newest of one name and lesson stands.
 *
 * @param {string} text
 * @returns {{ results: Result[], unread: number }} and how many codes could not be read
 */
export function readResults(text) {
  const found = text.split(/(?=VR1-)/i).filter((piece) => /^VR1-/i.test(piece));
  const read = found.map((piece) => fromCode(/^VR1(?:-[0-9A-Z]{1,5})+/i.exec(piece)?.[0] ?? ''));
  const results = read.filter((result) => result !== null);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const foreign = found.length === 0 ? lines.length : 0;
  return {
    results: [...new Map(results.map((result) => [`${result.lesson} ${result.name}`, result])).values()],
    unread: read.length - results.length + foreign,
  };
}

/**
 * @param {readonly Result[]} results
 * @param {{ columns: Record<'name' | 'points' | 'of' | 'lesson', string>, column: (at: number) => string }} words
 * @returns {string} comma-separated values (RFC 4180), with the byte order mark that Excel wants
 */
export function toCsv(results, { columns, column }) {
  const most = Math.max(0, ...results.map(({ items }) => items.length));
  const head = [columns.name, columns.points, columns.of, ...Array.from({ length: most }, (_, at) => column(at + 1)), columns.lesson];
  const lines = results.map(({ name, earned, of, items, lesson }) => [
    name,
    pointsOf(earned),
    pointsOf(of),
    ...Array.from({ length: most }, (_, at) => String(items[at] ?? '')),
    lesson.toString(16).padStart(8, '0'),
  ]);
  return `\uFEFF${[head, ...lines].map((line) => line.map(field).join(',')).join('\r\n')}\r\n`;
}

/** @param {number} hundredths @returns {string} such as `7` or `7.25` */
export function pointsOf(hundredths) {
  const rest = hundredths % 100;
  return `${Math.floor(hundredths / 100)}${rest === 0 ? '' : `.${String(rest).padStart(2, '0').replace(/0$/, '')}`}`;
}

/** Spreadsheets take what opens so for a formula, and a name is whatever somebody typed. @param {string} text */
function field(text) {
  const plain = text.replace(/[\r\n\0]+/g, ' ');
  return `"${(/^\s*[=+\-@\t]/.test(plain) ? `'${plain}` : plain).replaceAll('"', '""')}"`;
}

/** @param {Uint8Array} bytes */
function toLetters(bytes) {
  let letters = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) letters += LETTERS[(held >> (bits -= 5)) & 31];
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? letters + LETTERS[(held << (5 - bits)) & 31] : letters;
}

/** @param {string} letters */
function fromLetters(letters) {
  const bytes = [];
  let held = 0;
  let bits = 0;
  for (const letter of letters) {
    const value = LETTERS.indexOf(letter);
    if (value < 0) return null;
    held = (held << 5) | value;
    bits += 5;
    if (bits >= 8) bytes.push((held >> (bits -= 8)) & 255);
    held &= (1 << bits) - 1;
  }
  return Uint8Array.from(bytes);
}
