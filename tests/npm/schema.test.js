// The JSON Schemas of the npm package, held against what the engine reads and writes.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import { compare, facts } from '../../pkg/npm/node.js';

const root = resolve(import.meta.dirname, '../..');
const ajv = new Ajv2020({ allErrors: true });
// Numbers of 32 bits have no format of their own in JSON Schema, and need none: bounds and type say the same.
for (const format of ['uint8', 'uint32', 'int32']) ajv.addFormat(format, true);
const schema = async (shape) => ajv.compile(JSON.parse(await readFile(join(root, `www/package/schema/${shape}.schema.json`), 'utf8')));
const [report, request, ofArticle] = await Promise.all(['report', 'request', 'facts'].map(schema));

/** Every request that lies in the repository: the page's examples and the groups of the gold sets. */
async function* requests() {
  const examples = join(root, 'www/src/examples');
  for (const file of await readdir(examples)) {
    if (file.endsWith('.json')) yield [file, JSON.parse(await readFile(join(examples, file), 'utf8'))];
  }
  for (const set of ['written', 'held-out']) {
    for (const group of await readdir(join(root, 'tests/gold', set))) {
      const folder = join(root, 'tests/gold', set, group);
      const gold = JSON.parse(await readFile(join(folder, 'gold.json'), 'utf8'));
      const articles = gold.articles.map(async ({ id, published, outlet, title }) => ({
        id, text: await readFile(join(folder, `${id}.txt`), 'utf8'), ...(published && { published }), ...(outlet && { outlet }), ...(title && { title }),
      }));
      yield [`${set}/${group}`, { articles: await Promise.all(articles) }];
    }
  }
}

/** Says what a schema has against a value. */
function assertValid(validate, value, name) {
  assert.ok(validate(value), `${name}: ${ajv.errorsText(validate.errors?.slice(0, 3))}`);
}

test('every report of the examples and the gold sets keeps to its schema', async () => {
  let seen = 0;
  for await (const [name, given] of requests()) {
    assertValid(request, given, name);
    assertValid(report, await compare(given), name);
    assertValid(report, await compare({ ...given, options: { explain: true } }), `${name}, explained`);
    assertValid(ofArticle, await facts(given.articles[0]), `${name}, facts`);
    seen += 1;
  }
  assert.ok(seen > 25, `${seen} requests`);
});

test('what is no report, or one of another version, does not', async () => {
  const text = 'Ferry fire hurts 12\n\nA fire on the ferry Aurora hurt 12 people on Monday, police said.';
  const sound = await compare({ articles: [{ id: 'a', text }, { id: 'b', text: text.replaceAll('12', '14') }] });
  assertValid(report, sound, 'a sound report');
  const [first, ...rest] = sound.findings;
  const { relation, ...unrelated } = first;
  const { outlet, ...nameless } = sound.articles[0];
  const changed = {
    'a newer version': { ...sound, version: 2 },
    'no version': { ...sound, version: undefined },
    'no relation': { ...sound, findings: [unrelated, ...rest] },
    'an unknown relation': { ...sound, findings: [{ ...first, relation: 'true' }, ...rest] },
    'an unknown kind': { ...sound, findings: [{ ...first, kind: 'weather' }, ...rest] },
    'an offset below zero': { ...sound, only: [{ article: 'a', start: -1, end: 3 }] },
    'an offset that is no number': { ...sound, only: [{ article: 'a', start: '0', end: 3 }] },
    'an article without an outlet, not even null': { ...sound, articles: [nameless, sound.articles[1]] },
    'hashes that are a list': { ...sound, hashes: [] },
    'a request': { articles: [{ id: 'a', text }] },
  };
  for (const [name, value] of Object.entries(changed)) {
    assert.equal(report(JSON.parse(JSON.stringify(value))), false, name);
  }
  assertValid(report, { ...sound, later: 'a field of a later engine' }, 'an added field');
});

test('a request that cannot be taken is none', () => {
  for (const value of [{}, { articles: [{ id: 'a' }] }, { articles: [{ id: 1, text: '' }] }, { articles: [], options: { explian: true } }, []]) {
    assert.equal(request(value), false, JSON.stringify(value));
  }
});
