// The engine's memory over a thousand comparisons in one instance: it grows while the first ones are made, and then not any
// more. What is kept of the last articles is put where others were let go of, and it takes a few hundred until all holes are
// of a size that serves.
//
//     COMPARISONS=5000 node --test tests/npm/memory.test.js
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { load } from '../../benches/engine.mjs';

const COUNT = Number(process.env.COMPARISONS ?? 1000);

/** Bytes that a memory may grow by in the second half of the comparisons: four pages, half a kilobyte each. */
const SLACK = 4 * 65_536;

const engine = load();
const request = JSON.parse(await readFile(new URL('../../www/src/examples/ferry.json', import.meta.url), 'utf8'));

test(`${COUNT} comparisons leave the memory as large as the first half of them did`, () => {
  const size = engine.bytes;
  const before = size();
  let half = 0;
  for (let count = 1; count <= COUNT; count += 1) {
    // As one types: another text each time, so that nothing is answered from what is kept.
    const articles = request.articles.map((article) => ({ ...article, text: `${article.text} The harbour master had ${count} boats out.` }));
    assert.ok(engine.compare({ articles }).findings.length > 0);
    if (count === COUNT >> 1) half = size();
  }
  console.log(`# bytes of memory: ${before} before, ${half} after ${COUNT >> 1}, ${size()} after ${COUNT}`);
  assert.ok(size() - half <= SLACK, `${size() - half} bytes more`);
});
