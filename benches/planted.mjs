// How many planted changes of lessons the engine finds, by sort: `node benches/planted.mjs [seeds]`, after `cargo xtask build`.
//
// Each seed plants one change of each sort in a copy of one of the project's example reports, and compares the copy with the
// report. A change counts as found when a finding other than "same" has words of it. What is not found is too hard for the
// engine, and is likely to be hard for a class as well.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { CHANGE_TYPES } from '../www/src/lessons/planting/candidates.js';
import { findingsOn } from '../www/src/lessons/planting/detection.js';
import { plant } from '../www/src/lessons/planting/plant.js';

const engine = createRequire(import.meta.url)('../pkg/nodejs/variorum.js');
const seeds = Number(process.argv[2] ?? 200);
const examples = await Promise.all(
  ['ferry', 'cannery', 'levee'].map(async (name) => JSON.parse(await readFile(new URL(`../www/src/examples/${name}.json`, import.meta.url), 'utf8'))),
);
const reports = examples.flatMap(({ articles }) => articles).map((article) => ({ article, facts: engine.facts(article) }));
const tallies = new Map(CHANGE_TYPES.map((type) => [type, { planted: 0, found: 0, conflict: 0 }]));

for (let seed = 1; seed <= seeds; seed += 1) {
  const { article, facts } = reports[seed % reports.length];
  const difficulty = ['easy', 'medium', 'hard'][seed % 3];
  for (const type of CHANGE_TYPES) {
    const { text, changes } = plant(article.text, facts, { seed, count: 1, types: [type], difficulty });
    if (changes.length === 0) continue;
    const { findings } = engine.compare({ articles: [{ ...article, id: 'a' }, { ...article, id: 'b', text }] });
    const about = findingsOn(findings, 'b', changes[0]);
    const tally = tallies.get(type);
    tally.planted += 1;
    if (about.length > 0) tally.found += 1;
    if (about.some(({ relation }) => relation === 'conflict')) tally.conflict += 1;
  }
}

const percent = (part, whole) => (whole === 0 ? '–' : `${Math.floor((100 * part) / whole)} %`);
console.log('sort          planted  found  as a conflict');
for (const [type, { planted, found, conflict }] of tallies) {
  console.log(`${type.padEnd(14)}${String(planted).padStart(7)}${percent(found, planted).padStart(7)}${percent(conflict, planted).padStart(15)}`);
}
