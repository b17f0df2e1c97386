// The forms of exchange in JavaScript are those of the command line: both are held to the files of tests/exchange.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { csv } from '../../www/src/exports/csv.js';
import { markdown } from '../../www/src/exports/markdown.js';
import { en } from '../../www/src/strings/en.js';
import { later } from '../../www/src/strings/en-later.js';
import { marksOf, textFragment, toSchemaOrg, toWebAnnotation } from '../../www/package/exchange.js';

const folder = resolve(import.meta.dirname, '../exchange');
const read = async (name) => JSON.parse(await readFile(join(folder, name), 'utf8'));
const [request, report] = await Promise.all(['request.json', 'report.json'].map(read));

test('annotations are those of the command line', async () => {
  assert.deepEqual(JSON.parse(JSON.stringify(toWebAnnotation(report, request))), await read('web-annotation.jsonld'));
});

test('claims are those of the command line', async () => {
  assert.deepEqual(JSON.parse(JSON.stringify(toSchemaOrg(report, request))), await read('schema-org.jsonld'));
});

test('the table for spreadsheets is that of the command line', async () => {
  const made = csv({ report, findings: report.findings, reviews: {}, strings: en, words: later });
  assert.equal(made, await readFile(join(folder, 'table.csv'), 'utf8'));
});

test('the tables in Markdown are those of the command line', async () => {
  const tables = (text) => text.split('\n').filter((line) => /^[|#-]/.test(line));
  const made = markdown({ report, request, findings: report.findings, reviews: {}, strings: en, words: later });
  assert.deepEqual(tables(made), tables(await readFile(join(folder, 'table.md'), 'utf8')));
});

test('marks quote the text', () => {
  const texts = new Map(request.articles.map(({ id, text }) => [id, text]));
  const marks = marksOf(report, request);
  assert.ok(marks.length > 30);
  for (const { article, start, end, text } of marks) assert.equal(texts.get(article).slice(start, end), text);
});

test('an article that the request lacks has no marks', () => {
  const [first] = request.articles;
  const { first: page } = toWebAnnotation(report, { articles: [first] });
  assert.ok(page.items.length > 0 && page.items.every(({ target }) => target.source.id === first.url));
  assert.equal(toSchemaOrg(report, { articles: [] })['@graph'].length, 0);
});

test('links go to whole words with what stands around them', () => {
  const text = 'Fire hurts 12\n\n12 people – a crew – were hurt (no “witness”, it’s said) in a—well—hall.';
  const link = (words, from = 0) => {
    const start = text.indexOf(words, from);
    return textFragment('https://herald.example/fire#top', text, start, start + words.length)?.split('#top:~:text=')[1];
  };
  assert.equal(link('12'), 'Fire%20hurts-,12');
  assert.equal(link('crew'), 'people%20%E2%80%93%20a-,crew,-%E2%80%93%20were%20hurt');
  assert.equal(link('ew'), 'people%20%E2%80%93%20a-,crew,-%E2%80%93%20were%20hurt');
  assert.equal(link('it', text.indexOf('it’')), 'hurt%20%28no%20%E2%80%9Cwitness%E2%80%9D%2C-,it%E2%80%99s,-said%29%20in%20a%E2%80%94well%E2%80%94hall.');
  assert.equal(link(text), 'Fire%20hurts%2012,%E2%80%9Cwitness%E2%80%9D%2C%20it%E2%80%99s%20said%29%20in%20a%E2%80%94well%E2%80%94hall.');
  for (const url of ['javascript:alert(1)', 'file:///a', 'https://a.example/ b', '']) assert.equal(textFragment(url, text, 0, 4), null, url);
  assert.equal(textFragment('https://a.example/', '   ', 0, 3), null);
});
