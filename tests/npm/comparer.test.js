// <variorum-comparer> as others put it into their pages, from the packed package.
import assert from 'node:assert/strict';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { build } from 'vite';
import webpack from 'webpack';
import { pdf } from '../e2e/documents.js';
import { Installed, root, STRICT, violations } from './installed.js';
import { articles } from './projects/articles.js';

const packed = new Installed('comparer');

/** Two other reports, to tell one element from another. */
const others = articles.map((article) => ({ ...article, text: article.text.replaceAll('Aldona', 'Marlena').replaceAll(/2(12|21)/g, '3$1') }));

let browser;

before(async () => {
  browser = await packed.setUp();
});

after(() => packed.tearDown());

/**
 * Opens a page with this body.
 *
 * @param {string} body
 * @param {{ policy?: string, script?: string, from?: string, files?: Record<string, string>, answer?: (path: string) => object | undefined, headers?: Record<string, string> }} [given]
 * `script` runs beside the element, `from` is where the package comes from
 */
async function open(body, { policy = STRICT, script = '', from = '.', files = {}, answer, headers } = {}) {
  const folder = await folderOf({
    'index.html': `<!doctype html><html lang="en"><title>News</title><script type="module" src="${from}/comparer.js"></script><script type="module" src="page.js"></script>${body}`,
    'page.js': script,
    ...files,
  });
  if (from === '.') await cp(packed.installed, folder, { recursive: true });
  const origin = await packed.serving(folder, { answer, headers: { ...headers, ...(policy && { 'Content-Security-Policy': policy }) } });
  const page = await (await browser.newContext()).newPage();
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && !/favicon|404/.test(message.text()) && page.complaints.push(message.text()));
  await page.goto(`${origin}/index.html`);
  return page;
}

let folders = 0;

async function folderOf(files) {
  folders += 1;
  const folder = join(packed.project, `page-${folders}`);
  await mkdir(folder);
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

const settingArticles = (given, selector = 'variorum-comparer') => `
  await customElements.whenDefined('variorum-comparer');
  document.querySelector('${selector}').articles = ${JSON.stringify(given)};`;

/** The marked words of the article that an element shows, by relation. */
const marked = (element) => element.locator('.mark.conflict').allInnerTexts();

test('a page may ask for Trusted Types, and answer for the worker itself', async () => {
  const tags = articles.map(({ text, published }) => `<article data-published="${published}">${text.split('\n\n').map((line) => `<p>${line}</p>`).join('')}</article>`);
  const page = await open(`<script src="policy.js"></script><variorum-comparer>${tags.join('')}</variorum-comparer>`, {
    policy: `${STRICT}; require-trusted-types-for 'script'; trusted-types lit-html variorum default`,
    files: { 'policy.js': "trustedTypes.createPolicy('default', { createScriptURL: (address) => (new URL(address, location.href).origin === location.origin ? address : null) });" },
  });
  try {
    await page.locator('.mark.conflict').first().waitFor();
    assert.deepEqual(await marked(page.locator('variorum-comparer')), ['212']);
    assert.deepEqual(page.complaints, []);
  } finally {
    await page.close();
  }
});

test('articles between the tags are compared, and several elements have nothing in common', async () => {
  const tags = articles.map(({ text, published }) => `<article data-published="${published}">${text.split('\n\n').map((line) => `<p>${line}</p>`).join('')}</article>`);
  const page = await open(`<variorum-comparer id="one">${tags.join('')}</variorum-comparer><variorum-comparer id="two" view="table"></variorum-comparer>`, {
    script: settingArticles(others, '#two'),
  });
  try {
    const [one, two] = ['#one', '#two'].map((selector) => page.locator(selector));
    await one.locator('.mark.conflict').first().waitFor();
    assert.deepEqual(await marked(one), ['212']);
    await two.locator('main[data-view=table] table').first().waitFor();
    assert.match(await two.locator('main').innerText(), /\b3(12|21)\b/);
    assert.doesNotMatch(await one.locator('main').innerText(), /\b3(12|21)\b/);
    // Each has its own view, selection and keys.
    await two.locator('.tab[data-view=timeline]').click();
    await two.locator('main[data-view=timeline]').waitFor();
    await one.locator('.mark.conflict').first().click();
    await page.keyboard.press('3');
    await one.locator('main[data-view=table]').waitFor();
    assert.equal(await two.locator('main').getAttribute('data-view'), 'timeline');
    assert.deepEqual(await violations(page), []);
    // Nothing of it is left on the page: neither in the address nor in storage.
    assert.equal(new URL(page.url()).hash, '');
    const kept = await page.evaluate(async () => [sessionStorage.length, localStorage.length, (await indexedDB.databases()).length]);
    assert.deepEqual(kept, [0, 0, 0]);
    assert.deepEqual(page.complaints, []);
  } finally {
    await page.close();
  }
});

test('what is pasted, dropped and typed elsewhere on the page stays there', async () => {
  const page = await open('<textarea id="own"></textarea><p id="rest" tabindex="0">Rest</p><variorum-comparer></variorum-comparer>', { script: settingArticles(articles) });
  try {
    await page.locator('.mark.conflict').first().waitFor();
    await page.locator('#rest').focus();
    await page.keyboard.press('3');
    const taken = await page.evaluate((text) => {
      const data = new DataTransfer();
      data.setData('text/plain', text);
      const pasted = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true, composed: true });
      document.body.dispatchEvent(pasted);
      const files = new DataTransfer();
      files.items.add(new File(['x'], 'a.txt'));
      const dropped = new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true, composed: true });
      document.body.dispatchEvent(dropped);
      return [pasted.defaultPrevented, dropped.defaultPrevented];
    }, 'A third report of the ferry.');
    assert.deepEqual(taken, [false, false]);
    assert.equal(await page.locator('main').getAttribute('data-view'), 'article');
    assert.equal(await page.evaluate(() => document.querySelector('variorum-comparer').articles.length), 2);
    // Inside of it the same are heard.
    await page.locator('.mark.conflict').first().click();
    await page.keyboard.press('3');
    await page.locator('main[data-view=table]').waitFor();
  } finally {
    await page.close();
  }
});

test('properties and events are as declared', async () => {
  const page = await open('<variorum-comparer></variorum-comparer>');
  try {
    const told = await page.evaluate(async (articles) => {
      await customElements.whenDefined('variorum-comparer');
      const comparer = document.querySelector('variorum-comparer');
      const seen = [];
      for (const name of ['compared', 'failed', 'finding-selected', 'reviewed', 'view-changed']) document.addEventListener(name, ({ type }) => seen.push(type));
      const next = (name) => new Promise((resolve) => comparer.addEventListener(name, ({ detail }) => resolve(detail), { once: true }));
      const before = [comparer.report, comparer.articles, comparer.options];
      let arrived = next('compared');
      comparer.articles = articles;
      const { request, report } = await arrived;
      const conflict = report.findings.find(({ relation }) => relation === 'conflict');
      const [reading] = conflict.readings;
      const words = request.articles.find(({ id }) => id === reading.article).text.slice(reading.start, reading.end);
      arrived = next('compared');
      comparer.options = { kinds: ['time'] };
      const kinds = new Set((await arrived).report.findings.map(({ kind }) => kind));
      comparer.options = {};
      const whole = await next('compared');
      const [left, right] = conflict.readings;
      const chosen = next('finding-selected');
      await comparer.updateComplete;
      comparer.view = 'article';
      await new Promise((resolve) => setTimeout(resolve, 300));
      comparer.shadowRoot.querySelector('.mark.conflict').click();
      const finding = await chosen;
      const reviewed = next('reviewed');
      comparer.shadowRoot.querySelector('main').dispatchEvent(new KeyboardEvent('keydown', { key: 'c', bubbles: true, composed: true }));
      const review = await reviewed;
      arrived = next('compared');
      comparer.options = { rules: [{ rule: 'not-same-as', left: place(left), right: place(right) }] };
      const parted = (await arrived).report.findings.filter(({ relation }) => relation === 'conflict').length;
      return { before, words, text: reading.text, kinds: [...kinds], same: whole.report.findings.length === report.findings.length, finding: finding.id === conflict.id, review: [review.finding === conflict.id, review.status], parted, seen: [...new Set(seen)].sort(), isSame: comparer.report.engine === report.engine };

      function place({ article, start, end }) {
        return { article, start, end };
      }
    }, articles);
    assert.deepEqual(told, {
      before: [null, [], {}],
      words: told.text,
      text: told.text,
      kinds: ['time'],
      same: true,
      finding: true,
      review: [true, 'checked'],
      parted: 0,
      seen: ['compared', 'finding-selected', 'reviewed', 'view-changed'],
      isSame: true,
    });
  } finally {
    await page.close();
  }
});

test('articles keep the ids that they are given, and findings those that compare() gives', async () => {
  const page = await open('<variorum-comparer base="herald"></variorum-comparer>');
  try {
    const told = await page.evaluate(async (articles) => {
      const { compare } = await import('./index.js');
      await customElements.whenDefined('variorum-comparer');
      const comparer = document.querySelector('variorum-comparer');
      const next = (name) => new Promise((resolve) => comparer.addEventListener(name, ({ detail }) => resolve(detail), { once: true }));
      let arrived = next('compared');
      comparer.articles = articles;
      const { report } = await arrived;
      const { base } = comparer;
      const alone = await compare({ articles });
      // One that the reader adds has no id of its own.
      arrived = next('compared');
      comparer.articles = [...comparer.articles, { text: articles[0].text.replace('212', '99') }];
      const third = (await arrived).report;
      const names = (given) => given.articles.map(({ id, siglum }) => `${siglum} ${id}`);
      return { base, same: JSON.stringify(report) === JSON.stringify(alone), ids: comparer.articles.map(({ id }) => id), names: names(report), third: names(third) };
    }, articles);
    assert.deepEqual(told, {
      base: 'herald', same: true, ids: ['courier', 'herald', 'a'], names: ['B courier', 'A herald'], third: ['C courier', 'B herald', 'A a'],
    });
    await page.locator('.tab[data-view=input]').click();
    assert.deepEqual(await page.locator('.article-input h2').evaluateAll((heads) => heads.map((head) => head.getAttribute('aria-label'))), ['Article C', 'Article B', 'Article A']);
  } finally {
    await page.close();
  }
});

test('a report alone is shown without the engine', async () => {
  const page = await open('<variorum-comparer></variorum-comparer>');
  try {
    const report = await page.evaluate(async (articles) => {
      const { compare } = await import('./index.js');
      return compare({ articles });
    }, articles);
    await page.evaluate((given) => {
      document.querySelector('variorum-comparer').report = given;
    }, report);
    await page.locator('main[data-view=table] table').first().waitFor();
    assert.match(await page.locator('main').innerText(), /212[^]*221/);
    // What is none, or of another version, is told, and what was shown stays.
    for (const [given, code] of [[{ ...report, version: 2 }, 'newer-report'], [{ findings: 1 }, 'no-report'], ['report.json', 'no-report']]) {
      const failed = await page.evaluate((wrong) => {
        const comparer = document.querySelector('variorum-comparer');
        const told = new Promise((resolve) => comparer.addEventListener('failed', ({ detail }) => resolve(detail.code), { once: true }));
        comparer.report = wrong;
        return told;
      }, given);
      assert.equal(failed, code);
    }
    await page.locator('.message.error', { hasText: 'no report of Variorum' }).waitFor();
    assert.match(await page.locator('main').innerText(), /212[^]*221/);
  } finally {
    await page.close();
  }
});

test('src names a file of articles; what is wrong with it is said', async () => {
  const page = await open('<variorum-comparer src="articles.json" view="table"></variorum-comparer>', {
    files: {
      'articles.json': JSON.stringify({ articles }),
      'broken.json': '{ "articles": [',
      'newer.json': JSON.stringify({ format: 'variorum-comparison', version: 2, articles }),
      'findings.json': JSON.stringify({ version: 1, articles: [{ id: 'a' }], findings: [] }),
    },
  });
  try {
    await page.locator('main[data-view=table] table').first().waitFor();
    const codes = [];
    for (const src of ['broken.json', 'nowhere.json', 'newer.json', 'findings.json']) {
      codes.push(await page.evaluate((name) => {
        const comparer = document.querySelector('variorum-comparer');
        const failed = new Promise((resolve) => comparer.addEventListener('failed', ({ detail }) => resolve(detail.code), { once: true }));
        comparer.setAttribute('src', name);
        return failed;
      }, src));
      await page.locator('.message.error', { hasText: src }).waitFor();
    }
    assert.deepEqual(codes, ['bad-request', 'not-found', 'newer-comparison', 'bad-request']);
    assert.match(await page.locator('.message.error').innerText(), /the property `report` takes/);
    assert.match(await page.locator('main').innerText(), /212[^]*221/, 'what was there stays');
  } finally {
    await page.close();
  }
});

test('in a shadow root and in a frame', async () => {
  const frame = `<!doctype html><title>Frame</title><script type="module" src="comparer.js"></script><script type="module" src="inner.js"></script><variorum-comparer></variorum-comparer>`;
  const page = await open('<div id="host"></div><iframe src="frame.html" width="800" height="600"></iframe>', {
    policy: `${STRICT}; frame-src 'self'`,
    files: { 'frame.html': frame, 'inner.js': settingArticles(others) },
    script: `
      await customElements.whenDefined('variorum-comparer');
      const root = document.querySelector('#host').attachShadow({ mode: 'closed' });
      const comparer = document.createElement('variorum-comparer');
      comparer.articles = ${JSON.stringify(articles)};
      root.append(comparer);
      globalThis.comparer = comparer;
      document.addEventListener('compared', (event) => { globalThis.told = event.detail.report.findings.length; });`,
  });
  try {
    await page.waitForFunction(() => globalThis.comparer?.shadowRoot.querySelector('.mark.conflict'));
    assert.equal(await page.evaluate(() => globalThis.comparer.shadowRoot.querySelector('.mark.conflict').textContent), '212');
    assert.ok(await page.evaluate(() => globalThis.told > 0), 'events leave a shadow root');
    const inner = page.frameLocator('iframe').locator('variorum-comparer');
    await inner.locator('.mark.conflict').first().waitFor();
    assert.match(await inner.locator('main').innerText(), /\b3(12|21)\b/);
    assert.deepEqual(page.complaints, []);
  } finally {
    await page.close();
  }
});

test('from a CDN, and put away and back again', async () => {
  const cdn = await packed.serving(packed.installed, { headers: { 'Access-Control-Allow-Origin': '*' } });
  const policy = `default-src 'none'; script-src 'self' ${cdn} 'wasm-unsafe-eval'; connect-src ${cdn}; worker-src blob: ${cdn}`;
  const page = await open('<main id="place"><variorum-comparer></variorum-comparer></main>', { from: cdn, policy, script: settingArticles(articles) });
  try {
    await page.locator('.mark.conflict').first().waitFor();
    for (const view of ['table', 'columns', 'timeline', 'speakers', 'wording', 'article']) {
      await page.locator(`.tab[data-view=${view}]`).click();
      await page.locator(`main[data-view=${view}]`).waitFor();
    }
    await page.evaluate((text) => {
      const comparer = document.querySelector('variorum-comparer');
      comparer.remove();
      comparer.articles = [{ id: 'a', text }, comparer.articles[1]];
      document.querySelector('#place').append(comparer);
    }, articles[0].text.replace('212', '99'));
    await page.locator('.mark.conflict', { hasText: '99' }).first().waitFor();
    // What reads files comes from there too, and its worker.
    const lines = ['Ferry afloat again', 'The ferry Aldona was towed off the rocks at Tarrow on Saturday, the coastguard said.'];
    const buffer = pdf([lines.map((words, at) => ({ y: 700 - at * 40, text: words }))]);
    await page.locator('.tab[data-view=input]').click();
    await page.locator('input[type=file]').setInputFiles({ name: 'third.pdf', mimeType: 'application/pdf', buffer });
    await page.waitForFunction(() => document.querySelector('variorum-comparer').articles.some(({ text }) => text.includes('towed off')));
    assert.deepEqual(page.complaints, []);
  } finally {
    await page.close();
  }
});

test('slots, parts and custom properties set its looks, and it is dark only where the page is', async () => {
  const slots = '<span slot="heading">Newsroom</span><p slot="footer">Ours</p><h2 slot="intro">Paste</h2>';
  const page = await open(`<link rel="stylesheet" href="page.css"><variorum-comparer lang="de">${slots}</variorum-comparer>`, {
    policy: `${STRICT}; style-src 'self'`,
    files: { 'page.css': `variorum-comparer { --variorum-paper: rgb(1, 2, 3) } variorum-comparer::part(tab) { letter-spacing: 7px }
      variorum-comparer::part(mark conflict) { background: rgb(4, 5, 6) } variorum-comparer::part(note selected) { outline: 3px solid }` },
    headers: {},
  });
  try {
    await page.emulateMedia({ colorScheme: 'dark' });
    const comparer = page.locator('variorum-comparer');
    await comparer.getByText('Artikel hinzufügen').waitFor();
    const style = (selector, name) => comparer.evaluate((element, [inner, wanted]) => getComputedStyle(inner ? element.shadowRoot.querySelector(inner) : element)[wanted], [selector, name]);
    assert.equal(await style('', 'backgroundColor'), 'rgb(1, 2, 3)');
    assert.equal(await style('.tab', 'letterSpacing'), '7px');
    assert.equal(await style('', 'color'), 'rgb(29, 27, 24)', 'a page that says nothing is light');
    assert.deepEqual(await Promise.all(['Newsroom', 'Ours', 'Paste'].map((text) => page.getByText(text, { exact: true }).isVisible())), [true, true, true]);
    assert.equal(await comparer.locator('.wordmark').isVisible(), false);
    await comparer.evaluate((element) => element.setAttribute('lang', 'fr'));
    await comparer.getByText('Ajouter un article').waitFor();
    await page.evaluate((given) => Object.assign(document.querySelector('variorum-comparer'), { articles: given }), articles);
    await comparer.locator('.mark.conflict').first().click();
    assert.equal(await style('.mark.conflict', 'backgroundColor'), 'rgb(4, 5, 6)');
    await comparer.locator('.note.selected').waitFor();
    assert.equal(await style('.note.selected', 'outlineWidth'), '3px');
  } finally {
    await page.close();
  }
});

test('it goes by its own width, not by that of the window', async () => {
  const page = await open('<link rel="stylesheet" href="page.css"><div><variorum-comparer></variorum-comparer></div>', {
    policy: `${STRICT}; style-src 'self'`,
    files: { 'page.css': 'div { width: 600px }' },
    script: settingArticles(articles),
  });
  try {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.locator('.mark.conflict').first().click();
    const comparer = page.locator('variorum-comparer');
    const measured = () => comparer.evaluate((element) => ({
      spill: Math.max(...[...element.shadowRoot.querySelectorAll('main > *, .masthead')].map((inner) => inner.getBoundingClientRect().right)) - element.getBoundingClientRect().right,
      measure: element.shadowRoot.querySelector('.paper p')?.getBoundingClientRect().width,
      tabs: element.shadowRoot.querySelector('nav').getBoundingClientRect().width,
    }));
    const narrow = await measured();
    assert.ok(narrow.measure > 450 && narrow.tabs > 450, JSON.stringify(narrow));
    // The note stands below its mark, within the element.
    await page.waitForFunction(() => {
      const { shadowRoot } = document.querySelector('variorum-comparer');
      const [mark, note] = ['.mark.selected', '.notes.open'].map((selector) => shadowRoot.querySelector(selector).getBoundingClientRect());
      return note.width <= 600 && Math.abs(note.top - mark.bottom - 8) < 2;
    });
    for (const view of ['article', 'table', 'columns', 'timeline', 'speakers', 'wording', 'input']) {
      await page.locator(`.tab[data-view=${view}]`).click();
      await page.locator(`main[data-view=${view}]`).waitFor();
      assert.ok((await measured()).spill < 1, `${view}: ${JSON.stringify(await measured())}`);
    }
    await page.locator('.tab[data-view=table]').click();
    await page.locator('.fold').waitFor();
    await page.locator('.search').waitFor({ state: 'hidden' });
    await page.evaluate(() => document.styleSheets[0].cssRules[0].style.setProperty('width', '1300px'));
    await page.locator('.search').waitFor();
    await page.locator('.fold').waitFor({ state: 'hidden' });
  } finally {
    await page.close();
  }
});

test('a policy or a server that forbids the engine is named where the reader sees it', async () => {
  for (const [given, words] of [
    [{ policy: STRICT.replace(" 'wasm-unsafe-eval'", '') }, /'wasm-unsafe-eval'/],
    [{ answer: (path) => (path.endsWith('.wasm') ? { type: 'text/html', body: '<!doctype html>' } : undefined) }, /text\/html where application\/wasm is due/],
    [{ policy: STRICT.replace("worker-src 'self'", "worker-src 'none'") }, /worker-src/],
  ]) {
    const page = await open('<variorum-comparer></variorum-comparer>', { ...given, script: settingArticles(articles) });
    try {
      assert.match(await page.locator('.message.error').innerText(), words);
    } finally {
      await page.close();
    }
  }
});

test('the guide holds as it is written', async () => {
  const guide = await readFile(join(root, 'docs/embed.md'), 'utf8');
  const [, body] = /```html\n([^`]*<variorum-comparer.*?)```/s.exec(guide);
  const folder = await folderOf({ 'index.html': body });
  await cp(packed.installed, join(folder, 'variorum'), { recursive: true });
  const page = await browser.newPage();
  try {
    await page.goto(`${await packed.serving(folder)}/index.html`);
    await page.locator('.mark.conflict', { hasText: '12' }).first().waitFor();
    assert.match(await page.locator('main').innerText(), /Courier[^]*Herald/);
  } finally {
    await page.close();
  }
});

/** A page that a bundler builds, with nothing configured. */
const project = () => folderOf({
  'index.html': '<!doctype html><title>Built</title><script type="module" src="./main.js"></script><variorum-comparer view="table"></variorum-comparer>',
  'main.js': `import 'variorum/comparer';\ndocument.querySelector('variorum-comparer').articles = ${JSON.stringify(articles)};`,
});

/** Compares, fetches the other views, and reads a file that needs a worker of its own. */
async function assertBuilt(folder) {
  const page = await browser.newPage();
  try {
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('response', (response) => response.status() >= 400 && !response.url().includes('favicon') && complaints.push(`${response.status()} ${response.url()}`));
    await page.goto(`${await packed.serving(folder)}/index.html`);
    await page.locator('main[data-view=table] table').first().waitFor();
    await page.locator('.tab[data-view=timeline]').click();
    await page.locator('main[data-view=timeline]').waitFor();
    await page.locator('.tab[data-view=input]').click();
    await page.locator('input[type=file]').setInputFiles({ name: 'third.pdf', mimeType: 'application/pdf', buffer: pdf([[{ y: 700, text: 'The ferry Aldona was towed off the rocks at Tarrow on Saturday.' }]]) });
    await page.waitForFunction(() => document.querySelector('variorum-comparer').articles.some(({ text }) => text.includes('towed off')));
    assert.deepEqual(complaints, []);
  } finally {
    await page.close();
  }
}

test('built by Vite', async () => {
  const folder = await project();
  const outDir = join(folder, 'out');
  await build({ root: folder, base: './', configFile: false, logLevel: 'error', build: { outDir } });
  await assertBuilt(outDir);
});

test('built by webpack', async () => {
  const folder = await project();
  const path = join(folder, 'out');
  // What is minified already takes a minute to be so again.
  const compiler = webpack({ context: folder, mode: 'production', entry: './main.js', output: { path, filename: 'main.js' }, target: 'web', performance: false, optimization: { minimize: false } });
  const stats = await promisify(compiler.run.bind(compiler))();
  assert.ok(!stats.hasErrors() && !stats.hasWarnings(), stats.toString('errors-warnings'));
  await promisify(compiler.close.bind(compiler))();
  await cp(join(folder, 'index.html'), join(path, 'index.html'));
  await assertBuilt(path);
});

test('the manifest lists what there is', async () => {
  const { modules } = JSON.parse(await readFile(join(packed.installed, 'custom-elements.json'), 'utf8'));
  const { declarations } = modules.find(({ path }) => path === 'comparer.js');
  const [{ attributes, members, cssParts, cssProperties, slots }] = declarations;
  const page = await open('<variorum-comparer></variorum-comparer>');
  try {
    const there = await page.evaluate(async (articles) => {
      await customElements.whenDefined('variorum-comparer');
      const comparer = document.querySelector('variorum-comparer');
      const compared = new Promise((resolve) => comparer.addEventListener('compared', resolve, { once: true }));
      comparer.articles = articles;
      await compared;
      const { shadowRoot } = comparer;
      const parts = new Set();
      for (const view of ['input', 'article', 'columns', 'table', 'timeline', 'speakers', 'wording']) {
        comparer.view = view;
        while (shadowRoot.querySelector('main').dataset.view !== view) await new Promise((resolve) => requestAnimationFrame(resolve));
        await comparer.updateComplete;
        comparer.selected = comparer.report.findings.find(({ relation }) => relation === 'conflict').id;
        // What comes a frame later is there in three.
        for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
        for (const { part } of shadowRoot.querySelectorAll('[part]')) for (const name of part) parts.add(name);
      }
      comparer.view = 'input';
      comparer.articles = [{ id: 'x', text: 'One.', published: 'soon' }];
      await new Promise((resolve) => comparer.addEventListener('failed', resolve, { once: true }));
      await comparer.updateComplete;
      for (const { part } of shadowRoot.querySelectorAll('[part]')) for (const name of part) parts.add(name);
      const sheets = [...shadowRoot.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join();
      return {
        attributes: customElements.get('variorum-comparer').observedAttributes,
        parts: [...parts].sort(),
        slots: [...shadowRoot.querySelectorAll('slot')].map(({ name }) => name).sort(),
        properties: [...new Set(sheets.match(/--variorum-\w+/g))].sort(),
      };
    }, [articles[0], { ...articles[1], text: `${articles[1].text} Divers searched the harbour until dawn for a missing tanker driver.` }]);
    assert.deepEqual(attributes.map(({ name }) => name).sort(), there.attributes.toSorted());
    const names = members.map(({ name }) => name);
    assert.deepEqual(await page.evaluate((wanted) => wanted.filter((name) => !(name in document.querySelector('variorum-comparer'))), names), []);
    const relations = ['conflict', 'contested', 'compatible', 'same'];
    assert.deepEqual(cssParts.map(({ name }) => name).sort(), [...new Set([...there.parts, ...relations])].sort());
    assert.deepEqual(slots.map(({ name }) => name).filter(Boolean).sort(), there.slots);
    assert.deepEqual(cssProperties.map(({ name }) => name).sort(), there.properties);
  } finally {
    await page.close();
  }
});
