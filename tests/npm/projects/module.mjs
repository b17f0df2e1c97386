import { writeSync } from 'node:fs';
import * as variorum from 'variorum';
import { articles } from './articles.js';

const [left, right] = articles;
const comparer = new variorum.Comparer();
const engine = await variorum.load();
const refused = await variorum.compare({ articles: [] }).catch(({ name, code }) => ({ name, code }));
const result = {
  compare: await variorum.compare({ articles }),
  comparer: await comparer.compare({ articles }),
  atOnce: engine.compare({ articles }),
  facts: await variorum.facts(left),
  diff: await variorum.diffWords(left.text, right.text),
  refused,
};
writeSync(1, JSON.stringify(result));
