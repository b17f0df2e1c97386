// The forms of exchange in JavaScript are those of the command line: both are held to the files of tests/exchange.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { csv } from '../../www/src/exports/csv.js';
import { markdown } from '../../www/src/exports/markdown.js';
import { en } from '../../www/src/strings/en.js';
import { later } from '../../www/src/strings/en-later.js';
import { fromWebAnnotation, marksOf, textFragment, toSchemaOrg, toWebAnnotation } from '../../www/package/exchange.js';

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

test('marks come back from annotations', async () => {
  assert.deepEqual(fromWebAnnotation(await read('web-annotation.jsonld'), report, request), { marks: marksOf(report, request), unplaced: [] });
});

test('in a later version the quote is found by what stands around it', async () => {
  const [first, ...rest] = request.articles;
  const later = { articles: [{ ...first, text: `UPDATED 🚢\n\n${first.text}` }, ...rest] };
  const other = { ...report, hashes: { ...report.hashes, [first.id]: 'sha256-00' } };
  const { marks, unplaced } = fromWebAnnotation(await read('web-annotation.jsonld'), other, later);
  const moved = marksOf(report, request).map((mark) => (mark.article === first.id ? { ...mark, start: mark.start + 12, end: mark.end + 12 } : mark));
  assert.deepEqual({ marks, unplaced }, { marks: moved, unplaced: [] });
});

const TEXT = 'Fire hurts 12\n\nA fire on the ferry Aurora hurt 12 people on Monday, police said. The ferry had 12 crew.';

/** As much of a report as tells of its articles. */
const reportOn = (articles) => ({ articles: articles.map(({ id }) => ({ id })), hashes: Object.fromEntries(articles.map(({ id }) => [id, 'sha256-00'])) });
const imported = (value, articles) => fromWebAnnotation(value, reportOn(articles), { articles });

const note = (exact, prefix) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'https://notes.example/1', type: 'Annotation', bodyValue: 'Ask them.',
  target: { source: 'https://herald.example/fire', selector: { type: 'TextQuoteSelector', exact, prefix } },
});

test('notes of others are read, and those without a place are kept', () => {
  const articles = [{ id: 'b', text: TEXT }, { id: 'a', text: TEXT, url: 'https://herald.example/fire' }];
  const { marks: [mark, ...more] } = imported(note('12', 'The ferry had '), articles);
  assert.deepEqual([mark.article, mark.start, mark.summary, mark.class, mark.finding, more], ['a', 95, 'Ask them.', null, null, []]);
  assert.deepEqual(imported(note('nineteen', ''), articles), { marks: [], unplaced: [note('nineteen', '')] });
});

test('what holds no annotations is refused', () => {
  const refused = (value) => {
    try {
      imported(value, []);
    } catch ({ name, code }) {
      return `${name} ${code}`;
    }
    return null;
  };
  for (const value of [null, [], {}, 'x', [{ type: 'Note' }], report]) assert.equal(refused(value), 'VariorumError no-annotations');
  assert.equal(refused({ type: 'AnnotationCollection', first: 'https://notes.example/page1' }), 'VariorumError pages-elsewhere');
  assert.equal(refused({ type: 'AnnotationPage', items: Array(20_001).fill({}) }), 'VariorumError too-many-annotations');
});

test('damaged annotations are kept and break nothing', () => {
  const target = (selector) => ({ type: 'Annotation', target: { source: 'x', selector } });
  const items = [
    { type: 'Annotation' },
    { type: 'Annotation', target: 7, body: 7 },
    { type: 'Annotation', target: [null], body: [null] },
    target({ type: 'TextPositionSelector', start: -1, end: 4 }),
    target({ type: 'TextPositionSelector', start: 4, end: Number.MAX_SAFE_INTEGER }),
    target({ type: 'TextQuoteSelector', exact: '' }),
    target({ type: 'TextQuoteSelector', exact: ['12'] }),
    target([[[]]]),
  ];
  assert.deepEqual(imported(items, [{ id: 'a', text: TEXT }]), { marks: [], unplaced: items });
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
