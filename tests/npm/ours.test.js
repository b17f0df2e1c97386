// The shape in which a bench of other libraries calls the engine (`cargo xtask bench`).
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { adapt } from '../../benches/ours/adapt.mjs';

const engine = createRequire(import.meta.url)('../../pkg/nodejs/variorum.js');
const ours = adapt(engine);
const { articles } = JSON.parse(await readFile(new URL('../../www/src/examples/ferry.json', import.meta.url), 'utf8'));
const [left, right] = articles.map(({ text }) => text);

test('what a diff is turned into gives both texts back', () => {
  const ops = ours.diffWords(left, right).ops();
  /** @param {number} side */
  const text = (side) => ops.flatMap(([who, words]) => (who === 0 || who === side ? [words] : [])).join('');
  assert.equal(text(-1), left);
  assert.equal(text(1), right);
  assert.ok(ops.some(([who]) => who === 1) && ops.some(([who]) => who === -1) && ops.some(([who]) => who === 0));
});

test('each call gives another date, so that nothing is answered from what is kept', () => {
  /** @type {Set<string>} */
  const dates = new Set();
  const watched = adapt({ ...engine, facts: (article) => dates.add(article.published), compare: (request) => dates.add(request.articles[0].published) });
  for (let call = 0; call < 300; call += 1) {
    watched.extract(left);
    watched.compare(articles.map(({ text }, at) => ({ id: `s${at}`, title: `Source ${at}`, text })));
  }
  assert.equal(dates.size, 600);
  for (const date of dates) assert.match(date, /^20\d\d-(0[1-9]|1[0-2])-01$/);
});

test('facts and findings are there to be timed', () => {
  assert.ok(ours.extract(left).mentions.length > 5);
  assert.ok(ours.compare(articles.map(({ text }, at) => ({ id: `s${at}`, title: '', text }))).findings.length > 3);
});
