// A draft against the wire, from the packed package: as a call, beside a plain field, in ProseMirror and in TipTap.
import assert from 'node:assert/strict';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { schema } from 'prosemirror-schema-basic';
import { build } from 'vite';
import { Installed, root, STRICT, violations } from './installed.js';

const packed = new Installed('draft');

const DRAFT = `Ferry fire hurts many

A fire on the ferry Aurora hurt 12 people on Monday, police said. The ferry carried 80 lorries. The repair will cost $3 million.

“We heard a loud bang and ran for the deck,” said Maria Costa, 34, a passenger. Costa lost her bag.`;

const WIRE = [
  {
    id: 'one',
    outlet: 'Courier',
    published: '2024-03-05',
    text: 'Fourteen hurt on ferry\n\nA fire on the ferry Aurora hurt 14 people on Monday, police said.\n\n“We heard a big bang and ran to the deck,” said passenger Maria Costa.',
  },
  {
    id: 'two',
    outlet: 'Herald',
    published: '2024-03-05',
    text: 'Ferry Aurora catches fire\n\nA fire on the ferry Aurora hurt 12 people on Monday, the coastguard said. Firefighters needed 80 minutes.',
  },
  { id: 'three', published: '2024-03-05', text: 'Greens win\n\nThe Greens won 51 seats in the election in Marland on Sunday, officials said.' },
];

let browser;
/** @type {typeof import('../../www/package/index.js')} */
let variorum;

before(async () => {
  browser = await packed.setUp();
  variorum = await import(pathToFileURL(join(packed.installed, 'node.js')).href);
});

after(() => packed.tearDown());

const check = (text, wire = WIRE) => variorum.checkDraft({ id: 'draft', published: '2024-03-05', text }, wire);

/** A check in one line. */
const line = ({ standing, kind, text, answers }) => `${standing} ${kind} ${text}: ${answers.map(({ item, relation, readings }) => `${item} ${relation} ${readings[0].text}`).join(', ')}`;

test('each fact has what every item says, and those that none has come first', async () => {
  const checks = await check(DRAFT);
  const lines = checks.map(line);
  assert.deepEqual(lines.filter((given) => given.startsWith('unsupported')), ['unsupported count 80: ', 'unsupported money $3 million: ', 'unsupported measure 34: ']);
  assert.ok(lines.includes('conflict count 12: one conflict 14, two same 12') || lines.includes('conflict count 12: one conflict Fourteen, two same 12'), lines.join('\n'));
  assert.ok(lines.includes('same place Aurora: one same Aurora, two same Aurora'), lines.join('\n'));
  const ranks = checks.map(({ standing }) => ['unsupported', 'conflict', 'contested', 'unclear', 'compatible', 'same'].indexOf(standing));
  assert.deepEqual(ranks, ranks.toSorted((left, right) => left - right));
  for (const { text, places, answers } of checks) {
    assert.equal(DRAFT.slice(places[0].start, places[0].end), text);
    for (const { item, readings } of answers) {
      for (const reading of readings) assert.equal(WIRE.find(({ id }) => id === item).text.slice(reading.start, reading.end), reading.text);
    }
  }
  assert.equal(new Set(checks.map(({ key }) => key)).size, checks.length);
});

test('quotations are compared word by word', async () => {
  const quote = (await check(DRAFT)).find(({ kind, text }) => kind === 'quote' && text.includes('bang'));
  const [{ item, edits, readings }] = quote.answers;
  assert.equal(item, 'one');
  const theirs = edits.filter(({ edit }) => edit !== 'left').map(({ rightStart, rightEnd }) => readings[0].text.slice(rightStart, rightEnd));
  assert.equal(theirs.join(''), readings[0].text);
  const ours = edits.filter(({ edit }) => edit === 'left').map(({ leftStart, leftEnd }) => quote.text.slice(leftStart, leftEnd).trim());
  assert.deepEqual(ours, ['loud', 'for']);
});

test('what stands in the wire, but was not compared, is not called unsupported', async () => {
  const checks = await check('Fire on ferry\n\nThe ferry carried 51 lorries.');
  assert.deepEqual(checks.filter(({ text }) => text === '51').map(line), ['unclear count 51: three unclear 51']);
});

test('an empty draft, an empty wire and a cancelled call', async () => {
  assert.deepEqual(await check('  '), []);
  assert.ok((await check(DRAFT, [])).every(({ standing }) => standing === 'unsupported'));
  await assert.rejects(variorum.checkDraft({ id: 'd', text: DRAFT }, WIRE, { signal: AbortSignal.abort(new Error('enough')) }), /enough/);
  await assert.rejects(variorum.checkDraft({ id: 'd', published: 'soon', text: DRAFT }, WIRE), { code: 'bad-published' });
});

test('places of a text and of a ProseMirror document lead to each other', async () => {
  const { textOf } = await import(pathToFileURL(join(packed.installed, 'prosemirror.js')).href);
  const paragraph = (...content) => schema.node('paragraph', null, content);
  const doc = schema.node('doc', null, [
    paragraph(schema.text('Ferry '), schema.text('fire', [schema.mark('strong')])),
    paragraph(),
    schema.node('blockquote', null, [paragraph(schema.text('Twelve hurt'), schema.node('hard_break'), schema.text('on Monday'))]),
  ]);
  const { text, positionOf } = textOf(doc);
  assert.equal(text, 'Ferry fire\n\n\n\nTwelve hurt\non Monday');
  for (const words of ['Ferry', 'fire', 'Ferry fire', 'Twelve', 'hurt', 'Monday', 'on Monday']) {
    const at = text.indexOf(words);
    assert.equal(doc.textBetween(positionOf(at), positionOf(at + words.length, true), '', ''), words);
  }
  assert.equal(textOf(schema.node('doc', null, [paragraph()])).positionOf(0), 0);
});

let folders = 0;

/** Opens a page with these files, beside which the package lies. */
async function open(files, policy = STRICT) {
  folders += 1;
  const folder = join(packed.project, `page-${folders}`);
  await mkdir(folder);
  await cp(packed.installed, join(folder, 'variorum'), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const page = await (await browser.newContext()).newPage();
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && !/favicon|404/.test(message.text()) && page.complaints.push(message.text()));
  await page.goto(`${await packed.serving(folder, { headers: policy && { 'Content-Security-Policy': policy } })}/index.html`);
  return page;
}

test('beside a plain field, live', async () => {
  const page = await open({
    'index.html': '<!doctype html><html lang="en"><title>Desk</title><textarea aria-label="Draft"></textarea><variorum-draft></variorum-draft><script type="module" src="desk.js"></script>',
    'desk.js': `import { attachTextarea } from './variorum/draft-panel.js';
const panel = document.querySelector('variorum-draft');
const field = document.querySelector('textarea');
field.value = ${JSON.stringify(DRAFT)};
panel.wire = ${JSON.stringify(WIRE)};
globalThis.detach = attachTextarea(panel, field);`,
  });
  try {
    const panel = page.locator('variorum-draft');
    const item = (words) => panel.locator('[part~=check]').filter({ has: page.locator('[part=own]', { hasText: words }) }).first();
    await item('$3 million').waitFor();
    assert.match(await panel.locator('[part~=check]').first().getAttribute('part'), /unsupported/);
    assert.match(await item(/^12$/).innerText(), /Conflict[^]*hurt 12 people[^]*Courier[^]*Herald\s*Same/);
    assert.deepEqual(await item(/^We heard/).locator('del').allInnerTexts(), ['loud', 'for']);
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(await item(/^We heard/).locator('ins').allInnerTexts(), ['big', 'to']);
    // A fact that is chosen is selected in the field, and what has the focus in the list keeps it.
    await item('$3 million').getByRole('button').click();
    assert.equal(await page.evaluate(() => { const field = document.querySelector('textarea'); return field.value.slice(field.selectionStart, field.selectionEnd); }), '$3 million');
    await item(/^12$/).getByRole('button').focus();
    await page.evaluate((text) => {
      const field = document.querySelector('textarea');
      field.value = text.replace('The repair will cost $3 million.', '');
      field.dispatchEvent(new Event('input'));
    }, DRAFT);
    await item('$3 million').waitFor({ state: 'detached' });
    assert.match(await panel.evaluate((element) => element.shadowRoot.activeElement?.dataset.key), /^count 12/);
    // Corrected, it stands with the wire.
    await page.locator('textarea').fill('A fire on the ferry Aurora hurt 14 people on Monday, police said. <img src=x onerror=alert(1)>');
    await item(/^14$/).getByText('Courier').waitFor();
    assert.match(await item(/^14$/).innerText(), /Conflict[^]*Courier\s*Same[^]*Herald/);
    assert.equal(await panel.locator('img').count(), 0);
    await page.evaluate(() => globalThis.detach());
    assert.deepEqual(page.complaints, []);
  } finally {
    await page.close();
  }
});

test('it speaks the language of the page, or its own', async () => {
  const page = await open({
    'index.html': '<!doctype html><html lang="fr-CA"><title>Desk</title><main><variorum-draft></variorum-draft></main><script type="module" src="desk.js"></script>',
    'desk.js': `import './variorum/draft-panel.js';
Object.assign(document.querySelector('variorum-draft'), { wire: ${JSON.stringify(WIRE)}, draft: ${JSON.stringify(DRAFT)} });`,
  });
  try {
    const panel = page.locator('variorum-draft');
    const standing = panel.locator('[part=standing]').first();
    await standing.waitFor();
    const said = async () => [(await panel.locator('[part=summary]').innerText()).replace(/\d+/, 'n'), await standing.innerText(), await standing.getAttribute('lang')];
    assert.deepEqual(await said(), ['À regarder : n', 'Dans aucun autre récit', 'fr']);
    await panel.evaluate((element) => { element.lang = 'de-AT'; });
    assert.deepEqual(await said(), ['Anzusehen: n', 'In keinem anderen Bericht', 'de']);
    await panel.evaluate((element) => { element.lang = 'es'; });
    assert.deepEqual(await said(), ['Por mirar: n', 'En ningún otro relato', 'es']);
    // Words of the page's own need not say what language they are in; those of the articles never have the panel's.
    await panel.evaluate((element) => { element.strings = { ...element.strings, language: undefined, unsupported: 'Nergens anders' }; });
    assert.deepEqual(await said(), ['Por mirar: n', 'Nergens anders', '']);
    assert.equal(await panel.locator('[part=own]').first().getAttribute('lang'), null);
    await panel.evaluate((element) => { element.strings = null; element.lang = 'sv'; });
    assert.deepEqual(await said(), ['À regarder : n', 'Dans aucun autre récit', 'fr']);
    assert.deepEqual(await violations(page), []);
  } finally {
    await page.close();
  }
});

test('what keeps it from checking is said in its place', async () => {
  const page = await open(
    {
      'index.html': '<!doctype html><title>Desk</title><variorum-draft></variorum-draft><script type="module" src="desk.js"></script>',
      'desk.js': `import './variorum/draft-panel.js';
Object.assign(document.querySelector('variorum-draft'), { wire: ${JSON.stringify(WIRE)}, draft: 'Twelve were hurt.' });`,
    },
    STRICT.replace(" 'wasm-unsafe-eval'", ''),
  );
  try {
    await page.locator('[part=summary]', { hasText: "add 'wasm-unsafe-eval' to its script-src" }).waitFor();
  } finally {
    await page.close();
  }
});

test('the guide holds as it is written', async () => {
  const guide = await readFile(join(root, 'docs/embed.md'), 'utf8');
  const [, body] = /```html\n([^`]*<variorum-draft.*?)```/s.exec(guide);
  const [, script] = /```js\n([^`]*attachTextarea.*?)```/s.exec(guide);
  const page = await open({ 'index.html': body, 'desk.js': script });
  try {
    const first = page.locator('[part~=check]').first();
    await first.waitFor();
    assert.match(await first.innerText(), /In no other report[^]*\$3 million/);
    assert.match(await page.locator('[part~="conflict"][part~=check]').first().innerText(), /12 people[^]*Agency[^]*14/);
  } finally {
    await page.close();
  }
});

test('in ProseMirror and in TipTap', async () => {
  const folder = join(packed.project, 'editors');
  await mkdir(folder);
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Desk</title><div id="one"></div><variorum-draft id="first"></variorum-draft><div id="two"></div><variorum-draft id="second"></variorum-draft><script type="module" src="./desk.js"></script>');
  await writeFile(
    join(folder, 'desk.js'),
    `import { Editor, Extension } from '@tiptap/core';
import Document from '@tiptap/extension-document';
import Paragraph from '@tiptap/extension-paragraph';
import Text from '@tiptap/extension-text';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import 'variorum/draft';
import { WorkerClient } from 'variorum';
import { draftPlugin } from 'variorum/prosemirror';

const paragraphs = ${JSON.stringify(DRAFT)}.split('\\n\\n');
const panels = ['first', 'second'].map((id) => document.getElementById(id));
const client = new WorkerClient();
for (const panel of panels) Object.assign(panel, { client, wire: ${JSON.stringify(WIRE)} });
const doc = schema.node('doc', null, paragraphs.map((text) => schema.node('paragraph', null, [schema.text(text)])));
globalThis.view = new EditorView(document.getElementById('one'), { state: EditorState.create({ doc, plugins: [draftPlugin(panels[0])] }) });
const Variorum = Extension.create({ name: 'variorum', addProseMirrorPlugins: () => [draftPlugin(panels[1])] });
globalThis.editor = new Editor({
  element: document.getElementById('two'),
  extensions: [Document, Paragraph, Text, Variorum],
  content: paragraphs.map((text) => '<p>' + text + '</p>').join(''),
});
`,
  );
  const outDir = join(folder, 'out');
  await build({ root: folder, base: './', configFile: false, logLevel: 'error', worker: { format: 'es' }, build: { outDir, target: 'es2022', minify: false } });
  const page = await browser.newPage();
  try {
    await page.goto(`${await packed.serving(outDir)}/index.html`);
    for (const [editor, panel] of [['#one', '#first'], ['#two', '#second']]) {
      const marks = page.locator(`${editor} .variorum-fact.unsupported`);
      await marks.first().waitFor();
      assert.deepEqual(await marks.allInnerTexts(), ['80', '$3 million', '34']);
      assert.deepEqual(await page.locator(`${editor} .variorum-fact.conflict`).filter({ hasText: /^12$/ }).allInnerTexts(), ['12']);
      await page.locator(panel).locator('[part~=fact]', { hasText: '$3 million' }).click();
      assert.equal(await page.evaluate(() => String(getSelection())), '$3 million');
      // Marks stay with their words while one types, and the list follows.
      await page.keyboard.type('little');
      await page.locator(panel).locator('[part~=fact]', { hasText: '$3 million' }).waitFor({ state: 'detached' });
      await page.waitForFunction((selector) => document.querySelectorAll(`${selector} .variorum-fact.unsupported`).length === 2, editor);
    }
    // What is marked is not saved.
    assert.doesNotMatch(await page.evaluate(() => globalThis.editor.getHTML()), /variorum|span/);
    await page.evaluate(() => {
      globalThis.view.destroy();
      globalThis.editor.destroy();
    });
  } finally {
    await page.close();
  }
});
