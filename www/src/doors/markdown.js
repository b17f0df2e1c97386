/** @import { Incoming } from './page.js' */

import { isoDay } from './dates.js';

/** What may stand above a text in Markdown, between two lines of three hyphens. */
const FRONT_MATTER = /^---[ \t]*\n([\s\S]{0,5000}?)\n---[ \t]*\n/;

/**
 * The text of Markdown, with its marks taken off and the words in place.
 *
 * @param {string} source
 * @returns {Incoming}
 */
export function readMarkdown(source) {
  const text = source.replace(/\r\n?/g, '\n').replaceAll('\u0000', '');
  const front = FRONT_MATTER.exec(text);
  /** @type {Record<string, string>} */
  const fields = {};
  for (const line of front?.[1].split('\n') ?? []) {
    const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
    if (name) fields[name.toLowerCase()] = value.trim().replace(/^(["'])(.*)\1$/, '$2');
  }
  const body = front ? text.slice(front[0].length) : text;
  return {
    text: withoutMarks(body).trim(),
    title: /^\s*#\s/.test(body) ? '' : (fields.title ?? ''),
    outlet: fields.outlet ?? fields.publisher ?? fields.source ?? '',
    published: isoDay(fields.date ?? fields.published),
    url: /^https?:\/\/\S+$/.test(fields.url ?? '') ? fields.url : '',
    leftOut: [],
  };
}

/** @param {string} text */
function withoutMarks(text) {
  return text
    .replace(/^#{1,6}[ \t]+(.*?)[ \t]*#*$/gm, '$1')
    .replace(/^(.+)\n(?:={3,}|-{3,})[ \t]*$/gm, '$1')
    .replace(/^[ \t]*(?:```|~~~).*$/gm, '')
    .replace(/^[ \t]{0,3}> ?/gm, '')
    .replace(/^([ \t]*)[*+-][ \t]+/gm, '$1• ')
    .replace(/!\[([^\]\n]{0,500})\]\([^()\n]{0,2000}\)/g, '')
    .replace(/\[([^\]\n]{1,500})\]\([^()\n]{0,2000}\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)([^*_\n]{1,2000}?\S?)\1/g, '$2')
    .replace(/(?<![\w*])\*(?=\S)([^*\n]{1,2000}?)\*(?![\w*])/g, '$1')
    .replace(/(?<![\w_])_(?=\S)([^_\n]{1,2000}?)_(?![\w_])/g, '$1')
    .replace(/`([^`\n]{1,500})`/g, '$1');
}
