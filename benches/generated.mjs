// Articles of any number and length for the benches, made of the examples' paragraphs: the same on every run.
import { readFile } from 'node:fs/promises';

/**
 * The articles of an example.
 *
 * @param {string} name
 * @returns {Promise<{ id: string, text: string }[]>}
 */
export async function example(name) {
  return JSON.parse(await readFile(new URL(`../www/src/examples/${name}.json`, import.meta.url), 'utf8')).articles;
}

/**
 * Paragraphs in an order of their own for each article, with other numbers in them.
 *
 * @param {number} articles
 * @param {number} words in each, at least
 * @returns {Promise<string[]>}
 */
export async function generated(articles, words) {
  const texts = (await Promise.all(['ferry', 'cannery', 'levee'].map(example))).flat().map(({ text }) => text);
  const paragraphs = texts.flatMap((text) => text.split('\n\n').slice(1));
  let state = 1;
  const next = (limit) => {
    state = (state * 48271) % 2147483647;
    return state % limit;
  };
  return Array.from({ length: articles }, (_, at) => {
    const parts = [texts[at % texts.length].split('\n\n')[0]];
    let count = parts[0].split(' ').length;
    while (count < words) {
      const paragraph = paragraphs[next(paragraphs.length)].replace(/\d+/g, (digits) => String(Number(digits) + next(3)));
      parts.push(paragraph);
      count += paragraph.split(' ').length;
    }
    return parts.join('\n\n');
  });
}
