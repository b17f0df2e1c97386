// What the tests of lessons share: two reports, a lesson made of them by hand, and the ways to open it.
import AxeBuilder from '@axe-core/playwright';
import { deflateRawSync } from 'node:zlib';
import { seal } from '../../www/src/lessons/model.js';
import { expect } from './page.js';

export const ONE =
  'Ferry Aldona hits rocks off Tarrow\n\nKELNESS, Nov 8 – The ferry Aldona carried 212 passengers when it hit rocks off Tarrow on Friday, the coastguard said. Fourteen people were hurt.\n\nThe captain, Ingrid Maddern, was interviewed on Saturday. “We heard a noise twice,” said Peter Laing. The union said fog may have hidden the rocks.';
export const TWO =
  'Ferry Aldona aground off Tarrow\n\nThe ferry Aldona carried 221 passengers when it hit rocks off Tarrow on Friday, the coastguard said. Some 14 people were hurt.\n\nIts captain, Ingrid Madden, spoke to investigators. The union said fog may have hidden the rocks.';

const at = (article, text, words) => ({ article, start: text.indexOf(words), end: text.indexOf(words) + words.length });

/** A lesson made by hand: one exercise of each type. */
export const LESSON = seal(
  {
    id: 'by-hand',
    language: 'en',
    title: 'The ferry in the fog',
    notes: 'Look at each attribution.',
    aids: { lines: true, terms: true, hints: true, large: false },
    articles: [
      { id: 'a', text: ONE, name: 'A · Courier', altered: false },
      { id: 'b', text: TWO, name: 'B · Herald', altered: false },
      { id: 'c', text: ONE.replace('Fourteen', 'Forty').replace('Friday', 'Monday'), name: 'A · Courier', altered: true },
    ],
    exercises: [
      { id: 'e1', type: 'mark', instructions: 'Mark the words.', articles: ['a', 'b'], items: [{ id: 'i1', prompt: 'Passengers', points: 2 }, { id: 'i2', prompt: 'Captain', points: 2 }] },
      { id: 'e2', type: 'planted', instructions: 'Find the changes.', articles: ['c', 'b'], items: [{ id: 'i3', prompt: 'Change 1', points: 1 }, { id: 'i4', prompt: 'Change 2', points: 1 }] },
      { id: 'e3', type: 'speakers', instructions: 'Who is the speaker?', articles: ['a'], options: [{ id: 's1', text: 'Peter Laing' }, { id: 's2', text: 'The union' }], items: [{ id: 'i5', prompt: '“We heard a noise twice”', points: 1 }] },
      { id: 'e4', type: 'ladder', instructions: 'Order.', articles: [], items: [{ id: 'i6', prompt: 'Put these in order.', points: 2, options: [{ id: 't1', text: 'Fog may have hidden the rocks.' }, { id: 't2', text: 'Fog hid the rocks.' }] }] },
      { id: 'e5', type: 'questions', instructions: 'Talk.', articles: [], items: [{ id: 'i7', prompt: 'Who was not asked?', points: 0 }] },
    ],
  },
  {
    i1: { reason: 'A has 212, B has 221.', hint: 'Look at the numbers.', relation: 'conflict', targets: [{ places: [at('a', ONE, '212')] }, { places: [at('b', TWO, '221')] }] },
    i2: { reason: 'The surname is spelt in two ways.', relation: 'conflict', targets: [{ places: [at('a', ONE, 'Maddern')] }, { places: [at('b', TWO, 'Madden')] }] },
    i3: { reason: 'The report has Friday.', hint: 'Look at the days.', targets: [{ places: [{ article: 'c', start: ONE.replace('Fourteen', 'Forty').replace('Friday', 'Monday').indexOf('Monday'), end: ONE.replace('Fourteen', 'Forty').replace('Friday', 'Monday').indexOf('Monday') + 6 }] }] },
    i4: { reason: 'The report has Fourteen.', hint: 'Look at the numbers.', targets: [{ places: [{ article: 'c', start: ONE.replace('Friday', 'Monday').indexOf('Fourteen'), end: ONE.replace('Friday', 'Monday').indexOf('Fourteen') + 5 }] }] },
    i5: { reason: 'Peter Laing is named behind it.', choice: 's1' },
    i6: { reason: '“May” is a guess.', ranks: { t1: 2, t2: 0 } },
  },
);

export const address = (lesson) => `./lesson.html#lesson=${deflateRawSync(JSON.stringify(lesson)).toString('base64url')}`;

export async function student(page, lesson = LESSON) {
  await page.goto(address(lesson));
  await expect(page.getByRole('heading', { level: 1, name: lesson.title })).toBeVisible();
}

export const exercise = (page, name) => page.getByRole('region', { name });
export const word = (page, text) => page.getByRole('option', { name: text, exact: true });


/** Opens the maker on reports. */
export async function teacher(page, texts = [ONE, TWO]) {
  const comparison = { format: 'variorum-comparison', version: 1, articles: texts.map((text) => ({ text })) };
  await page.goto(`./lesson.html#articles=${deflateRawSync(JSON.stringify(comparison)).toString('base64url')}`);
}

/** Fails on whatever axe finds. */
export async function axe(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}
